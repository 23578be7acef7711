"""Which bookings can be reviewed: what decides it, and those that wait for a member's words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    DateTime,
    Integer,
    Select,
    and_,
    bindparam,
    exists,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import aliased, joinedload

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking, Dispute
from pro_am.bookings.rules.life import BookingState
from pro_am.bookings.rules.no_show import CONTEST_WITHIN
from pro_am.foundation.database import already_read, db
from pro_am.foundation.refusal import Refusal
from pro_am.profiles.models import Profile
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
_Rows = Select[
    bool, Booking | None, bool | None, datetime | None, CaseOutcome | None, datetime | None
]


@dataclass(frozen=True)
class Waiting:
    """A booking that a member may review, and has not."""

    booking: Booking
    closes: datetime
    days_left: int


@dataclass(frozen=True)
class Around:
    """What the header of every page depends on."""

    has_profile: bool
    waiting: list[Waiting]


def _may_wait() -> _Rows:
    """A few rows too many; the rules decide. The newest doubt of a booking comes last."""
    me = bindparam("member_id", type_=Integer)
    now, oldest, claimed = (
        bindparam(name, type_=DateTime) for name in ("now", "oldest", "claimed")
    )
    decided = select(Dispute.booking_id).where(Dispute.decided_at > oldest)
    cleared = select(_DOUBTS.c.booking_id).where(_DOUBTS.c.settled_at > oldest)
    lately = and_(
        Booking.ends_at <= now,
        or_(
            Booking.ends_at > oldest,
            Booking.claimed_at > claimed,
            Booking.id.in_(decided),
            Booking.id.in_(cleared),
        ),
    )
    # Each side by an index of its own: asked for both at once, SQLite reads every past booking.
    theirs = union_all(
        *(
            select(Booking.id).where(side == me, lately)
            for side in (Booking.host_id, Booking.provider_id)
        )
    ).subquery()
    may_wait = (Booking.id == theirs.c.id) & Booking.state.in_(CANDIDATES)
    return (
        select(
            exists().where(Profile.member_id == me),
            Booking,
            _OWN.happened,
            Dispute.decided_at,
            _DOUBTS.c.outcome,
            _DOUBTS.c.settled_at,
        )
        .select_from(Member)
        .outerjoin(theirs, true())
        .outerjoin(Booking, may_wait)
        .outerjoin(_OWN, (_OWN.booking_id == Booking.id) & (_OWN.author_id == Member.id))
        .outerjoin(Dispute, Dispute.booking_id == Booking.id)
        .outerjoin(_DOUBTS, _DOUBTS.c.booking_id == Booking.id)
        .where(Member.id == me)
        # There may be no booking, and then neither of its two.
        .options(
            joinedload(Booking.host, innerjoin=False),
            joinedload(Booking.provider, innerjoin=False),
        )
        .order_by(Booking.id, _DOUBTS.c.id)
    )


_MAY_WAIT = _may_wait()  # built once: every page of a member asks it


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
    """What waits for a member's words, the most urgent first."""
    return around_the_page(member, now).waiting


def around_the_page(member: Member, now: datetime) -> Around:
    """What every page of a member shows in its header: one question, asked once for a page."""
    read = already_read()
    key = Around, member.id
    if key not in read:
        read[key] = _around(member, now)
    around: Around = read[key]
    return around


def _around(member: Member, now: datetime) -> Around:
    waiting: dict[int, Waiting] = {}
    has_profile = False
    oldest = now - WINDOW
    asked = {
        "member_id": member.id,
        "now": now,
        "oldest": oldest,
        "claimed": oldest - CONTEST_WITHIN - timedelta(days=1),
    }
    for row in db.session.execute(_MAY_WAIT, asked).unique():
        has_profile, booking, happened, decided_at, doubt, doubt_settled_at = row
        if booking is None:
            continue
        facts = _facts(booking, member, now, decided_at, doubt, doubt_settled_at)
        is_written = happened or (happened is False and facts.doubt is not CaseOutcome.DISMISSED)
        if is_written or not _is_open(facts, now):
            waiting.pop(booking.id, None)
            continue
        closes = closes_at(facts)
        waiting[booking.id] = Waiting(booking, closes, days_left(closes, now))
    in_order = sorted(waiting.values(), key=lambda each: (each.closes, each.booking.id))
    return Around(has_profile, in_order)


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
        booking.weeks or 0,
    )


def _is_open(facts: BookingFacts, now: datetime) -> bool:
    try:
        check_open(facts, now)
    except Refusal:
        return False
    return True
