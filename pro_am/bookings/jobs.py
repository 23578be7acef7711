"""What time does to bookings."""

from pro_am.bookings import actions
from pro_am.bookings.actions import disputes

CATCH_UP = "bookings.catch_up"
REMIND = "bookings.remind"
WAITING_LISTS = actions.WAITING_LISTS
FORGET_ALLERGIES = "bookings.forget_allergies"
FORGET_EVIDENCE = "bookings.forget_evidence"
REMIND_TO_ANSWER = "bookings.remind_to_answer"

HANDLERS = {
    CATCH_UP: actions.catch_up_with_time,
    REMIND: actions.remind,
    WAITING_LISTS: actions.catch_up_with_waiting,
    FORGET_ALLERGIES: actions.forget_allergies,
    FORGET_EVIDENCE: disputes.forget_left_over_evidence,
    REMIND_TO_ANSWER: actions.remind_to_answer,
}
