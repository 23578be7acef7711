"""People, offers and free times of the demo, once it is filled."""

from datetime import datetime, timedelta

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from pro_am.operations.demo.members import MEMBERS
from pro_am.profiles.models import Offer, Profile

AHEAD = timedelta(days=40)


def member(key: str) -> Member:
    email = next(of.email for of in MEMBERS if of.key == key)
    return db.session.scalars(select(Member).where(Member.email == email)).one()


def offer_of(pro_am: Member, title: str) -> Offer:
    return db.session.scalars(
        select(Offer)
        .join(Offer.profile)
        .where(Profile.member_id == pro_am.id, Offer.title == title)
    ).one()


def calendar_of(offer: Offer) -> Calendar:
    calendar = calendars.calendar_for(offer)
    if calendar is None:
        raise LookupError(f"{offer.title} has no calendar.")
    return calendar


def free_starts(
    offer: Offer, span: TimeSlot | None = None, as_of: datetime | None = None
) -> list[datetime]:
    """Of the next weeks, or of another span as it looked at another moment."""
    calendar, now = calendar_of(offer), as_of or clock.now()
    timing = calendars.timing_of(calendar, offer)
    return calendars.free_slots(calendar, timing, span or TimeSlot(now, now + AHEAD), now)


def profile_of(pro_am: Member) -> Profile:
    return db.session.scalars(select(Profile).where(Profile.member_id == pro_am.id)).one()
