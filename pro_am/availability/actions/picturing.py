"""The coarse picture of free days, for search."""

from datetime import datetime, timedelta

from sqlalchemy import delete, insert

from pro_am.availability import queries
from pro_am.availability.actions.claiming import claim
from pro_am.availability.models import Calendar, FreeDay
from pro_am.availability.rules.bookable_time import bookable_time
from pro_am.availability.rules.calendar_rules import CalendarRules
from pro_am.availability.rules.day_bits import bits_by_day
from pro_am.availability.rules.free_time import ONE_BOOKING
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.time_slots import TimeSlot

PICTURED_BEYOND = timedelta(days=14)  # so that a worker that rests for days hides nothing


def picture_all_free_days() -> None:
    """Nightly: days come into the horizon, old ones go; one transaction for each calendar."""
    for calendar_id in db.session.scalars(db.select(Calendar.id)).all():
        with transaction():
            picture_free_days(claim(calendar_id))


def picture_free_days(calendar: Calendar, *, around: TimeSlot | None = None) -> None:
    """Write the free quarters of the days around, or of the whole horizon.

    The picture may show too much but never too little, so what moves by itself stays out of it:
    notice, the horizon's daily step, and holds that will expire unless somebody keeps them.
    """
    first = clock.now().date()
    last = first + timedelta(days=calendar.horizon_days) + PICTURED_BEYOND
    if around:
        first = max(first, around.start.date())
        last = min(last, around.end.date())
    if first > last:
        return
    span = TimeSlot(
        datetime.combine(first, datetime.min.time()),
        datetime.combine(last + timedelta(days=1), datetime.min.time()),
    )
    loads = queries.loads_by_calendar([calendar.id], span, None)[calendar.id]
    rules: CalendarRules = queries.rules_of(calendar)
    pictures = bits_by_day(bookable_time(rules, loads, span, ONE_BOOKING))
    written = delete(FreeDay).where(FreeDay.calendar_id == calendar.id)
    if around:
        written = written.where(FreeDay.day.between(first, last))
    db.session.execute(written)
    if pictures:
        db.session.execute(
            insert(FreeDay),
            [
                {"day": day, "calendar_id": calendar.id, "low": bits.low, "high": bits.high}
                for day, bits in pictures.items()
            ],
        )
