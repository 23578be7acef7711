"""Which bookings can be reviewed: what decides it, and those that wait for a member's words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking, Dispute
from pro_am.bookings.rules.life import BookingState
from pro_am.bookings.rules.no_show import CONTEST_WITHIN
from pro_am.foundation.database import already_read, db
from pro_am.foundation.refusal import Refusal
from pro_am.reviews.models import Review, ReviewCase
from pro_am.reviews.rules.cases import CaseKind, CaseOutcome
from pro_am.reviews.rules.window import WINDOW, BookingFacts, check_open, closes_at, days_left

CANDIDATES = (
    BookingState.CONFIRMED,
    BookingState.IN_PROGRESS,
    BookingState.COMPLETED,
    BookingState.CLOSED,
    BookingState.NO_SHOW_HOST,
    BookingState.NO_SHOW_PROVIDER,
    BookingState.RESOLVED,
)
_DOUBTS = (
    select(Review.booking_id, ReviewCase.id, ReviewCase.outcome, ReviewCase.settled_at)
    .join(ReviewCase, ReviewCase.review_id == Review.id)
    .where(ReviewCase.kind == CaseKind.DID_NOT_HAPPEN)
    .subquery()
)
_OWN = aliased(Review)
_Rows = Select[Booking, bool | None, datetime | None, CaseOutcome | None, datetime | None]


@dataclass(frozen=True)
class Waiting:
    """A booking that a member may review, and has not."""

    booking: Booking
    closes: datetime
    days_left: int


def facts_of(booking: Booking, member: Member, now: datetime) -> BookingFacts:
    """What decides whether one of its two people may review a booking; one question."""
    rows = db.session.execute(
        select(Dispute.decided_at, _DOUBTS.c.outcome, _DOUBTS.c.settled_at)
        .select_from(Booking)
        .outerjoin(Dispute, Dispute.booking_id == Booking.id)
        .outerjoin(_DOUBTS, _DOUBTS.c.booking_id == Booking.id)
        .where(Booking.id == booking.id)
        .order_by(_DOUBTS.c.id.desc())
    )
    return _facts(booking, member, now, *next(iter(rows.all())))


def to_review(member: Member, now: datetime) -> list[Waiting]:
    """What waits for a member's words, the most urgent first; asked once for a page."""
    read = already_read()
    key = Waiting, member.id
    if key not in read:
        read[key] = _to_review(member, now)
    waiting: list[Waiting] = read[key]
    return waiting


def _to_review(member: Member, now: datetime) -> list[Waiting]:
    waiting: dict[int, Waiting] = {}
    for row in db.session.execute(_may_wait(member, now)).unique():
        booking, happened, decided_at, doubt, doubt_settled_at = row
        facts = _facts(booking, member, now, decided_at, doubt, doubt_settled_at)
        is_written = happened or (happened is False and facts.doubt is not CaseOutcome.DISMISSED)
        if is_written or not _is_open(facts, now):
            waiting.pop(booking.id, None)
            continue
        closes = closes_at(facts)
        waiting[booking.id] = Waiting(booking, closes, days_left(closes, now))
    return sorted(waiting.values(), key=lambda each: (each.closes, each.booking.id))


def _may_wait(member: Member, now: datetime) -> _Rows:
    """A few rows too many; the rules decide. The newest doubt of a booking comes last."""
    oldest = now - WINDOW
    return (
        select(Booking, _OWN.happened, Dispute.decided_at, _DOUBTS.c.outcome, _DOUBTS.c.settled_at)
        .outerjoin(_OWN, (_OWN.booking_id == Booking.id) & (_OWN.author_id == member.id))
        .outerjoin(Dispute, Dispute.booking_id == Booking.id)
        .outerjoin(_DOUBTS, _DOUBTS.c.booking_id == Booking.id)
        .where(
            or_(Booking.host_id == member.id, Booking.provider_id == member.id),
            Booking.state.in_(CANDIDATES),
            Booking.ends_at <= now,
            or_(
                Booking.ends_at > oldest,
                Booking.claimed_at > oldest - CONTEST_WITHIN - timedelta(days=1),
                Dispute.decided_at > oldest,
                _DOUBTS.c.settled_at > oldest,
            ),
        )
        .order_by(Booking.id, _DOUBTS.c.id)
    )


def _facts(
    booking: Booking,
    member: Member,
    now: datetime,
    decided_at: datetime | None,
    doubt: CaseOutcome | None,
    doubt_settled_at: datetime | None,
) -> BookingFacts:
    return BookingFacts(
        booking.state_now(now),
        booking.has_happened(now),
        booking.side_of(member),
        booking.ends_at,
        booking.outcome,
        decided_at,
        booking.claimed_at,
        doubt,
        doubt_settled_at,
    )


def _is_open(facts: BookingFacts, now: datetime) -> bool:
    try:
        check_open(facts, now)
    except Refusal:
        return False
    return True
