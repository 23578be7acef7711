"""What was agreed by the product's own actions a moment ago, moved back to when it might have."""

from datetime import timedelta

from pro_am.bookings.models import Booking
from pro_am.foundation.database import transaction


def move_back(booking: Booking, span: timedelta) -> None:
    """A booking with its hold, and all that was done with it."""
    with transaction():
        held = booking.hold
        held.starts_at, held.ends_at = held.starts_at - span, held.ends_at - span
        held.blocks_from, held.blocks_until = held.blocks_from - span, held.blocks_until - span
        booking.starts_at, booking.ends_at = held.starts_at, held.ends_at
        booking.requested_at -= span
        booking.answer_by -= span
        booking.agreed_at = booking.agreed_at and booking.agreed_at - span
        for step in booking.steps:
            step.at -= span
