"""Every way of trust of at most three steps, as a part of the question for a thread."""

from typing import Any

from sqlalchemy import (
    CTE,
    BindParameter,
    Boolean,
    DateTime,
    Integer,
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
from pro_am.moderation.models import Block
from pro_am.profiles.rules import PlaceMode
from pro_am.vouches.models import Vouch
from pro_am.vouches.queries import counts, is_here
from pro_am.vouches.rules.thread import FirstStep

_VIEWER = bindparam("viewer_id", type_=Integer)
_NOW = bindparam("now", type_=DateTime)
_SINCE = bindparam("confirmed_after", type_=DateTime)
_TARGETS: BindParameter[int] = bindparam("targets", expanding=True)
_NOBODY, _UNSAID = cast(null(), Integer), cast(null(), Boolean)


def ways() -> CTE:
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
    found = union_all(direct, through_one, through_two).subquery()
    best = func.row_number().over(
        partition_by=found.c.target,
        # Names before none; those known the longest first, so that it stays the same.
        order_by=(found.c.length, found.c.step, *_named_first(found), found.c.a_id, found.c.b_id),
    )
    return select(found, best.label("place")).where(_is_not_apart(found.c.target)).cte("ways")


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


def _named_first(found: Any) -> tuple[Any, Any]:
    a, b = found.c.a_named, found.c.b_named
    return case((a.is_(False), 1), else_=0), case((b.is_(False), 1), else_=0)
