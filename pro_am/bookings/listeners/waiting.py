"""Whoever waits hears of what is free, as soon as it is."""

from pro_am.accounts.events import DataTaken, MemberLeaving
from pro_am.availability.events import CalendarGoes, HoursChanged
from pro_am.bookings import actions
from pro_am.bookings.events import BookingMoved, BookingRescheduled, MoveRefused, PlaceOffered
from pro_am.bookings.queries import links, waiting
from pro_am.bookings.rules.life import HOLDS_TIME, BookingState
from pro_am.foundation import outbox
from pro_am.foundation.events import listen


def attach() -> None:
    listen(BookingMoved, _moved)
    listen(BookingRescheduled, _time_freed)
    listen(MoveRefused, _time_freed)
    listen(HoursChanged, _hours_changed)
    listen(CalendarGoes, _calendar_goes)
    listen(PlaceOffered, _offered)
    listen(MemberLeaving, _leaving)
    listen(DataTaken, _taken)


def _moved(event: BookingMoved) -> None:
    state = event.booking.state
    if state not in HOLDS_TIME and state is not BookingState.COMPLETED:
        actions.serve(event.booking.hold.calendar_id)


def _time_freed(event: BookingRescheduled | MoveRefused) -> None:
    actions.serve(event.booking.hold.calendar_id)


def _hours_changed(event: HoursChanged) -> None:
    actions.serve(event.calendar_id)


def _calendar_goes(event: CalendarGoes) -> None:
    actions.move_queue(event.calendar_id, event.main_id)


def _offered(event: PlaceOffered) -> None:
    place = event.place
    if place.hold is None:
        return
    outbox.post(
        place.member.address,
        "bookings/place_offered",
        reader=place.member,
        place=place,
        offer=place.offer,
        provider=place.offer.profile.member,
        start=place.hold.starts_at,
        zone=place.time_zone,
        url=links.place_url(place),
    )


def _leaving(event: MemberLeaving) -> None:
    actions.leave_all(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["waiting_lists"] = waiting.place_facts(event.member)
