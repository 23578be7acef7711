"""Reading a member's week: lines rather than objects, one question for each subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ScalarSelect, and_, case, exists, func, null, or_, select
from sqlalchemy.orm import aliased, joinedload

from pro_am.accounts.models import Member
from pro_am.availability.models import Calendar, FreeDay, Override, WeeklyHours
from pro_am.availability.rules.day_bits import DayBits
from pro_am.availability.rules.pictured_time import pictured_time
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import HAPPENED, BookingState, Side, Times, state_at
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from pro_am.pages.my_week.rules import BookingLine, Counts
from pro_am.profiles.models import Craft, Profile
from pro_am.reviews.models import Review
from pro_am.reviews.rules import WINDOW
from pro_am.standing.models import IdentityCheck, Score
from pro_am.standing.rules import ReviewedAs

LONGEST_BOOKING = timedelta(days=1)


@dataclass(frozen=True)
class CalendarLine:
    """A calendar's clock, its free time, and its other hours on some days."""

    time_zone: str
    has_hours: bool
    free: list[TimeSlot]
    exceptions: dict[date, tuple[bool, str]]  # whether it is closed, and the reason


@dataclass(frozen=True)
class Whereabouts:
    """What waits for somebody beside their bookings, and how far the community knows them."""

    counts: Counts
    has_bookings: bool  # ever, on either side
    next_at: datetime | None  # the first booking that is agreed, beyond the days shown
    is_verified: bool
    is_proven: bool
    evidence: float


def bookings_around(member: Member, span: TimeSlot, now: datetime) -> list[BookingLine]:
    """Bookings of the span, requests that wait, and what can still be reviewed; by their start."""
    host, provider = aliased(Member), aliased(Member)
    oldest = min(span.start, now - WINDOW) - LONGEST_BOOKING
    of_member = or_(
        and_(Booking.host_id == member.id, Booking.starts_at > oldest),
        and_(Booking.provider_id == member.id, Booking.starts_at > oldest),
    )
    takes_place = Booking.state.in_(
        [BookingState.CONFIRMED, BookingState.IN_PROGRESS, BookingState.COMPLETED]
    )
    in_span = and_(Booking.starts_at < span.end, Booking.ends_at > span.start)
    reviewable = and_(Booking.ends_at <= now, Booking.ends_at > now - WINDOW)
    waits = and_(Booking.state == BookingState.REQUESTED, Booking.answer_by > now)
    has_review = exists().where(Review.booking_id == Booking.id, Review.author_id == member.id)
    rows = db.session.execute(
        select(
            Booking.reference,
            Booking.state,
            Booking.host_id,
            Booking.offer_title,
            case((Booking.host_id == member.id, provider.name), else_=host.name),
            Booking.people,
            Booking.starts_at,
            Booking.ends_at,
            Booking.answer_by,
            Booking.time_zone,
            Booking.allergies != "",
            has_review,
        )
        .join(host, host.id == Booking.host_id)
        .join(provider, provider.id == Booking.provider_id)
        .where(of_member, or_(waits, and_(takes_place, or_(in_span, reviewable))))
        .order_by(Booking.starts_at, Booking.id)
    )
    lines = []
    for reference, stored, host_id, title, name, people, start, end, answer_by, *rest in rows:
        zone, has_allergies, is_reviewed = rest
        state = state_at(stored, Times(answer_by, start, end), now)
        lines.append(
            BookingLine(
                reference,
                state,
                Side.HOST if host_id == member.id else Side.PROVIDER,
                title,
                name.split()[0],
                people,
                start,
                end,
                answer_by,
                zone,
                bool(has_allergies),
                is_reviewable=not is_reviewed and state in HAPPENED and end <= now < end + WINDOW,
            )
        )
    return lines


def profile_with_offers(member: Member) -> Profile | None:
    found = db.session.scalars(
        select(Profile).where(Profile.member_id == member.id).options(joinedload(Profile.offers))
    )
    return found.unique().one_or_none()


def calendar_line(profile_id: int, days: Sequence[date], span: TimeSlot) -> CalendarLine | None:
    """The calendar of a profile with what is different on these days, and free in the span.

    One question: each of the few free days comes once for each of the fewer exceptions.
    """
    has_hours = exists().where(WeeklyHours.calendar_id == Calendar.id)
    is_free = and_(
        FreeDay.calendar_id == Calendar.id,
        FreeDay.day.between(span.start.date(), span.end.date()),
    )
    rows = db.session.execute(
        select(
            Calendar.time_zone,
            has_hours,
            FreeDay.day,
            FreeDay.low,
            FreeDay.high,
            Override.day,
            Override.windows,
            Override.reason,
        )
        .outerjoin(FreeDay, is_free)
        .outerjoin(Override, and_(Override.calendar_id == Calendar.id, Override.day.in_(days)))
        .where(Calendar.profile_id == profile_id)
    ).all()
    if not rows:
        return None
    zone, open_weekly, *_ = rows[0]
    picture: dict[date, DayBits] = {}
    exceptions: dict[date, tuple[bool, str]] = {}
    for _zone, _open, free_day, low, high, day, windows, reason in rows:
        if free_day:
            picture[free_day] = DayBits(low, high)
        if day:
            exceptions[day] = (not windows, reason)
    return CalendarLine(zone, bool(open_weekly), pictured_time(picture), exceptions)


def whereabouts(
    member: Member, role: ReviewedAs, *, after: datetime, unread: int, is_steward: bool
) -> Whereabouts:
    """All that is one number or a yes or no, in one question."""
    score = select(Score).where(Score.member_id == member.id, Score.role == role)
    has_bookings = or_(
        exists().where(Booking.host_id == member.id),
        exists().where(Booking.provider_id == member.id),
    )
    has_any, next_at, is_verified, points, evidence, people, diplomas = db.session.execute(
        select(
            has_bookings,
            _next_agreed(member, after),
            exists().where(IdentityCheck.member_id == member.id),
            score.with_only_columns(Score.score).scalar_subquery(),
            score.with_only_columns(Score.evidence).scalar_subquery(),
            _people_to_verify() if is_steward else null(),
            _diplomas_to_verify() if is_steward else null(),
        )
    ).one()
    return Whereabouts(
        Counts(unread, people or 0, diplomas or 0),
        bool(has_any),
        next_at,
        bool(is_verified),
        points is not None,
        evidence or 0.0,
    )


def _next_agreed(member: Member, after: datetime) -> ScalarSelect[datetime]:
    first = func.min(Booking.starts_at, type_=Booking.starts_at.type)
    return (
        select(first)
        .where(
            or_(Booking.host_id == member.id, Booking.provider_id == member.id),
            Booking.state == BookingState.CONFIRMED,
            Booking.starts_at >= after,
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
