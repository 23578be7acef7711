"""What people do with bookings: one function, one intention, one transaction."""

from pro_am.bookings.actions.catching_up import catch_up_with_time
from pro_am.bookings.actions.forgetting import (
    FORGET_ALLERGIES_AFTER,
    forget_allergies,
    forget_whereabouts,
)
from pro_am.bookings.actions.keeping_apart import call_off, end_requests
from pro_am.bookings.actions.moving import (
    cancel,
    cancel_what_lies_ahead,
    complete,
    confirm,
    decline,
    withdraw,
)
from pro_am.bookings.actions.requesting import Wish, request_booking

__all__ = [
    "FORGET_ALLERGIES_AFTER",
    "Wish",
    "call_off",
    "cancel",
    "cancel_what_lies_ahead",
    "catch_up_with_time",
    "complete",
    "confirm",
    "decline",
    "end_requests",
    "forget_allergies",
    "forget_whereabouts",
    "request_booking",
    "withdraw",
]
