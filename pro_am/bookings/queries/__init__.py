"""Reading bookings. Each query starts from the person who asks, so nobody sees too much."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BindParameter,
    Executable,
    ScalarSelect,
    Select,
    bindparam,
    case,
    func,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import joinedload

from pro_am.accounts.models import Member
from pro_am.availability.models import Hold
from pro_am.bookings.models import Booking
from pro_am.bookings.queries.reliability import kept
from pro_am.bookings.rules.life import AHEAD, COMPLETES_AFTER, BookingState, Times, state_at
from pro_am.foundation.database import db
from pro_am.profiles.models import Offer


def bookings_of(member: Member) -> Select[Booking]:
    return select(Booking).where(
        or_(Booking.host_id == member.id, Booking.provider_id == member.id)
    )


def booking_of(member: Member, reference: str) -> Select[Booking]:
    return bookings_of(member).where(Booking.reference == reference)


PER_PAGE = 20


@dataclass(frozen=True)
class ListedBooking:
    """A booking as it stands in a list of one of its two people."""

    reference: str
    title: str
    other: str  # the name of the other person
    starts_at: datetime
    state: BookingState  # as it is now
    thread_id: int


@dataclass(frozen=True)
class Sheet:
    """One page of a list, and where it is among the others."""

    bookings: list[ListedBooking]
    number: int
    pages: int


# `state_at(...) in HOLDS_TIME`, in the words of the database.
_HOLDS_TIME = or_(
    (Booking.state == BookingState.REQUESTED) & (Booking.answer_by > bindparam("now")),
    Booking.state.in_([BookingState.CONFIRMED, BookingState.IN_PROGRESS])
    & (Booking.ends_at > bindparam("longest_ago")),
)
_OF_MEMBER = or_(
    Booking.host_id == bindparam("member_id"), Booking.provider_id == bindparam("member_id")
)
_OTHER_ID = case(
    (Booking.host_id == bindparam("member_id"), Booking.provider_id), else_=Booking.host_id
)
_LISTED = (
    select(
        Booking.reference,
        Booking.offer_title,
        Member.name,
        Booking.thread_id,
        Booking.state,
        Booking.answer_by,
        Booking.starts_at,
        Booking.ends_at,
        func.count().over().label("in_all"),
    )
    .join(Member, Member.id == _OTHER_ID)
    .where(_OF_MEMBER)
    .limit(PER_PAGE)
    .offset(bindparam("skipped"))
)
_COMING = _LISTED.where(_HOLDS_TIME).order_by(Booking.starts_at, Booking.id)
_PAST = _LISTED.where(not_(_HOLDS_TIME)).order_by(Booking.starts_at.desc(), Booking.id.desc())


_ASKED = (
    select(Member, Offer, Booking.id)
    .select_from(Member)
    .join(Offer, Offer.id == bindparam("offer_id"))
    .options(joinedload(Offer.profile, innerjoin=True))
    .outerjoin(
        Booking, (Booking.host_id == Member.id) & (Booking.idempotency_key == bindparam("key"))
    )
    .where(Member.id == bindparam("host_id"))
)


def coming(member: Member, now: datetime, *, number: int) -> Sheet:
    """What takes time now or later, the next first; whether its state was caught up or not."""
    return _sheet(_COMING, member, now, number)


def past(member: Member, now: datetime, *, number: int) -> Sheet:
    """What is over or came to nothing, the latest first."""
    return _sheet(_PAST, member, now, number)


def _sheet(listed: Executable, member: Member, now: datetime, number: int) -> Sheet:
    """One question: each row says how many there are in all. A page beyond the last is the last."""
    facts = {"member_id": member.id, "now": now, "longest_ago": now - COMPLETES_AFTER}
    rows = db.session.execute(listed, {**facts, "skipped": (number - 1) * PER_PAGE}).all()
    if not rows and number > 1:
        return _sheet(listed, member, now, _sheet(listed, member, now, 1).pages)
    count = rows[0].in_all if rows else 0
    bookings = [
        ListedBooking(
            reference,
            title,
            other,
            starts_at,
            state_at(stored, Times(answer_by, starts_at, ends_at), now),
            thread_id,
        )
        for reference, title, other, thread_id, stored, answer_by, starts_at, ends_at, _ in rows
    ]
    return Sheet(bookings, number, max(1, -(-count // PER_PAGE)))


def ahead_between(a_id: int, b_id: int, now: datetime) -> list[Booking]:
    """Requests and confirmed bookings of two people that have not begun."""
    return list(
        db.session.scalars(
            select(Booking)
            .where(
                or_(
                    (Booking.host_id == a_id) & (Booking.provider_id == b_id),
                    (Booking.host_id == b_id) & (Booking.provider_id == a_id),
                ),
                Booking.state.in_(AHEAD),
                Booking.starts_at > now,
            )
            .order_by(Booking.starts_at)
        )
    )


def booking_with_thread(thread_id: int) -> Booking | None:
    return db.session.scalar(select(Booking).where(Booking.thread_id == thread_id))


def asked_with_key(
    host_id: int, offer_id: int, idempotency_key: str
) -> tuple[Member, Offer, Booking | None]:
    """A host and an offer as they are now, and what was asked for with this key already."""
    facts = {"host_id": host_id, "offer_id": offer_id, "key": idempotency_key}
    host, offer, booking_id = db.session.execute(_ASKED, facts).one()
    return host, offer, db.session.get_one(Booking, booking_id) if booking_id else None


def with_key(host_id: int, idempotency_key: str) -> Booking | None:
    return db.session.scalar(
        select(Booking).where(
            Booking.host_id == host_id, Booking.idempotency_key == idempotency_key
        )
    )


def overdue(now: datetime) -> list[int]:
    """Ids of bookings whose stored state lags behind time."""
    return list(
        db.session.scalars(
            select(Booking.id).where(
                or_(
                    (Booking.state == BookingState.REQUESTED) & (Booking.answer_by <= now),
                    (Booking.state == BookingState.CONFIRMED) & (Booking.starts_at <= now),
                    (Booking.state == BookingState.IN_PROGRESS)
                    & (Booking.ends_at <= now - COMPLETES_AFTER),
                )
            )
        )
    )


def ahead_of(member: Member, now: datetime) -> list[Booking]:
    """What a member has asked or agreed to, and has not begun; ordered by calendar."""
    return list(
        db.session.scalars(
            bookings_of(member)
            .join(Booking.hold)
            .where(
                or_(
                    (Booking.state == BookingState.REQUESTED) & (Booking.answer_by > now),
                    (Booking.state == BookingState.CONFIRMED) & (Booking.starts_at > now),
                )
            )
            .order_by(Hold.calendar_id, Booking.id)
        )
    )


def booking_facts(member: Member) -> Iterator[dict[str, object]]:
    """What a member's own file says of their bookings, on either side."""
    found = db.session.scalars(
        bookings_of(member).order_by(Booking.id).execution_options(yield_per=100)
    )
    for booking in found:
        is_host = booking.host_id == member.id
        yield {
            "reference": booking.reference,
            "as": "host" if is_host else "provider",
            "with": booking.other_than(member).name,
            "offer": booking.offer_title,
            "state": booking.state,
            "starts_at": booking.starts_at,
            "ends_at": booking.ends_at,
            "time_zone": booking.time_zone,
            "requested_at": booking.requested_at,
            "people": booking.people,
            "place_mode": booking.place_mode,
            "town": booking.town_name,
            "total_minor": booking.total_minor,
            "currency": booking.currency,
            "allergies": booking.allergies if is_host else "",
        }


def kept_by(provider_id: BindParameter[int], now: BindParameter[datetime]) -> ScalarSelect[int]:
    """How many bookings a pro-am has kept: a part of a larger question."""
    return (
        select(func.count()).where(Booking.provider_id == provider_id, kept(now)).scalar_subquery()
    )
