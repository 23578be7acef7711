"""Pure: when a coach may read what somebody is after."""

from datetime import datetime, timedelta

from pro_am.bookings.rules.life import HAPPENED, BookingState

AFTERWARDS = timedelta(weeks=4)  # for a last word, and what a break has put off


def is_shown(
    state: BookingState, *, on_request: bool, begins: datetime, weeks: int, now: datetime
) -> bool:
    """Of a booked programme: from the coach's yes, or the request on, to a while after its end."""
    if state is BookingState.REQUESTED:
        return on_request
    if state is not BookingState.CONFIRMED and state not in HAPPENED:
        return False
    return now < begins + timedelta(weeks=weeks) + AFTERWARDS
