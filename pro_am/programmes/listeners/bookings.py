"""A programme goes with the booking of its first talk, until that has begun."""

from pro_am.bookings.events import BookingMoved, BookingRescheduled
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.events import listen
from pro_am.programmes import actions

CANCELLED = {
    BookingState.CANCELLED_BY_HOST,
    BookingState.CANCELLED_BY_PROVIDER,
    BookingState.CALLED_OFF,
}


def attach() -> None:
    listen(BookingMoved, _moved)
    listen(BookingRescheduled, _rescheduled)


def _moved(event: BookingMoved) -> None:
    booking = event.booking
    if booking.weeks is None:
        return
    if booking.state is BookingState.CONFIRMED:
        actions.begin(booking)
    elif booking.state in CANCELLED:
        actions.end_with_booking(booking, event.by)


def _rescheduled(event: BookingRescheduled) -> None:
    if event.booking.weeks is not None:
        actions.put_back(event.booking)
