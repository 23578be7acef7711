"""Weekly series: asked for, answered and cancelled in one act each."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar
from pro_am.bookings.actions.entering import enter
from pro_am.bookings.actions.requesting import Wish, check_wish, may_book_at_once, write_down
from pro_am.bookings.events import SeriesMoved, SeriesRequested
from pro_am.bookings.models import Booking, BookingSeries, SeriesOccurrence
from pro_am.bookings.queries import series as queries
from pro_am.bookings.rules import life, moves, series
from pro_am.bookings.rules.life import BookingState
from pro_am.bookings.rules.moves import Act, NotPossibleNow
from pro_am.bookings.rules.series import Choices
from pro_am.foundation import clock, ids, time_zones
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.profiles.models import Offer


@dataclass(frozen=True)
class SeriesWish:
    """The first week as a host asks for it, how many there are, and what to do where it is full."""

    first: Wish
    weeks: int
    choices: Choices = field(default_factory=dict)


def request_series(
    host: Member, offer: Offer, wish: SeriesWish, *, idempotency_key: str
) -> BookingSeries:
    """A host asks for the same time week after week: for all of it, or for nothing.

    Raises WeeksToChoose, with all weeks as they would be, while some are not free.
    """
    host_id, offer_id = host.id, offer.id
    calendar = calendars.calendar_for(offer)
    if calendar is None:
        raise life.OfferGone
    calendar_id = calendar.id
    with transaction():
        calendar = availability.claim(calendar_id)
        if known := queries.series_with_key(host_id, idempotency_key):
            return known
        host, offer = db.session.get_one(Member, host_id), db.session.get_one(Offer, offer_id)
        if not calendars.takes_time_in(offer, calendar):  # it went to another a moment ago
            raise life.OfferGone
        if offer.is_programme:
            raise series.NoSeriesOfProgrammes
        check_wish(host, offer, wish.first)
        wishes = _wishes(calendar, offer, wish)
        return _request(calendar, host, offer, wish.weeks, wishes, idempotency_key)


def answer_series(
    asked: BookingSeries, by: Member, act: Act, *, reason: str = "", allergies_read: bool = False
) -> list[Booking]:
    """Accept, decline, withdraw or cancel all of it that this act is still possible for."""
    series_id, by_id = asked.id, by.id
    with transaction():
        asked = _claimed(series_id)
        by = db.session.get_one(Member, by_id)
        bookings = [each for each in queries.bookings_in(asked) if _is_possible(each, by, act)]
        if not bookings:
            raise NotPossibleNow(state=_state_of(asked))
        if act is Act.CONFIRM and not allergies_read and any(each.allergies for each in bookings):
            raise life.AllergiesUnread
        for booking in bookings:
            following = moves.next_state(booking.facts(clock.now()), act, booking.side_of(by))
            enter(booking, following, by=by, reason=reason.strip(), is_of_many=True)
        publish(SeriesMoved(asked, bookings, by, reason.strip()))
    return bookings


def _wishes(calendar: Calendar, offer: Offer, wish: SeriesWish) -> list[Wish]:
    """One for each week that is booked; the message is said once."""
    starts = series.weekly_starts(wish.first.start, time_zones.zone(calendar.time_zone), wish.weeks)
    free = calendars.free_slots(
        calendar,
        calendars.timing_of(calendar, offer),
        series.span_of(starts),
        clock.now(),
        people=wish.first.people,
    )
    chosen = series.check_chosen(series.plan(starts, set(free), wish.choices))
    first = replace(wish.first, start=chosen[0])
    return [first, *(replace(first, start=start, message="") for start in chosen[1:])]


def _request(
    calendar: Calendar,
    host: Member,
    offer: Offer,
    weeks: int,
    wishes: list[Wish],
    idempotency_key: str,
) -> BookingSeries:
    now, first = clock.now(), wishes[0]
    at_once = first.at_once and may_book_at_once(host, offer, first, calendar)
    held = availability.hold_each(
        calendar.id,
        calendars.timing_of(calendar, offer),
        [wish.start for wish in wishes],
        people=first.people,
        expires_at=life.answer_deadline(now, first.start),
    )
    asked = BookingSeries(
        reference=ids.reference(),
        idempotency_key=idempotency_key,
        host_id=host.id,
        provider_id=offer.profile.member_id,
        offer_id=offer.id,
        weeks=weeks,
        asked_at=now,
    )
    db.session.add(asked)
    db.session.flush()  # its occurrences need its id
    bookings = []
    for number, (wish, each) in enumerate(zip(wishes, held, strict=True), start=1):
        key = f"{idempotency_key}:{number}"
        promised = replace(wish, at_once=at_once)
        booking = write_down(host, offer, promised, each, calendar, key)
        asked.occurrences.append(SeriesOccurrence(booking=booking, number=number))
        bookings.append(booking)
    publish(SeriesRequested(asked, bookings))
    if at_once:
        for booking in bookings:
            enter(booking, BookingState.CONFIRMED, by=host, is_of_many=True)
        publish(SeriesMoved(asked, bookings, host, ""))
    return asked


def _claimed(series_id: int) -> BookingSeries:
    """With the calendars of its bookings claimed in their order."""
    asked = db.session.get_one(BookingSeries, series_id)
    for calendar_id in sorted({each.hold.calendar_id for each in queries.bookings_in(asked)}):
        availability.claim(calendar_id)
    for booking in queries.bookings_in(asked):
        db.session.refresh(booking)
    return asked


def _is_possible(booking: Booking, by: Member, act: Act) -> bool:
    facts = booking.facts(clock.now())
    return facts.state in life.AHEAD and act in moves.possible_acts(facts, booking.side_of(by))


def _state_of(asked: BookingSeries) -> str:
    """What to say of a series for which nothing more can be done: the state of its last week."""
    states: Iterable[BookingState] = (
        booking.state_now(clock.now()) for booking in queries.bookings_in(asked)
    )
    return life.STATES[list(states)[-1]]
