"""The coarse picture of free days, and which calendars changed."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import bindparam, select

from pro_am.availability.models import Calendar, FreeDay
from pro_am.availability.rules.day_bits import DayBits
from pro_am.foundation.database import db

Picture = Mapping[date, DayBits]

# The table, not the model: half the price, at every search.
_calendars = Calendar.__table__
_CLAIMED_SINCE = select(_calendars.c.id, _calendars.c.revision).where(
    _calendars.c.claimed_at > bindparam("instant")
)
_free_days = FreeDay.__table__
_PICTURED = select(
    _free_days.c.calendar_id, _free_days.c.day, _free_days.c.low, _free_days.c.high
).where(
    _free_days.c.day.in_(bindparam("days", expanding=True)),
    _free_days.c.calendar_id.in_(bindparam("calendars", expanding=True)),
)


def claimed_since(instant: datetime) -> dict[int, int]:
    """The revisions of the calendars that were claimed since then, by calendar id."""
    rows = db.session.execute(_CLAIMED_SINCE, {"instant": instant})
    return {calendar_id: revision for calendar_id, revision in rows}


def pictured_days(calendar_ids: Collection[int], days: Collection[date]) -> Mapping[int, Picture]:
    """When these calendars may be free on some UTC days; those that never are, are left out."""
    rows = db.session.execute(_PICTURED, {"days": list(days), "calendars": list(calendar_ids)})
    pictures: dict[int, dict[date, DayBits]] = defaultdict(dict)
    for calendar_id, day, low, high in rows:
        pictures[calendar_id][day] = DayBits(low, high)
    return pictures
