"""A member's bookings as lists, page by page."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Executable, bindparam, case, func, not_, or_, select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import COMPLETES_AFTER, BookingState, Times, state_at
from pro_am.foundation.database import db

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
