"""What every change to a calendar kept elsewhere has in common.

Whoever changes one locks its row first, then claims the calendar here, always in this order.
"""

from collections.abc import Iterable

from pro_am.availability import actions as availability
from pro_am.calendar_sources import queries
from pro_am.calendar_sources.models import CalendarSource
from pro_am.foundation import clock, jobs
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot

READ_OF_MEMBER = "calendar_sources.read_of_member"


def locked(source_id: int) -> CalendarSource | None:
    """The row as it is now, and ours until the transaction ends; None once it is removed."""
    return db.session.get(CalendarSource, source_id, with_for_update=True, populate_existing=True)


def ask_for_reading(source: CalendarSource) -> None:
    source.asked_at = source.next_at = clock.now()
    enqueue_readings(source.member_id)


def enqueue_readings(member_id: int) -> None:
    """One job for each member: of each, one calendar is read at a time."""
    jobs.enqueue(READ_OF_MEMBER, key=str(member_id), member_id=member_id)


def take(source: CalendarSource, stretches: Iterable[TimeSlot]) -> None:
    availability.set_busy(source.calendar_id, source.id, stretches)
    rely(source.calendar_id)


def rely(calendar_id: int) -> None:
    db.session.flush()  # what was just noted of its sources counts
    availability.rely_on(calendar_id, until=queries.reliance_on(calendar_id))
