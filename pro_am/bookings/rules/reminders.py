"""Reminders: a day and two hours before what is agreed."""

import enum
from datetime import datetime, timedelta


class Reminder(enum.StrEnum):
    DAY = "day"
    HOURS = "hours"


BEFORE = {Reminder.DAY: timedelta(hours=24), Reminder.HOURS: timedelta(hours=2)}
FIRST = max(BEFORE.values())


def due_reminder(start: datetime, *, agreed_at: datetime, now: datetime) -> Reminder | None:
    """The reminder that is due now, if any: only the latest of those whose time has come.

    Nobody is reminded of what was agreed after that time: its letter came a moment ago. A worker
    that rested sends no reminder late whose successor is due.
    """
    if now >= start:
        return None
    for reminder, before in sorted(BEFORE.items(), key=lambda each: each[1]):
        if start - before <= now:
            return reminder if agreed_at < start - before else None
    return None
