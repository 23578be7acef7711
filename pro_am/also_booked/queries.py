"""Who booked whom, what follows from it, and what a page shows of that."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import exists, func, select

from pro_am.accounts.models import Member
from pro_am.also_booked.models import ALSO_BOOKED, AlsoBooked, LeftOut
from pro_am.also_booked.rules import Pair
from pro_am.availability.models import Calendar
from pro_am.availability.queries import OF_OFFER
from pro_am.bookings.models import Booking
from pro_am.bookings.queries.reliability import kept
from pro_am.foundation import clock
from pro_am.foundation.database import already_read, db
from pro_am.foundation.revisions import revision
from pro_am.media.models import Picture
from pro_am.media.queries import PictureFacts
from pro_am.moderation.queries import kept_apart
from pro_am.profiles.models import Offer, Profile
from pro_am.profiles.rules import Publication

SHOWN = 3


class AlsoBookedPerson(NamedTuple):
    slug: str
    name: str
    craft_id: int
    town_name: str
    picture: PictureFacts | None


def booked() -> list[tuple[int, int]]:
    """Members and the profiles they booked, of all who take part."""
    return _rows(_booked())


def booked_by_those_of(profile_ids: Collection[int]) -> list[tuple[int, int]]:
    """The same of those alone who booked one of these profiles."""
    all_of_them = _booked().subquery()
    hosts = select(all_of_them.c.host_id).where(all_of_them.c.profile_id.in_(profile_ids))
    return _rows(select(all_of_them).where(all_of_them.c.host_id.in_(hosts)))


def totals_of(profile_ids: Collection[int]) -> dict[int, int]:
    """By how many members each of these profiles was booked."""
    all_of_them = _booked().subquery()
    rows = db.session.execute(
        select(all_of_them.c.profile_id, func.count())
        .where(all_of_them.c.profile_id.in_(profile_ids))
        .group_by(all_of_them.c.profile_id)
    )
    return {profile_id: count for profile_id, count in rows}


def profiles_booked_by(member_id: int) -> list[int]:
    """Whether they take part or not."""
    return list(
        db.session.scalars(
            select(Profile.id)
            .join(Booking, Booking.provider_id == Profile.member_id)
            .where(Booking.host_id == member_id, kept(clock.now()))
            .distinct()
            .order_by(Profile.id)
        )
    )


def kept_pairs(around: Collection[int] | None = None) -> dict[tuple[int, int], Pair]:
    """All, or those in which one of these profiles is."""
    asked = select(
        AlsoBooked.profile_id, AlsoBooked.other_id, AlsoBooked.members, AlsoBooked.strength
    )
    if around is not None:
        asked = asked.where(AlsoBooked.profile_id.in_(around) | AlsoBooked.other_id.in_(around))
    return {(row[0], row[1]): Pair._make(row) for row in db.session.execute(asked)}


def left_out_since(member: Member) -> datetime | None:
    left_out = db.session.get(LeftOut, member.id)
    return left_out.since if left_out else None


def also_booked(profile_id: int, viewer: Member | None) -> tuple[AlsoBookedPerson, ...]:
    """Those who can be booked, and whom the viewer may meet; asked once for a page."""
    if not revision(ALSO_BOOKED):
        return ()  # nobody yet, in the whole community
    read, key = already_read(), (AlsoBookedPerson, profile_id)
    if key not in read:
        read[key] = _also_booked(profile_id, viewer)
    found: tuple[AlsoBookedPerson, ...] = read[key]
    return found


def _also_booked(profile_id: int, viewer: Member | None) -> tuple[AlsoBookedPerson, ...]:
    can_be_booked = (
        exists()
        .where(
            Offer.profile_id == Profile.id,
            Offer.state == Publication.PUBLISHED,
            Calendar.paused_at.is_(None),
            OF_OFFER,
        )
        .correlate(Profile)
    )
    asked = (
        select(
            Profile.slug,
            Member.name,
            Profile.craft_id,
            Profile.town_name,
            *(getattr(Picture, name) for name in PictureFacts._fields),
        )
        .join(AlsoBooked, AlsoBooked.other_id == Profile.id)
        .join(Member, Member.id == Profile.member_id)
        .outerjoin(Picture, Picture.id == Profile.picture_id)
        .where(
            AlsoBooked.profile_id == profile_id,
            Profile.state == Publication.PUBLISHED,
            can_be_booked,
        )
        .order_by(AlsoBooked.strength.desc(), AlsoBooked.members.desc(), Profile.id)
        .limit(SHOWN)
    )
    if viewer:
        asked = asked.where(
            Profile.member_id != viewer.id, ~kept_apart(viewer.id, Profile.member_id)
        )
    return tuple(
        AlsoBookedPerson._make((*row[:4], PictureFacts(*row[4:]) if row[4] else None))
        for row in db.session.execute(asked)
    )


def _booked() -> Any:
    """What took place, for members who are here and take part."""
    left_out = exists().where(LeftOut.member_id == Booking.host_id)
    return (
        select(Booking.host_id.label("host_id"), Profile.id.label("profile_id"))
        .join(Profile, Profile.member_id == Booking.provider_id)
        .join(Member, Member.id == Booking.host_id)
        .where(
            kept(clock.now()),
            Member.left_at.is_(None),
            Member.suspended_at.is_(None),
            ~left_out,
        )
        .distinct()
    )


def _rows(asked: Any) -> list[tuple[int, int]]:
    return [(host_id, profile_id) for host_id, profile_id in db.session.execute(asked)]
