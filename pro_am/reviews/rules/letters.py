"""Pure: when somebody is asked for a review by letter."""

import enum
from datetime import datetime, timedelta

from pro_am.reviews.rules.window import WINDOW

LAST_DAYS = timedelta(days=3)
# A letter that a worker could not write in time is not written long afterwards.
LATE_BY = timedelta(days=1)


class Moment(enum.StrEnum):
    OPENED = "opened"
    LAST_DAYS = "last_days"


def due_moment(opened_at: datetime, now: datetime) -> Moment | None:
    """Which letter a window calls for at this moment, unless it was written."""
    last = opened_at + WINDOW - LAST_DAYS
    if opened_at <= now < opened_at + LATE_BY:
        return Moment.OPENED
    if last <= now < last + LATE_BY:
        return Moment.LAST_DAYS
    return None
