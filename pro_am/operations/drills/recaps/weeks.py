"""The weeks of the drill: those at whose end the clocks of Paris change, both ways."""

from datetime import date, datetime, timedelta

from pro_am.foundation import time_zones
from pro_am.operations.market.crowd import ZONE

# Half an hour before and after the hour that does not exist, or comes twice; and within it.
MINUTES = (90, 120, 135, 150, 165, 180, 210)
BEFORE = timedelta(hours=1, minutes=40)  # of the change: before the first of them in either week
AFTER = timedelta(hours=3)


def next_changes(now: datetime) -> list[datetime]:
    """When the clocks change next, in UTC: once forward and once back."""
    zone = time_zones.zone(ZONE)
    found = {
        stretch.start
        for year in (now.year, now.year + 1)
        for stretch in time_zones.offsets_around_year(zone, year)[1:]
    }
    ahead = sorted(each for each in found if each > now + timedelta(weeks=2))
    return ahead[:2]


def monday_before(change: datetime) -> date:
    return change.date() - timedelta(days=change.weekday())
