"""Taking several times at once, and moving one: all of it, or nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from pro_am.availability import queries
from pro_am.availability.actions.claiming import claim
from pro_am.availability.actions.holding import new_hold
from pro_am.availability.actions.picturing import picture_free_days
from pro_am.availability.models import Calendar, Hold
from pro_am.availability.queries import Taken
from pro_am.availability.rules import daily_most
from pro_am.availability.rules.daily_most import Booked
from pro_am.availability.rules.free_time import Load
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.availability.rules.slots import slot_is_bookable
from pro_am.availability.rules.timing import OfferTiming
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.time_slots import TimeSlot


def hold_each(
    calendar_id: int,
    timing: OfferTiming,
    starts: Sequence[datetime],
    *,
    people: int,
    expires_at: datetime | None,
) -> list[Hold]:
    """Take time for each of these starts, or raise SlotTaken and take none."""
    with transaction():
        calendar = claim(calendar_id)
        seats = timing.seats_for(people)
        wanted = [timing.load(start, seats) for start in starts]
        taken = _taken_around(calendar, timing, starts)
        held = []
        for start, load in zip(starts, wanted, strict=True):
            _check(calendar, taken, timing, start, seats)
            # The next one finds it there.
            taken.loads.append(load)
            taken.booked.append(Booked(start, timing.offer_id, timing.is_group))
            held.append(new_hold(calendar_id, timing, start, load, expires_at))
        db.session.add_all(held)
        db.session.flush()  # callers ask for their ids, and the new loads count in the picture
        if expires_at is None:
            picture_free_days(calendar, around=_span_of(wanted))
    return held


def move(held: Hold, timing: OfferTiming, start: datetime) -> None:
    """Give one time back and take another, in which its own counts as free; or SlotTaken."""
    with transaction():
        calendar = claim(held.calendar_id)
        taken = _taken_around(calendar, timing, [start], but=held)
        _check(calendar, taken, timing, start, held.seats)
        _shift(held, timing.service(start), timing.load(start))


def move_into(held: Hold, beside: Hold | None, timing: OfferTiming, start: datetime) -> None:
    """Move time to where `hold_beside` has kept room for it, and nowhere beyond.

    Buffers that have grown since get no more than was kept: the rest may be somebody else's.
    """
    with transaction():
        kept, wanted = _kept(held.load, beside.load if beside else None), timing.load(start)
        _shift(
            held,
            timing.service(start),
            replace(wanted, start=max(wanted.start, kept.start), end=min(wanted.end, kept.end)),
        )


def hold_beside(
    held: Hold, timing: OfferTiming, start: datetime, *, expires_at: datetime
) -> Hold | None:
    """Take another time for what is held already, as far as the two do not overlap.

    Together they take what either takes alone, so the first can be moved there in the end. None
    when it lies inside what is held.
    """
    with transaction():
        calendar = claim(held.calendar_id)
        wanted = timing.load(start, held.seats)
        taken = _taken_around(calendar, timing, [start], but=held)
        _check(calendar, taken, timing, start, held.seats)
        rest = _outside(wanted, held.load)
        if rest is None:
            return None
        beside = new_hold(calendar.id, timing, start, rest, expires_at)
        db.session.add(beside)
        db.session.flush()  # its id is asked for
    return beside


def _shift(held: Hold, service: TimeSlot, wanted: Load) -> None:
    calendar, before = claim(held.calendar_id), held.load
    held.starts_at, held.ends_at = service.start, service.end
    held.blocks_from, held.blocks_until = wanted.start, wanted.end
    db.session.flush()  # it counts in the picture below, where it is now
    picture_free_days(calendar, around=_span_of([before]))
    picture_free_days(calendar, around=_span_of([wanted]))


def _kept(held: Load, beside: Load | None) -> TimeSlot:
    """Where the new time lies: in the other hold, or in both where they touch."""
    if beside is None:
        return TimeSlot(held.start, held.end)
    if held.end == beside.start or held.start == beside.end:
        return TimeSlot(min(held.start, beside.start), max(held.end, beside.end))
    return TimeSlot(beside.start, beside.end)


def _outside(wanted: Load, taken: Load) -> Load | None:
    """The part of a load that another of about the same length does not cover already."""
    if wanted.start >= taken.end or wanted.end <= taken.start:
        return wanted
    if wanted.end > taken.end:
        return replace(wanted, start=max(wanted.start, taken.end))
    if wanted.start < taken.start:
        return replace(wanted, end=taken.start)
    return None


def _check(
    calendar: Calendar, taken: Taken, timing: OfferTiming, start: datetime, seats: int | None
) -> None:
    rules = daily_most.with_full_days(queries.rules_read(calendar), timing, taken.booked)
    if not slot_is_bookable(rules, taken.loads, timing, start, seats, clock.now()):
        raise SlotTaken


def _taken_around(
    calendar: Calendar, timing: OfferTiming, starts: Sequence[datetime], *, but: Hold | None = None
) -> Taken:
    span = TimeSlot(min(starts), max(starts) + timedelta.resolution)
    matters = daily_most.reach(queries.rules_read(calendar), timing, span)
    taken = queries.taken_by_calendar([calendar.id], matters, clock.now(), without=but)
    return taken[calendar.id]


def _span_of(loads: Sequence[Load]) -> TimeSlot:
    return TimeSlot(min(load.start for load in loads), max(load.end for load in loads))
