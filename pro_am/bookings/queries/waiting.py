"""Reading waiting lists."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from pro_am.accounts.models import Member
from pro_am.bookings.models import WaitingPlace
from pro_am.bookings.rules.waiting_list import PlaceState
from pro_am.foundation.database import db


class Waiting(NamedTuple):
    """A place in a list, and how many are before it."""

    place: WaitingPlace
    number: int  # 1 is next


def place_of(member: Member, public_id: str) -> WaitingPlace | None:
    return db.session.scalar(
        select(WaitingPlace).where(
            WaitingPlace.member_id == member.id, WaitingPlace.public_id == public_id
        )
    )


def places_of(member: Member, now: datetime) -> list[Waiting]:
    """Where a member waits or is offered something, by the time it is about."""
    found = db.session.execute(
        select(WaitingPlace, _before())
        .where(WaitingPlace.member_id == member.id, _is_live(now))
        .options(joinedload(WaitingPlace.offer), joinedload(WaitingPlace.hold))
        .order_by(WaitingPlace.day, WaitingPlace.id)
    )
    return [Waiting(place, before + 1) for place, before in found]


def number_of(place: WaitingPlace) -> int:
    """Who is next has the number 1."""
    asked = select(WaitingPlace.id, _before()).where(WaitingPlace.id == place.id)
    _, before = db.session.execute(asked).one()
    return before + 1


def with_live_key(key: str) -> WaitingPlace | None:
    """The place of somebody who waits for this already."""
    return db.session.scalar(select(WaitingPlace).where(WaitingPlace.live_key == key))


def live_key(member_id: int, offer_id: int, day: date, start: datetime | None) -> str:
    return f"{member_id}:{offer_id}:{start or day}"


def queue_of(calendar_id: int, now: datetime) -> list[WaitingPlace]:
    """Who waits for time in a calendar, in the order in which they came."""
    return list(
        db.session.scalars(
            select(WaitingPlace)
            .where(
                WaitingPlace.calendar_id == calendar_id,
                WaitingPlace.state == PlaceState.WAITING,
                WaitingPlace.over_at > now,
            )
            .options(joinedload(WaitingPlace.offer))
            .order_by(WaitingPlace.id)
        )
    )


def calendars_with_a_queue(now: datetime) -> list[int]:
    """In order, as calendars are claimed."""
    return list(
        db.session.scalars(
            select(WaitingPlace.calendar_id)
            .where(WaitingPlace.state == PlaceState.WAITING, WaitingPlace.over_at > now)
            .distinct()
            .order_by(WaitingPlace.calendar_id)
        )
    )


def finished(now: datetime) -> list[WaitingPlace]:
    """Places whose stored state lags behind time."""
    return list(
        db.session.scalars(
            select(WaitingPlace).where(
                or_(
                    and_(
                        WaitingPlace.state == PlaceState.OFFERED, WaitingPlace.offered_until <= now
                    ),
                    and_(WaitingPlace.state == PlaceState.WAITING, WaitingPlace.over_at <= now),
                )
            )
        )
    )


def _is_live(now: datetime) -> ColumnElement[bool]:
    return or_(
        and_(WaitingPlace.state == PlaceState.WAITING, WaitingPlace.over_at > now),
        and_(WaitingPlace.state == PlaceState.OFFERED, WaitingPlace.offered_until > now),
    )


def _before() -> ColumnElement[int]:
    """How many wait for the same and came earlier."""
    earlier = aliased(WaitingPlace)
    return (
        select(func.count())
        .where(
            earlier.offer_id == WaitingPlace.offer_id,
            earlier.day == WaitingPlace.day,
            or_(
                earlier.starts_at == WaitingPlace.starts_at,
                earlier.starts_at.is_(None),
                WaitingPlace.starts_at.is_(None),
            ),
            earlier.state == PlaceState.WAITING,
            earlier.id < WaitingPlace.id,
        )
        .scalar_subquery()
    )


def place_facts(member: Member) -> Iterator[dict[str, object]]:
    """What a member's own file says of the lists they have been on."""
    found = db.session.scalars(
        select(WaitingPlace)
        .where(WaitingPlace.member_id == member.id)
        .options(joinedload(WaitingPlace.offer))
        .order_by(WaitingPlace.id)
    )
    for place in found:
        yield {
            "offer": place.offer.title,
            "day": place.day,
            "starts_at": place.starts_at,
            "people": place.people,
            "joined_at": place.joined_at,
            "state": place.state,
        }
