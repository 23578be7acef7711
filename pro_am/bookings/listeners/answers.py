"""Letters about whose turn it is: a proposal of another time, a reminder, no room left."""

from pro_am.availability.views.slot_days import as_value
from pro_am.bookings.events import AnswerDue, BookingMoved, BookingProposed
from pro_am.bookings.listeners.letters import post
from pro_am.bookings.queries import answers
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.foundation import clock
from pro_am.foundation.events import listen
from pro_am.foundation.web.addresses import public_url


def attach() -> None:
    listen(BookingProposed, _proposed)
    listen(AnswerDue, _due)
    listen(BookingMoved, _moved)


def _proposed(event: BookingProposed) -> None:
    awaited, sender = event.booking.awaits, event.booking.side_of(event.by)
    post(
        event.booking,
        awaited,
        "bookings/proposed",
        message=event.message,
        before=event.before,
    )
    post(event.booking, sender, "bookings/proposal_sent")


def _due(event: AnswerDue) -> None:
    moment = event.moment.value
    post(event.booking, event.booking.awaits, "bookings/answer_due", reminder=moment)


def _moved(event: BookingMoved) -> None:
    """A request that no longer fits: its host learns of the nearest times that do."""
    booking = event.booking
    if booking.state is not BookingState.DECLINED or event.by is not None:
        return
    found = answers.nearest_for(booking, booking.starts_at, clock.now())
    nearest = [
        (
            start,
            public_url(
                "bookings.ask",
                language=booking.host.language,
                public_id=booking.offer.public_id,
                start=as_value(start),
                people=booking.people,
            ),
        )
        for start in found
    ]
    post(booking, Side.HOST, "bookings/no_room", nearest=nearest)
