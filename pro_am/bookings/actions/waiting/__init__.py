"""Waiting lists: joining, being offered a seat, taking it or letting it go."""

from pro_am.bookings.actions.waiting.joining import join, leave, leave_all
from pro_am.bookings.actions.waiting.offering import (
    WAITING_LISTS,
    catch_up_with_waiting,
    move_queue,
    serve,
)
from pro_am.bookings.actions.waiting.taking import booking_of_place, needs_more, take

__all__ = [
    "WAITING_LISTS",
    "booking_of_place",
    "catch_up_with_waiting",
    "join",
    "leave",
    "leave_all",
    "move_queue",
    "needs_more",
    "serve",
    "take",
]
