"""How often a time was sold twice: counted from the rows that a drill leaves behind."""

from collections.abc import Iterable
from itertools import groupby

from sqlalchemy import select

from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar, Hold
from pro_am.availability.rules.free_time import Load, occupancy
from pro_am.availability.rules.windows import Window, open_windows
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot


def all_times_over_capacity() -> int:
    """In all calendars; nothing may have expired yet."""
    return sum(map(_in_calendar, db.session.scalars(select(Calendar))))


def times_over_capacity(windows: Iterable[Window], holds: Iterable[TimeSlot]) -> int:
    """Maximal stretches in which more holds lie on each other than the windows have seats."""
    loads = [Load(held.start, held.end, seats=1) for held in holds]
    stretches = occupancy(windows, loads)
    runs = groupby(stretches, lambda stretch: stretch.load > stretch.capacity)
    return sum(is_over for is_over, _ in runs)


def _in_calendar(calendar: Calendar) -> int:
    rows = db.session.execute(
        select(Hold.blocks_from, Hold.blocks_until).where(
            Hold.calendar_id == calendar.id, Hold.released_at.is_(None)
        )
    )
    holds = [TimeSlot(start, end) for start, end in rows]
    if not holds:
        return 0
    span = TimeSlot(min(held.start for held in holds), max(held.end for held in holds))
    return times_over_capacity(open_windows(calendars.rules_of(calendar), span), holds)
