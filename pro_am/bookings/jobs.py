"""What time does to bookings."""

from pro_am.bookings import actions

CATCH_UP = "bookings.catch_up"
FORGET_ALLERGIES = "bookings.forget_allergies"

HANDLERS = {
    CATCH_UP: actions.catch_up_with_time,
    FORGET_ALLERGIES: actions.forget_allergies,
}
