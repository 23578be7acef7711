"""What people do with bookings: one function, one intention, one transaction."""

from pro_am.bookings.actions.answer_reminders import remind_to_answer
from pro_am.bookings.actions.catching_up import catch_up_with_time
from pro_am.bookings.actions.claiming import Sent
from pro_am.bookings.actions.confirming import confirm
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
    decline,
    withdraw,
)
from pro_am.bookings.actions.proposing import Proposal, propose
from pro_am.bookings.actions.requesting import Wish, request_booking
from pro_am.bookings.actions.start_code import begin

__all__ = [
    "FORGET_ALLERGIES_AFTER",
    "Proposal",
    "Sent",
    "Wish",
    "begin",
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
    "propose",
    "remind_to_answer",
    "request_booking",
    "withdraw",
]
