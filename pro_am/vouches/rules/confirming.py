"""A vouch is confirmed every year, or it lapses: never silently."""

from datetime import datetime, timedelta

from pro_am.vouches.rules.refusals import TooEarlyToConfirm

YEAR = timedelta(days=365)
ASKED_BEFORE = timedelta(days=30)
GRACE = timedelta(days=30)
STANDS_FOR = YEAR + GRACE  # since it was last confirmed


def lapses_at(confirmed_at: datetime) -> datetime:
    return confirmed_at + STANDS_FOR


def can_be_confirmed(confirmed_at: datetime, now: datetime) -> bool:
    """From the letter that asks, until it lapses."""
    return confirmed_at + YEAR - ASKED_BEFORE <= now < lapses_at(confirmed_at)


def check_confirming(confirmed_at: datetime, now: datetime) -> None:
    if not can_be_confirmed(confirmed_at, now):
        raise TooEarlyToConfirm


def is_to_be_asked(confirmed_at: datetime, asked_at: datetime | None, now: datetime) -> bool:
    """A month before the year is over, and once more when it is."""
    times = (confirmed_at + YEAR - ASKED_BEFORE, confirmed_at + YEAR)
    due = [at for at in times if at <= now]
    return bool(due) and (asked_at is None or asked_at < due[-1])
