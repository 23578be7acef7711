"""Alarms: those that wait for a person, and what each rests on."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.reviews.models import Review
from pro_am.trust.models import Alarm


def waiting(limit: int = 100) -> list[tuple[Alarm, Member]]:
    """The oldest first, with whom each is about."""
    rows = db.session.execute(
        select(Alarm, Member)
        .join(Member, Member.id == Alarm.member_id)
        .where(Alarm.settled_at.is_(None))
        .order_by(Alarm.raised_at, Alarm.id)
        .limit(limit)
    )
    return [(alarm, member) for alarm, member in rows]


def waiting_count() -> int:
    counted = select(func.count()).select_from(Alarm).where(Alarm.settled_at.is_(None))
    return db.session.scalar(counted) or 0


def alarm_with(alarm_id: int) -> tuple[Alarm, Member] | None:
    row = db.session.execute(
        select(Alarm, Member).join(Member, Member.id == Alarm.member_id).where(Alarm.id == alarm_id)
    ).one_or_none()
    return (row[0], row[1]) if row else None


def alarm_with_key(key: str) -> Alarm | None:
    return db.session.scalar(select(Alarm).where(Alarm.key == key))


def authors_of(alarm: Alarm) -> set[int]:
    return set(db.session.scalars(select(Review.author_id).where(Review.id.in_(alarm.reviews))))


def reviews_of(alarm: Alarm, limit: int = 50) -> list[Review]:
    """The reviews that it rests on, the latest first."""
    return list(
        db.session.scalars(
            select(Review)
            .where(Review.id.in_(alarm.reviews))
            .options(joinedload(Review.booking))
            .order_by(Review.shown_from.desc())
            .limit(limit)
        )
    )
