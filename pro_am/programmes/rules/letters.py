"""When the letter of a week is due: on its Monday, in the morning of the client's own clock."""

from datetime import date, datetime, time, timedelta

MORNING = time(7)
LATEST = timedelta(days=3)  # after that, a letter of the week would be of the past


def monday_due(local: datetime) -> date | None:
    """The Monday whose letter is due at that local time; None before seven, and from Thursday."""
    monday = local.date() - timedelta(days=local.weekday())
    since = local - datetime.combine(monday, MORNING)
    return monday if timedelta(0) <= since < LATEST else None
