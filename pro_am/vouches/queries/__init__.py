"""Reading vouches: what counts, one's own, and what decides whether a further one is possible."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import BindParameter, ColumnElement, exists, or_, select
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.accounts.queries import is_pending
from pro_am.bookings.models import Booking
from pro_am.bookings.queries.reliability import kept
from pro_am.foundation.database import db
from pro_am.vouches.models import Vouch
from pro_am.vouches.rules.budget import Place
from pro_am.vouches.rules.confirming import STANDS_FOR
from pro_am.vouches.rules.reciprocity import counted_once


class OpenVouch(NamedTuple):
    """A vouch as trust counts it."""

    id: int
    voucher_id: int
    vouched_id: int
    weight: float
    craft: str
    given_at: datetime


def open_vouches(now: datetime) -> list[OpenVouch]:
    """Those that count now, sorted by the person vouched for, then by the voucher.

    Of two that answer each other only the earlier; none of or for people who are not here.
    """
    voucher, vouched = aliased(Member), aliased(Member)
    rows = db.session.execute(
        select(
            Vouch.id,
            Vouch.voucher_id,
            Vouch.vouched_id,
            Vouch.weight,
            Vouch.craft,
            Vouch.given_at,
        )
        .join(voucher, voucher.id == Vouch.voucher_id)
        .join(vouched, vouched.id == Vouch.vouched_id)
        .where(
            counts(now - STANDS_FOR),
            is_here(voucher),
            is_here(vouched),
            ~is_pending(Vouch.voucher_id, Vouch.given_at, now),
        )
        .order_by(Vouch.vouched_id, Vouch.voucher_id)
    )
    return counted_once(OpenVouch._make(row) for row in rows)


def counts(
    confirmed_after: datetime | BindParameter[datetime], vouch: type[Vouch] = Vouch
) -> ColumnElement[bool]:
    """Whether a vouch stands and was confirmed in time; needs no job to lapse."""
    return (
        vouch.withdrawn_at.is_(None)
        & vouch.voided_at.is_(None)
        & (vouch.confirmed_at > confirmed_after)
    )


def is_here(member: type[Member]) -> ColumnElement[bool]:
    return member.left_at.is_(None) & member.suspended_at.is_(None)


def given_by(member: Member) -> list[Vouch]:
    """All, the latest first; those that ended too."""
    return list(
        db.session.scalars(
            select(Vouch)
            .where(Vouch.voucher_id == member.id)
            .order_by(Vouch.given_at.desc(), Vouch.id.desc())
        )
    )


def received_by(member: Member) -> list[Vouch]:
    """Those that stand, the latest first."""
    return list(
        db.session.scalars(
            select(Vouch)
            .where(Vouch.vouched_id == member.id, Vouch.withdrawn_at.is_(None))
            .order_by(Vouch.given_at.desc(), Vouch.id.desc())
        )
    )


def own_vouch(member: Member, public_id: str) -> Vouch | None:
    """One that they gave."""
    return db.session.scalar(
        select(Vouch).where(Vouch.voucher_id == member.id, Vouch.public_id == public_id)
    )


def vouch_for(member: Member, public_id: str) -> Vouch | None:
    """One that they received."""
    return db.session.scalar(
        select(Vouch).where(Vouch.vouched_id == member.id, Vouch.public_id == public_id)
    )


def vouch_with_key(voucher: Member, idempotency_key: str) -> Vouch | None:
    return db.session.scalar(
        select(Vouch).where(
            Vouch.voucher_id == voucher.id, Vouch.idempotency_key == idempotency_key
        )
    )


def standing_vouch(voucher_id: int, vouched_id: int) -> Vouch | None:
    return db.session.scalar(
        select(Vouch).where(
            Vouch.voucher_id == voucher_id,
            Vouch.vouched_id == vouched_id,
            Vouch.withdrawn_at.is_(None),
        )
    )


def of_member(member: Member) -> list[Vouch]:
    """All that stand between a member and others, given and received."""
    return list(
        db.session.scalars(
            select(Vouch).where(
                or_(Vouch.voucher_id == member.id, Vouch.vouched_id == member.id),
                Vouch.withdrawn_at.is_(None),
            )
        )
    )


def places_of(member_id: int) -> tuple[Place, ...]:
    rows = db.session.execute(
        select(Vouch.given_at, Vouch.withdrawn_at, Vouch.ending, Vouch.voided_at).where(
            Vouch.voucher_id == member_id
        )
    )
    return tuple(Place(*row) for row in rows)


def have_met(a_id: int, b_id: int, now: datetime) -> bool:
    """Whether a booking of the two took place and is over, on whichever sides."""
    met = exists().where(
        or_(
            (Booking.host_id == a_id) & (Booking.provider_id == b_id),
            (Booking.host_id == b_id) & (Booking.provider_id == a_id),
        ),
        kept(now),
    )
    return bool(db.session.scalar(select(met)))


def vouch_facts(member: Member) -> Iterator[dict[str, object]]:
    """What a member's own file says of whom they vouch for, and who for them."""
    found = db.session.scalars(
        select(Vouch)
        .where(or_(Vouch.voucher_id == member.id, Vouch.vouched_id == member.id))
        .order_by(Vouch.id)
    )
    for vouch in found:
        by_me = vouch.voucher_id == member.id
        yield {
            "by_me": by_me,
            "with": vouch.vouched.name if by_me else vouch.voucher.name,
            "for": vouch.craft,
            "speciality": vouch.speciality,
            "basis": vouch.basis,
            "relation": vouch.relation,
            "known_since": vouch.known_since,
            "words": vouch.words,
            "shows_name": vouch.shows_name,
            "given_at": vouch.given_at,
            "confirmed_at": vouch.confirmed_at,
            "ended_at": vouch.withdrawn_at,
            "ending": vouch.ending,
        }
