"""Reminding whoever has to answer: at half time, and two hours before it is too late."""

import enum
from datetime import datetime, timedelta

LAST_HOURS = timedelta(hours=2)


class Moment(enum.StrEnum):
    HALF_TIME = "half_time"
    LAST_HOURS = "last_hours"


def moments(asked_at: datetime, answer_by: datetime) -> dict[Moment, datetime]:
    """When to remind. Where half time is within the last two hours, once is enough."""
    half_time = asked_at + (answer_by - asked_at) / 2
    last = answer_by - LAST_HOURS
    if last <= half_time:
        return {Moment.HALF_TIME: half_time}
    return {Moment.HALF_TIME: half_time, Moment.LAST_HOURS: last}


def moment_reached(asked_at: datetime, answer_by: datetime, now: datetime) -> Moment | None:
    """The latest moment that has come: one that was slept through is not made up for."""
    if now >= answer_by:
        return None
    reached = [moment for moment, at in moments(asked_at, answer_by).items() if at <= now]
    return reached[-1] if reached else None
