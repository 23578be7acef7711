"""When an offer that is booked at once really is, and when its pro-am is asked first."""

from datetime import datetime, timedelta


def leaves_the_notice(now: datetime, start: datetime, *, notice_minutes: int) -> bool:
    """Whether the pro-am still has the time they want between a booking and its start."""
    return start - now >= timedelta(minutes=notice_minutes)


def is_booked_at_once(
    now: datetime,
    start: datetime,
    *,
    notice_minutes: int,
    has_allergies: bool,
    is_reachable: bool,
    is_up_to_date: bool,
) -> bool:
    """No answer is needed: there is time enough, the host can be written to, nothing to read.

    Allergies have to be read by whoever cooks, so a request that names some waits for an answer;
    so does any while a calendar of the pro-am kept elsewhere could not be read for a day.
    """
    in_time = leaves_the_notice(now, start, notice_minutes=notice_minutes)
    return in_time and is_reachable and is_up_to_date and not has_allergies
