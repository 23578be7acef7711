"""Which week is told when: a day and an hour on the client's own clock.

A recap is about the week that the chosen day closes: told on a Sunday, the week of that Sunday;
told on another day, the one before. An hour that does not exist when clocks go forward is told as
soon after as it would have been before; of an hour that comes twice the first one counts.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from pro_am.foundation import time_zones

SUNDAY = 6
LAST_MINUTE = 24 * 60 - 1
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
# When the next one is further away than this, the clock was wrong when that was worked out.
LONGEST_WAIT = WEEK + DAY


@dataclass(frozen=True)
class Rhythm:
    weekday: int  # 0: Monday
    minute: int  # from midnight
    time_zone: str


def at_first(time_zone: str) -> Rhythm:
    return Rhythm(SUNDAY, 18 * 60, time_zone)


def due_at(rhythm: Rhythm, monday: date) -> datetime:
    """When the week of that Monday is told, in UTC."""
    day = monday + rhythm.weekday * DAY + (WEEK if rhythm.weekday != SUNDAY else timedelta())
    local = datetime.combine(day, time(rhythm.minute // 60, rhythm.minute % 60))
    # Without a fold: the offset from before the change, whichever way clocks go.
    told = local.replace(tzinfo=time_zones.zone(rhythm.time_zone))
    return told.astimezone(UTC).replace(tzinfo=None)


def newest_due(rhythm: Rhythm, now: datetime) -> date:
    """The Monday of the last week whose moment has come, however long ago."""
    monday = monday_of(now.date()) + WEEK
    while due_at(rhythm, monday) > now:
        monday -= WEEK
    return monday


def next_due(rhythm: Rhythm, now: datetime) -> date:
    """The Monday of the week that is told next."""
    return newest_due(rhythm, now) + WEEK


def monday_of(day: date) -> date:
    return day - day.weekday() * DAY
