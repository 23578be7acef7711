"""Which calendar it is: the first of a profile, the one of an offer, all of them."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, bindparam, func, or_, select

from pro_am.availability.models import Calendar
from pro_am.foundation.database import db
from pro_am.profiles.models import Offer

_calendars = Calendar.__table__
_ID_OF = select(_calendars.c.id).where(
    _calendars.c.profile_id == bindparam("profile_id"), _calendars.c.is_main
)
_RELIED_ON_UNTIL = select(_calendars.c.relied_on_until).where(
    _calendars.c.id == bindparam("calendar_id")
)

# In a question about offers: the calendar in which each takes its time.
OF_OFFER = and_(
    Calendar.profile_id == Offer.profile_id,
    or_(Calendar.id == Offer.calendar_id, and_(Offer.calendar_id.is_(None), Calendar.is_main)),
)


def calendar_of(profile_id: int) -> Calendar | None:
    """The first calendar of a profile: in it, offers take their time that name no other."""
    return db.session.scalar(
        select(Calendar).where(Calendar.profile_id == profile_id, Calendar.is_main)
    )


def calendar_for(offer: Offer) -> Calendar | None:
    """The one in which an offer takes its time."""
    if offer.calendar_id is None:
        return calendar_of(offer.profile_id)
    return db.session.get(Calendar, offer.calendar_id)


def calendar_id_for(offer: Offer) -> int | None:
    if offer.calendar_id is None:
        return db.session.scalar(_ID_OF, {"profile_id": offer.profile_id})
    return offer.calendar_id


def calendars_of(profile_id: int) -> list[Calendar]:
    """All calendars of a profile, the first one first; claims of several keep this order."""
    found = select(Calendar).where(Calendar.profile_id == profile_id, Calendar.removed_at.is_(None))
    return list(db.session.scalars(found.order_by(Calendar.id)))


def farthest_horizon(calendar: Calendar) -> int:
    """In days: the calendar's own, or that of an offer which can be booked further ahead."""
    return max(calendar.horizon_days, farthest_of_offers(calendar.profile_id))


def farthest_of_offers(profile_id: int) -> int:
    """The longest horizon that an offer of a profile has of its own; 0 without one."""
    longest = select(func.max(Offer.horizon_days)).where(Offer.profile_id == profile_id)
    return db.session.scalar(longest) or 0


def is_relied_on(calendar_id: int, now: datetime) -> bool:
    """The same as of a calendar itself, for those who need nothing else of it."""
    until = db.session.scalar(_RELIED_ON_UNTIL, {"calendar_id": calendar_id})
    return until is None or now < until


def stale_offers(offer_ids: Collection[int], now: datetime) -> set[int]:
    """Of these offers those whose calendar is not relied on by now."""
    found = (
        select(Offer.id)
        .join(Calendar, OF_OFFER)
        .where(Offer.id.in_(offer_ids), Calendar.relied_on_until <= now)
    )
    return set(db.session.scalars(found))


def takes_time_in(offer: Offer, calendar: Calendar) -> bool:
    """Whether this is still the calendar of an offer, for whoever has claimed it."""
    if offer.calendar_id is None:
        return calendar.is_main and calendar.profile_id == offer.profile_id
    return offer.calendar_id == calendar.id


def calendar_facts(calendar: Calendar) -> dict[str, object]:
    """What a member's own file says of their calendar; minutes count from midnight."""
    return {
        "name": calendar.name,
        "time_zone": calendar.time_zone,
        "notice_minutes": calendar.notice_minutes,
        "horizon_days": calendar.horizon_days,
        "weekly_hours": [
            {
                "weekday": each.weekday,
                "from": each.start_minute,
                "to": each.end_minute,
                "every": each.every,
                "valid_from": each.valid_from,
                "valid_until": each.valid_until,
            }
            for each in calendar.windows
        ],
        "exceptions": [
            {"day": each.day, "windows": each.windows, "reason": each.reason}
            for each in calendar.overrides
        ],
    }
