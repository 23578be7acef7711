"""What bookings and accounts tell programmes."""

from pro_am.bookings.events import BookingMoved
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.events import listen
from pro_am.programmes import actions


def attach() -> None:
    listen(BookingMoved, _booking_moved)


def _booking_moved(event: BookingMoved) -> None:
    booking = event.booking
    if booking.weeks is not None and booking.state is BookingState.CONFIRMED:
        actions.begin(booking)
