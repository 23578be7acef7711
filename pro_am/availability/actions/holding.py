"""Time is taken, kept and given back."""

from datetime import datetime, timedelta

from pro_am.availability import queries
from pro_am.availability.actions import claiming
from pro_am.availability.actions.picturing import picture_free_days
from pro_am.availability.models import Hold
from pro_am.availability.rules import daily_most
from pro_am.availability.rules.free_time import Load
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.availability.rules.slots import slot_is_bookable
from pro_am.availability.rules.timing import OfferTiming
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.time_slots import TimeSlot


def hold(
    calendar_id: int,
    timing: OfferTiming,
    start: datetime,
    *,
    expires_at: datetime | None,
    people: int = 1,
) -> Hold:
    """Take time for an offer from a start on, as far as there is room, or raise SlotTaken."""
    now = clock.now()
    with transaction():
        calendar = claiming.claim(calendar_id)
        seats = timing.seats_for(people)
        load = timing.load(start, seats)
        rules = queries.rules_read(calendar)
        matters = daily_most.reach(rules, timing, TimeSlot(start, start + timedelta.resolution))
        taken = queries.taken_by_calendar([calendar_id], matters, now)[calendar_id]
        rules = daily_most.with_full_days(rules, timing, taken.booked)
        if not slot_is_bookable(rules, taken.loads, timing, start, seats, now):
            raise SlotTaken
        held = new_hold(calendar_id, timing, start, load, expires_at)
        db.session.add(held)
        if expires_at is None:
            db.session.flush()  # the new load counts in the picture below
            picture_free_days(calendar, around=TimeSlot(load.start, load.end))
    return held


def new_hold(
    calendar_id: int,
    timing: OfferTiming,
    start: datetime,
    load: Load,
    expires_at: datetime | None,
) -> Hold:
    service = timing.service(start)
    return Hold(
        calendar_id=calendar_id,
        offer_id=timing.offer_id,
        is_group=timing.is_group,
        starts_at=service.start,
        ends_at=service.end,
        blocks_from=load.start,
        blocks_until=load.end,
        seats=load.seats,
        expires_at=expires_at,
    )


def keep(held: Hold) -> None:
    """A hold that would have expired stays. It must still be active."""
    with transaction():
        calendar = claiming.claim(held.calendar_id)
        held.expires_at = None
        db.session.flush()  # it counts in the picture below from now on
        picture_free_days(calendar, around=TimeSlot(held.blocks_from, held.blocks_until))


def release(held: Hold) -> None:
    """Give the time back."""
    with transaction():
        calendar = claiming.claim(held.calendar_id)
        held.released_at = clock.now()
        db.session.flush()  # it no longer counts in the picture below
        picture_free_days(calendar, around=TimeSlot(held.blocks_from, held.blocks_until))
