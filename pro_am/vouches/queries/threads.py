"""The shortest way of trust from a member to others: one question for a whole page."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    BindParameter,
    Boolean,
    DateTime,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.bookings.queries.reliability import kept
from pro_am.foundation.database import db
from pro_am.media.models import Picture, Portrait
from pro_am.media.queries import PictureFacts
from pro_am.moderation.models import Block
from pro_am.profiles.rules import PlaceMode
from pro_am.vouches.models import Vouch
from pro_am.vouches.queries import counts, is_here
from pro_am.vouches.rules.confirming import STANDS_FOR
from pro_am.vouches.rules.thread import FirstStep

_VIEWER = bindparam("viewer_id", type_=Integer)
_NOW = bindparam("now", type_=DateTime)
_SINCE = bindparam("confirmed_after", type_=DateTime)
_TARGETS: BindParameter[int] = bindparam("targets", expanding=True)
_NOBODY, _UNSAID = cast(null(), Integer), cast(null(), Boolean)


class Between(NamedTuple):
    """Somebody on the way; `name` is None when they keep it to themselves."""

    name: str | None
    face: PictureFacts | None


class Path(NamedTuple):
    """From the viewer to a member: how it begins, and who vouches on the way."""

    first: FirstStep
    between: tuple[Between, ...]


def threads_from(viewer_id: int, member_ids: Collection[int], now: datetime) -> dict[int, Path]:
    """By member, for those who are at most three steps away; never through who is kept apart."""
    asked = {
        "viewer_id": viewer_id,
        "targets": [each for each in member_ids if each != viewer_id],
        "now": now,
        "confirmed_after": now - STANDS_FOR,
    }
    return {row[0]: _path(*row[1:]) for row in db.session.execute(_PATHS, asked)}


def _first_steps() -> CTE:
    """Whom the viewer knows: by a booking that took place, or because they vouch for them."""
    is_host = Booking.host_id == _VIEWER
    other = case((is_host, Booking.provider_id), else_=Booking.host_id)
    ate_there = is_host & (Booking.place_mode == PlaceMode.PROVIDER)
    met = (
        select(
            other.label("person"),
            func.min(
                case(
                    (ate_there, FirstStep.GUEST.value),
                    (is_host, FirstStep.BOOKED.value),
                    else_=FirstStep.MET.value,
                )
            ).label("step"),
        )
        .where(or_(is_host, Booking.provider_id == _VIEWER), kept(_NOW))
        .group_by(other)
    )
    vouched = select(
        Vouch.vouched_id.label("person"), literal(FirstStep.VOUCHED.value).label("step")
    ).where(Vouch.voucher_id == _VIEWER, counts(_SINCE))
    steps = union_all(met, vouched).subquery()
    return (
        select(steps.c.person, func.min(steps.c.step).label("step"))
        .join(Member, Member.id == steps.c.person)
        .where(is_here(Member), _is_not_apart(steps.c.person))
        .group_by(steps.c.person)
        .cte("first_steps")
    )


def _is_not_apart(person: Any) -> Any:
    return ~exists().where(
        or_(
            and_(Block.blocker_id == _VIEWER, Block.blocked_id == person),
            and_(Block.blocked_id == _VIEWER, Block.blocker_id == person),
        )
    )


def _ways() -> CTE:
    """Every way of at most three steps, the shortest numbered 1 for each member reached."""
    first = _first_steps()
    one, two, middle = aliased(Vouch), aliased(Vouch), aliased(Member)
    direct = select(
        first.c.person.label("target"),
        literal(1).label("length"),
        first.c.step,
        _NOBODY.label("a_id"),
        _UNSAID.label("a_named"),
        _NOBODY.label("b_id"),
        _UNSAID.label("b_named"),
    ).where(first.c.person.in_(_TARGETS))
    through_one = (
        select(
            one.vouched_id,
            literal(2),
            first.c.step,
            one.voucher_id,
            one.shows_name,
            _NOBODY,
            _UNSAID,
        )
        .join(first, first.c.person == one.voucher_id)
        .where(one.vouched_id.in_(_TARGETS), one.vouched_id != _VIEWER, counts(_SINCE, one))
    )
    through_two = (
        select(
            two.vouched_id,
            literal(3),
            first.c.step,
            one.voucher_id,
            one.shows_name,
            two.voucher_id,
            two.shows_name,
        )
        .join(one, one.vouched_id == two.voucher_id)
        .join(first, first.c.person == one.voucher_id)
        .join(middle, middle.id == one.vouched_id)
        .where(
            two.vouched_id.in_(_TARGETS),
            two.voucher_id != _VIEWER,
            two.vouched_id != one.voucher_id,
            counts(_SINCE, one),
            counts(_SINCE, two),
            is_here(middle),
            _is_not_apart(middle.id),
        )
    )
    ways = union_all(direct, through_one, through_two).subquery()
    best = func.row_number().over(
        partition_by=ways.c.target,
        # Names before none; those known the longest first, so that it stays the same.
        order_by=(ways.c.length, ways.c.step, *_named_first(ways), ways.c.a_id, ways.c.b_id),
    )
    return select(ways, best.label("place")).where(_is_not_apart(ways.c.target)).cte("ways")


def _named_first(ways: Any) -> tuple[Any, Any]:
    a, b = ways.c.a_named, ways.c.b_named
    return case((a.is_(False), 1), else_=0), case((b.is_(False), 1), else_=0)


def _paths() -> Select[Any]:
    ways = _ways()
    a, b, a_face, b_face = aliased(Member), aliased(Member), aliased(Portrait), aliased(Portrait)
    a_picture, b_picture = aliased(Picture), aliased(Picture)
    return (
        select(
            ways.c.target,
            ways.c.length,
            ways.c.step,
            case((ways.c.a_named, a.name)),
            case((ways.c.b_named, b.name)),
            *(getattr(a_picture, name) for name in PictureFacts._fields),
            *(getattr(b_picture, name) for name in PictureFacts._fields),
        )
        .outerjoin(a, a.id == ways.c.a_id)
        .outerjoin(b, b.id == ways.c.b_id)
        .outerjoin(a_face, (a_face.member_id == ways.c.a_id) & a_face.is_public)
        .outerjoin(a_picture, a_picture.id == a_face.picture_id)
        .outerjoin(b_face, (b_face.member_id == ways.c.b_id) & b_face.is_public)
        .outerjoin(b_picture, b_picture.id == b_face.picture_id)
        .where(ways.c.place == 1)
    )


_PATHS = _paths()


def _path(*row: Any) -> Path:
    length, first, a_name, b_name = row[:4]
    faces = row[4:9], row[9:14]
    people = [
        Between(name, PictureFacts(*face) if name and face[0] else None)
        for name, face in zip((a_name, b_name), faces, strict=True)
    ]
    return Path(FirstStep(first), tuple(people[: length - 1]))
