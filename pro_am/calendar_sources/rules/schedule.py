"""When a calendar kept elsewhere is read again, and how long what was read can be relied on."""

from datetime import datetime, timedelta

EVERY = timedelta(minutes=15)
LONGEST_PAUSE = timedelta(hours=24)
STALE_AFTER = timedelta(hours=24)
# A file does not change, but the horizon moves on, and with it the dates of what repeats.
FILE_EVERY = timedelta(days=1)


def next_reading(now: datetime, *, failures: int, is_file: bool, chance: float) -> datetime:
    """After so many failures in a row, twice as late each time.

    `chance`, from 0 to 1, spreads what would otherwise all be asked at once: a tenth later at most.
    """
    every = FILE_EVERY if is_file else EVERY
    pause = min(every * 2 ** min(max(failures - 1, 0), 10), LONGEST_PAUSE)
    return now + pause * (1 + chance / 10)


def relied_on_until(*, created_at: datetime, read_at: datetime | None) -> datetime:
    """From then on the calendar is stale: who knows what has been agreed elsewhere meanwhile."""
    return (read_at or created_at) + STALE_AFTER
