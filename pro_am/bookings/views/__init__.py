"""Pages of bookings: asking for one, following it, and what is done from a letter."""

from pro_am.bookings.views import (
    asking,
    by_letter,
    disputing,
    moving,
    proposing,
    rescheduling,
    series,
    waiting,
)
from pro_am.bookings.views.own import ADDRESS_SHOWN_AFTER, blueprint

__all__ = [
    "ADDRESS_SHOWN_AFTER",
    "asking",
    "blueprint",
    "by_letter",
    "disputing",
    "moving",
    "proposing",
    "rescheduling",
    "series",
    "waiting",
]
