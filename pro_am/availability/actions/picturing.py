"""The coarse picture of free days, for search; and what sees to it that it is true."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, insert

from pro_am.availability import queries
from pro_am.availability.actions.claiming import claim
from pro_am.availability.models import Calendar, FreeDay
from pro_am.availability.rules.bookable_time import bookable_time
from pro_am.availability.rules.day_bits import DayBits, bits_by_day, quarters_missing
from pro_am.availability.rules.free_time import ONE_BOOKING
from pro_am.foundation import clock, marks
from pro_am.foundation.database import db, transaction
from pro_am.foundation.time_slots import TimeSlot

log = logging.getLogger(__name__)

PICTURED_BEYOND = timedelta(days=14)  # so that a worker that rests for days hides nothing
_DAY = timedelta(days=1)
_Picture = Mapping[date, DayBits]


@dataclass(frozen=True)
class Audit:
    """How many calendars were looked at, and what their pictures hid."""

    calendars: int
    at_fault: int
    quarters: int  # quarter hours that were free and not pictured


def picture_all_free_days() -> None:
    """For calendars that were written all at once; one transaction for each."""
    for calendar_id in db.session.scalars(db.select(Calendar.id)).all():
        with transaction():
            picture_free_days(claim(calendar_id))


def picture_farther(profile_id: int) -> None:
    """An offer may be booked further ahead than its calendar: search is to find it there."""
    farthest = queries.farthest_of_offers(profile_id)
    with transaction():
        for calendar in queries.calendars_of(profile_id) if farthest else ():
            if farthest > calendar.horizon_days:
                picture_free_days(claim(calendar.id))


def audit_free_days() -> Audit:
    """Nightly: days come into the horizon, old ones go, and what is pictured is looked at again.

    A picture that shows too little hides somebody from a search: that is a fault of ours. It is
    put right, and the operator hears of it.
    """
    missing = []
    for calendar_id in db.session.scalars(db.select(Calendar.id).order_by(Calendar.id)).all():
        with transaction():
            missing.append(_look_again(claim(calendar_id)))
    audit = Audit(len(missing), sum(map(bool, missing)), sum(missing))
    with transaction():
        db.session.execute(delete(FreeDay).where(FreeDay.day < clock.now().date()))
        marks.put(marks.Name.FREE_DAYS, str(audit.at_fault))
    if audit.at_fault:
        log.error("free days hid %s quarters of %s calendars", audit.quarters, audit.at_fault)
    return audit


def picture_free_days(calendar: Calendar, *, around: TimeSlot | None = None) -> None:
    """Write the free quarters of the days around, or of the whole horizon.

    The picture may show too much but never too little, so what moves by itself stays out of it:
    notice, the horizon's daily step, and holds that will expire unless somebody keeps them.
    """
    first = clock.now().date()
    if around:
        first, last = max(first, around.start.date()), around.end.date()
    else:
        last = _last_day(calendar)
        _forget_beyond(calendar, last)
    if first <= last:
        _write(calendar, first, last, _true_picture(calendar, first, last))


def _look_again(calendar: Calendar) -> int:
    """How many free quarters the picture of a calendar lacks; it is true afterwards."""
    first, last = clock.now().date(), _last_day(calendar)
    [pictured] = queries.pictured_days([calendar.id], _days(first, last)).values() or [{}]
    true = _true_picture(calendar, first, last)
    _forget_beyond(calendar, last)
    if dict(pictured) != dict(true):
        _write(calendar, first, last, true)
    due = last - PICTURED_BEYOND  # a day that has just come near enough was due to nobody
    return quarters_missing(pictured, {day: bits for day, bits in true.items() if day <= due})


def _last_day(calendar: Calendar) -> date:
    horizon = timedelta(days=queries.farthest_horizon(calendar))
    return clock.now().date() + horizon + PICTURED_BEYOND


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _true_picture(calendar: Calendar, first: date, last: date) -> _Picture:
    midnight = datetime.min.time()
    span = TimeSlot(datetime.combine(first, midnight), datetime.combine(last + _DAY, midnight))
    loads = queries.loads_by_calendar([calendar.id], span, None)[calendar.id]
    return bits_by_day(bookable_time(queries.rules_of(calendar), loads, span, ONE_BOOKING))


def _forget_beyond(calendar: Calendar, last: date) -> None:
    """Of a horizon that was longer."""
    db.session.execute(
        delete(FreeDay).where(FreeDay.calendar_id == calendar.id, FreeDay.day > last)
    )


def _write(calendar: Calendar, first: date, last: date, picture: _Picture) -> None:
    db.session.execute(
        delete(FreeDay).where(FreeDay.calendar_id == calendar.id, FreeDay.day.between(first, last))
    )
    if picture:
        db.session.execute(
            insert(FreeDay),
            [
                {"day": day, "calendar_id": calendar.id, "low": bits.low, "high": bits.high}
                for day, bits in picture.items()
            ],
        )
