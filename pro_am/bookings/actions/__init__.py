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
from pro_am.bookings.actions.reminding import has_said_so, remind, will_come
from pro_am.bookings.actions.requesting import Wish, request_booking
from pro_am.bookings.actions.rescheduling import (
    agree,
    end_proposals,
    refuse,
    reschedule,
    take_back,
)
from pro_am.bookings.actions.series import SeriesWish, answer_series, request_series
from pro_am.bookings.actions.start_code import begin
from pro_am.bookings.actions.waiting import (
    WAITING_LISTS,
    booking_of_place,
    catch_up_with_waiting,
    join,
    leave,
    leave_all,
    move_queue,
    needs_more,
    serve,
    take,
)

__all__ = [
    "FORGET_ALLERGIES_AFTER",
    "WAITING_LISTS",
    "Proposal",
    "Sent",
    "SeriesWish",
    "Wish",
    "agree",
    "answer_series",
    "begin",
    "booking_of_place",
    "call_off",
    "cancel",
    "cancel_what_lies_ahead",
    "catch_up_with_time",
    "catch_up_with_waiting",
    "complete",
    "confirm",
    "decline",
    "end_proposals",
    "end_requests",
    "forget_allergies",
    "forget_whereabouts",
    "has_said_so",
    "join",
    "leave",
    "leave_all",
    "move_queue",
    "needs_more",
    "propose",
    "refuse",
    "remind",
    "remind_to_answer",
    "request_booking",
    "request_series",
    "reschedule",
    "serve",
    "take",
    "take_back",
    "will_come",
    "withdraw",
]
