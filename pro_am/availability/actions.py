"""What people and other features may do with a calendar. Whoever takes time claims it first."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, delete, insert, update

from pro_am.availability import queries
from pro_am.availability.events import HoursChanged
from pro_am.availability.models import Calendar, FreeDay, Hold, Override, WeeklyHours
from pro_am.availability.rules.bookable_time import bookable_time
from pro_am.availability.rules.calendar_rules import CalendarRules, WeeklyWindow
from pro_am.availability.rules.day_bits import bits_by_day
from pro_am.availability.rules.exceptions import Exceptional
from pro_am.availability.rules.free_time import ONE_BOOKING
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.availability.rules.slots import OfferTiming, slot_is_bookable
from pro_am.foundation import clock
from pro_am.foundation.database import already_read, db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.time_slots import TimeSlot

NOTICE_MINUTES = 24 * 60
HORIZON_DAYS = 60
PICTURED_BEYOND = timedelta(days=14)  # so that a worker that rests for days hides nothing

_CLAIM = (
    update(Calendar)
    .where(Calendar.id == bindparam("calendar_id"))
    .values(revision=Calendar.revision + 1, claimed_at=bindparam("now"))
    .returning(Calendar)
    .execution_options(synchronize_session=False, populate_existing=True)
)


def open_calendar(profile_id: int, time_zone: str, weekly: Iterable[WeeklyWindow]) -> Calendar:
    with transaction():
        calendar = Calendar(
            profile_id=profile_id,
            time_zone=time_zone,
            notice_minutes=NOTICE_MINUTES,
            horizon_days=HORIZON_DAYS,
            windows=[_hours(window) for window in weekly],
        )
        db.session.add(calendar)
        db.session.flush()  # free days need its id
        _picture_free_days(calendar)
        publish(HoursChanged(calendar.id, profile_id))
    return calendar


def change_hours(
    calendar_id: int,
    *,
    weekly: Iterable[WeeklyWindow],
    notice_minutes: int,
    horizon_days: int,
    buffers: tuple[int, int, int],
    capacity: int | None = None,
) -> None:
    """Set weekly hours, notice, horizon and buffers (before, after, travel; minutes).

    A capacity counts for other hours on some days too: it is said once for the whole calendar.
    What is agreed stays agreed, inside the new hours or not.
    """
    with transaction():
        calendar = claim(calendar_id)
        calendar.windows = [_hours(window) for window in weekly]
        calendar.notice_minutes = notice_minutes
        calendar.horizon_days = horizon_days
        (
            calendar.buffer_before_minutes,
            calendar.buffer_after_minutes,
            calendar.travel_buffer_minutes,
        ) = buffers
        if capacity is not None:
            for override in calendar.overrides:
                override.windows = [[start, end, capacity] for start, end, _ in override.windows]
        _picture_free_days(calendar)
        publish(HoursChanged(calendar.id, calendar.profile_id))


def override_days(
    calendar_id: int, exceptional: Exceptional, *, instead_of: tuple[date, date] | None = None
) -> None:
    """Set other hours from a day to another, or close them; what was said of them goes."""
    with transaction():
        calendar = claim(calendar_id)
        if instead_of:
            _forget_overrides(calendar, *instead_of)
        _forget_overrides(calendar, exceptional.first, exceptional.last)
        calendar.overrides += [
            Override(
                day=each.day,
                windows=[[w.start_minute, w.end_minute, w.capacity] for w in each.windows],
                reason=exceptional.reason,
            )
            for each in exceptional.overrides
        ]
        _picture_free_days(calendar)
        publish(HoursChanged(calendar.id, calendar.profile_id))


def drop_overrides(calendar_id: int, first: date, last: date) -> None:
    """The weekly hours count again on these days, both included."""
    with transaction():
        calendar = claim(calendar_id)
        _forget_overrides(calendar, first, last)
        _picture_free_days(calendar)
        publish(HoursChanged(calendar.id, calendar.profile_id))


def empty_calendar(calendar_id: int) -> None:
    """Close it for good: no hours, no exceptions with their reasons; what was held stays."""
    with transaction():
        calendar = claim(calendar_id)
        calendar.windows, calendar.overrides = [], []
        db.session.flush()  # free days are pictured from the rules as they are now
        _picture_free_days(calendar)
        publish(HoursChanged(calendar.id, calendar.profile_id))


def claim(calendar_id: int) -> Calendar:
    """Make everybody else who wants time in this calendar wait until this transaction ends.

    The first statement of every transaction that makes time active. An UPDATE is a row lock on
    PostgreSQL; on SQLite the transaction has taken the only write lock already. What this
    transaction has claimed, nobody else has changed since.
    """
    claimed = already_read()
    if (Calendar, calendar_id) not in claimed:
        claimed[Calendar, calendar_id] = db.session.scalars(
            _CLAIM, {"calendar_id": calendar_id, "now": clock.now()}
        ).one()
    calendar: Calendar = claimed[Calendar, calendar_id]
    return calendar


def hold(
    calendar_id: int, timing: OfferTiming, start: datetime, *, expires_at: datetime | None
) -> Hold:
    """Take time for an offer from a start on, as far as there is room, or raise SlotTaken."""
    now = clock.now()
    with transaction():
        calendar = claim(calendar_id)
        load = timing.load(start, ONE_BOOKING)
        loads = queries.loads_by_calendar([calendar_id], TimeSlot(load.start, load.end), now)
        if not slot_is_bookable(
            queries.rules_of(calendar), loads[calendar_id], timing, start, ONE_BOOKING, now
        ):
            raise SlotTaken
        service = timing.service(start)
        held = Hold(
            calendar_id=calendar_id,
            starts_at=service.start,
            ends_at=service.end,
            blocks_from=load.start,
            blocks_until=load.end,
            seats=load.seats,
            expires_at=expires_at,
        )
        db.session.add(held)
        db.session.flush()  # the new load counts in the picture below
        if expires_at is None:
            _picture_free_days(calendar, around=TimeSlot(load.start, load.end))
    return held


def keep(held: Hold) -> None:
    """A hold that would have expired stays. It must still be active."""
    with transaction():
        calendar = claim(held.calendar_id)
        held.expires_at = None
        db.session.flush()  # it counts in the picture below from now on
        _picture_free_days(calendar, around=TimeSlot(held.blocks_from, held.blocks_until))


def release(held: Hold) -> None:
    """Give the time back."""
    with transaction():
        calendar = claim(held.calendar_id)
        held.released_at = clock.now()
        db.session.flush()  # it no longer counts in the picture below
        _picture_free_days(calendar, around=TimeSlot(held.blocks_from, held.blocks_until))


def picture_all_free_days() -> None:
    """Nightly: days come into the horizon, old ones go; one transaction for each calendar."""
    for calendar_id in db.session.scalars(db.select(Calendar.id)).all():
        with transaction():
            _picture_free_days(claim(calendar_id))


def _picture_free_days(calendar: Calendar, *, around: TimeSlot | None = None) -> None:
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


def _forget_overrides(calendar: Calendar, first: date, last: date) -> None:
    calendar.overrides = [each for each in calendar.overrides if not first <= each.day <= last]
    db.session.flush()  # the row goes before another for the same day comes


def _hours(window: WeeklyWindow) -> WeeklyHours:
    return WeeklyHours(
        weekday=window.weekday,
        start_minute=window.start_minute,
        end_minute=window.end_minute,
        capacity=window.capacity,
    )
