"""What happened here that others may care about."""

from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking


@dataclass(frozen=True)
class BookingRequested:
    booking: Booking


@dataclass(frozen=True)
class BookingMoved:
    """A booking went to another state: by a member, or by time (`by` is None)."""

    booking: Booking
    by: Member | None
    reason: str
