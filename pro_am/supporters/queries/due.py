"""Whose week is to be told now, and to whom."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import contains_eager

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.supporters.models import RecapRhythm, Supporter
from pro_am.supporters.rules.life import SupporterState
from pro_am.supporters.rules.rhythm import LONGEST_WAIT


def is_anybody_due(now: datetime) -> bool:
    return db.session.scalar(select(RecapRhythm.client_id).where(_is_due(now)).limit(1)) is not None


def claim_due(now: datetime, most: int) -> list[RecapRhythm]:
    """Inside a transaction: another scheduler takes others meanwhile, or waits."""
    due = select(RecapRhythm).where(_is_due(now)).order_by(RecapRhythm.next_at).limit(most)
    return list(db.session.scalars(due.with_for_update(skip_locked=True)))


def followers_of(client_ids: Sequence[int]) -> list[Supporter]:
    """Of clients who are here; with their client."""
    return list(
        db.session.scalars(
            select(Supporter)
            .join(Supporter.client)
            .options(contains_eager(Supporter.client))
            .where(
                Supporter.client_id.in_(client_ids),
                Supporter.state == SupporterState.FOLLOWING,
                Member.left_at.is_(None),
                Member.erased_at.is_(None),
                Member.suspended_at.is_(None),
            )
            .order_by(Supporter.id)
        )
    )


def _is_due(now: datetime) -> ColumnElement[bool]:
    """Also who waits longer than anybody must: the clock was wrong when that was worked out."""
    return or_(
        RecapRhythm.next_at <= now, RecapRhythm.next_at > now + LONGEST_WAIT + timedelta(hours=1)
    )
