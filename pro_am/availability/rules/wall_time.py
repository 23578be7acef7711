"""From the clock on the wall to an instant, with one rule for every change of the clock.

A wall time W on local date D becomes the earliest instant at which the zone's clock reads (D, W)
or later. So a time skipped in spring is the change itself, an hour that comes twice in autumn
means its first coming, and windows that tile a local day tile its real 23, 24 or 25 hours.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pro_am.foundation.time_zones import offsets_around_year

MINUTES_A_DAY = 24 * 60


def instant(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The UTC instant of a minute of a local day, 0 to 1440; 1440 is the next midnight."""
    if not 0 <= minute <= MINUTES_A_DAY:
        raise ValueError(f"A day has no minute {minute}")
    return instant_of(datetime.combine(day, time()) + timedelta(minutes=minute), zone)


def instant_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """The UTC instant of a wall time; both are naive."""
    for start, end, offset in offsets_around_year(zone, wall.year):
        reached = wall - offset
        if reached < end:
            return reached if reached > start else start  # cheaper than max: the busiest line here
    raise AssertionError(f"{wall} lies within its own year in every zone")
