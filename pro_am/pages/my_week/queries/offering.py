"""What a member offers: their profile with its offers, and their calendar, as lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, bindparam, exists, select

from pro_am.accounts.models import Member
from pro_am.availability.models import Calendar, FreeDay, Override, WeeklyHours
from pro_am.availability.rules.day_bits import DayBits
from pro_am.availability.rules.pictured_time import pictured_time
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from pro_am.pages.my_week.rules import OfferLine
from pro_am.profiles.models import Offer, Profile
from pro_am.profiles.rules import Publication


@dataclass(frozen=True)
class ProfileLine:
    id: int
    slug: str
    state: Publication
    has_picture: bool
    offers: tuple[OfferLine, ...]
    public_offers: int


@dataclass(frozen=True)
class CalendarLine:
    """A calendar's clock, its free time, and its other hours on some days."""

    time_zone: str
    has_hours: bool
    free: list[TimeSlot]
    exceptions: dict[date, tuple[bool, str]]  # whether it is closed, and the reason


_PROFILE = (
    select(
        Profile.id,
        Profile.slug,
        Profile.state,
        Profile.picture_id,
        Offer.public_id,
        Offer.title,
        Offer.state,
        Offer.picture_id,
    )
    .outerjoin(Offer, Offer.profile_id == Profile.id)
    .where(Profile.member_id == bindparam("member_id"))
    .order_by(Offer.id)
)


def profile_line(member: Member) -> ProfileLine | None:
    rows = db.session.execute(_PROFILE, {"member_id": member.id}).all()
    if not rows:
        return None
    profile_id, slug, state, picture_id, *_offer = rows[0]
    offers = [row[4:] for row in rows if row[4] is not None]
    return ProfileLine(
        profile_id,
        slug,
        state,
        picture_id is not None,
        tuple(
            OfferLine(
                public_id,
                title,
                is_draft=offer_state is Publication.DRAFT,
                has_picture=offer_picture_id is not None,
            )
            for public_id, title, offer_state, offer_picture_id in offers
        ),
        sum(offer_state is Publication.PUBLISHED for _, _, offer_state, _ in offers),
    )


_CALENDAR = (
    select(
        Calendar.id,
        Calendar.time_zone,
        exists().where(WeeklyHours.calendar_id == Calendar.id),
        FreeDay.day,
        FreeDay.low,
        FreeDay.high,
        Override.day,
        Override.windows,
        Override.reason,
    )
    .outerjoin(
        FreeDay,
        and_(
            FreeDay.calendar_id == Calendar.id,
            FreeDay.day.between(bindparam("first"), bindparam("last")),
        ),
    )
    .outerjoin(
        Override,
        and_(
            Override.calendar_id == Calendar.id,
            Override.day.in_(bindparam("days", expanding=True)),
        ),
    )
    .where(Calendar.profile_id == bindparam("profile_id"))
    .order_by(Calendar.id)
)


def calendar_line(profile_id: int, days: Sequence[date], span: TimeSlot) -> CalendarLine | None:
    """The calendars of a profile with what is different on these days, and free in the span.

    Free is when one of them is, on the clock of the first; an exception of the first counts before
    others. One question: each of the few free days comes once for each of the fewer exceptions.
    """
    facts = {
        "profile_id": profile_id,
        "first": span.start.date(),
        "last": span.end.date(),
        "days": days,
    }
    rows = db.session.execute(_CALENDAR, facts).all()
    if not rows:
        return None
    picture: dict[date, DayBits] = {}
    exceptions: dict[date, tuple[bool, str]] = {}
    for _id, _zone, _open, free_day, low, high, day, windows, reason in rows:
        if free_day:
            before = picture.get(free_day, DayBits(0, 0))
            picture[free_day] = DayBits(before.low | low, before.high | high)
        if day:
            exceptions.setdefault(day, (not windows, reason))
    has_hours = any(row[2] for row in rows)
    return CalendarLine(rows[0].time_zone, has_hours, pictured_time(picture), exceptions)
