"""All that a member's week shows as one number, or as a yes or no."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, ScalarSelect, bindparam, exists, func, null, or_, select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.database import db
from pro_am.notifications.models import BouncedAddress
from pro_am.pages.my_week.rules import Counts
from pro_am.profiles.models import Craft, Profile
from pro_am.sos import queries as sos
from pro_am.standing.models import IdentityCheck, Score
from pro_am.standing.rules import ReviewedAs


@dataclass(frozen=True)
class Whereabouts:
    """What waits for somebody beside their bookings, and how far the community knows them."""

    counts: Counts
    has_bookings: bool  # ever, on either side
    next_at: datetime | None  # the first booking that is agreed, beyond the days shown
    is_verified: bool
    is_proven: bool
    evidence: float
    may_call: bool  # friends, by an SOS
    letters_come_back: bool


def whereabouts(
    member: Member, role: ReviewedAs, *, after: datetime, unread: int, is_steward: bool
) -> Whereabouts:
    """All of it in one question."""
    known = db.session.execute(
        _FOR_STEWARDS if is_steward else _FOR_MEMBERS,
        {"member_id": member.id, "email": member.email, "role": role, "after": after},
    ).one()
    has_any, next_at, is_verified, points, evidence, may_call, comes_back, people, diplomas = known
    return Whereabouts(
        Counts(unread, people or 0, diplomas or 0),
        bool(has_any),
        next_at,
        bool(is_verified),
        points is not None,
        evidence or 0.0,
        bool(may_call),
        bool(comes_back),
    )


def _next_agreed() -> ScalarSelect[datetime]:
    first = func.min(Booking.starts_at, type_=Booking.starts_at.type)
    return (
        select(first)
        .where(
            or_(Booking.host_id == _member_id, Booking.provider_id == _member_id),
            Booking.state == BookingState.CONFIRMED,
            Booking.starts_at >= bindparam("after"),
        )
        .scalar_subquery()
    )


def _people_to_verify() -> ScalarSelect[int]:
    return (
        select(func.count())
        .select_from(Member)
        .where(
            Member.email_confirmed_at.is_not(None),
            Member.id.not_in(select(IdentityCheck.member_id)),
        )
        .scalar_subquery()
    )


def _diplomas_to_verify() -> ScalarSelect[int]:
    return (
        select(func.count())
        .select_from(Profile)
        .join(Craft, Craft.id == Profile.craft_id)
        .where(
            Craft.is_regulated,
            Profile.credential != "",
            Profile.credential_verified_at.is_(None),
        )
        .scalar_subquery()
    )


# Put together once: that costs more than asking it.
_member_id: BindParameter[int] = bindparam("member_id")
_score = select(Score).where(Score.member_id == _member_id, Score.role == bindparam("role"))
_known = (
    or_(
        exists().where(Booking.host_id == _member_id),
        exists().where(Booking.provider_id == _member_id),
    ),
    _next_agreed(),
    exists().where(IdentityCheck.member_id == _member_id),
    _score.with_only_columns(Score.score).scalar_subquery(),
    _score.with_only_columns(Score.evidence).scalar_subquery(),
    sos.concerns(_member_id),
    exists().where(BouncedAddress.email == bindparam("email")),
)
_FOR_MEMBERS = select(*_known, null(), null())
_FOR_STEWARDS = select(*_known, _people_to_verify(), _diplomas_to_verify())
