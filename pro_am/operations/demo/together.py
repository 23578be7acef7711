"""What the demo has ahead of it together: a group with its waiting list, and a weekly series."""

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar, WeeklyHours
from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import SeriesWish, Wish
from pro_am.bookings.rules.series import WeeksToChoose
from pro_am.foundation import time_zones
from pro_am.foundation.database import db, transaction
from pro_am.operations.demo import found
from pro_am.profiles.models import Offer, Profile

COACH = "karim"
GROUP_OFFER = "Sortie en groupe, toutes allures"
SEATS = 12
SUNDAY = 6
EARLY = (7 * 60, 9 * 60)  # before the coach sees anybody alone
WEEKS = 5
HELLO = "Hello! Could I come at the same time every week until the race?"


def fill() -> None:
    """Let a group fill up, somebody wait for it, and somebody come every week."""
    coach = found.member(COACH)
    group = found.offer_of(coach, GROUP_OFFER)
    _open_to_groups(group)
    starts = found.free_starts(group)
    first, next_week = starts[0], starts[-1]
    for key, start, people in (("helen", first, 5), ("lea", first, 7), ("anais", next_week, 4)):
        wish = Wish(start=start, people=people, at_once=True)
        bookings.request_booking(found.member(key), group, wish, idempotency_key=f"demo {start}")
    day = time_zones.to_local(first, time_zones.zone(found.calendar_of(group).time_zone)).date()
    bookings.join(found.member("anais"), group, day=day, start=first, people=1)
    _come_every_week(found.member("helen"), coach)


def _open_to_groups(offer: Offer) -> None:
    """The group has hours of its own, in a calendar of its own."""
    with transaction():
        first = calendars.calendar_of(offer.profile_id)
        if first is None:
            raise LookupError(f"{COACH} has no calendar.")
        start, end = EARLY
        calendar = Calendar(
            profile_id=offer.profile_id,
            name="Groupe",
            is_main=False,
            time_zone=first.time_zone,
            notice_minutes=first.notice_minutes,
            horizon_days=first.horizon_days,
            windows=[
                WeeklyHours(weekday=SUNDAY, start_minute=start, end_minute=end, capacity=SEATS)
            ],
        )
        db.session.add(calendar)
        db.session.flush()  # the offer needs its id
        offer.is_group, offer.calendar_id = True, calendar.id


def _come_every_week(host: Member, coach: Member) -> None:
    """From the first start on that is free so many weeks in a row."""
    alone = db.session.scalars(
        select(Offer)
        .join(Offer.profile)
        .where(Profile.member_id == coach.id, Offer.is_group.is_(False))
        .order_by(Offer.id)
    ).first()
    if alone is None:
        raise LookupError(f"{COACH} offers nothing to one person.")
    for start in found.free_starts(alone):
        wish = SeriesWish(Wish(start=start, people=1, message=HELLO), WEEKS)
        try:
            bookings.request_series(host, alone, wish, idempotency_key=f"demo {start}")
        except WeeksToChoose:
            continue
        return
