"""Reading bookings. Each query starts from the person who asks, so nobody sees too much."""

from pro_am.bookings.queries.ahead import ahead_between, ahead_of, overdue
from pro_am.bookings.queries.lists import ListedBooking, Sheet, coming, past
from pro_am.bookings.queries.own import (
    asked_with_key,
    booking_facts,
    booking_of,
    booking_with_thread,
    bookings_of,
    with_key,
)
from pro_am.bookings.queries.reliability import kept_by

__all__ = [
    "ListedBooking",
    "Sheet",
    "ahead_between",
    "ahead_of",
    "asked_with_key",
    "booking_facts",
    "booking_of",
    "booking_with_thread",
    "bookings_of",
    "coming",
    "kept_by",
    "overdue",
    "past",
    "with_key",
]
