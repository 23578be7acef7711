"""Letters, jobs and profiles as lists."""

from typing import Any

from flask import current_app
from sqlalchemy import func, or_, select

from pro_am.accounts.models import Member
from pro_am.admin.queries import Rows
from pro_am.foundation.database import db
from pro_am.foundation.jobs import Job, Recurring, RecurringRun
from pro_am.foundation.outbox import Letter
from pro_am.profiles.models import Profile
from pro_am.profiles.rules import Publication

PER_PAGE = 50


def letters_by_state() -> dict[str, int]:
    rows = db.session.execute(select(Letter.state, func.count()).group_by(Letter.state))
    return {state: count for state, count in rows}


def letters(state: str, before: int | None) -> Rows:
    """Without what they say: that is between the letter and its reader."""
    rows = select(
        Letter.id,
        Letter.recipient,
        Letter.template,
        Letter.subject,
        Letter.language,
        Letter.attempts,
        Letter.created_at,
        Letter.next_at,
        Letter.sent_at,
        Letter.error,
    ).where(Letter.state == state)
    if before is not None:
        rows = rows.where(Letter.id < before)
    return db.session.execute(rows.order_by(Letter.id.desc()).limit(PER_PAGE + 1)).all()


def jobs(state: str, limit: int = PER_PAGE) -> Rows:
    return db.session.execute(
        select(Job.id, Job.kind, Job.run_at, Job.attempts, Job.finished_at, Job.error)
        .where(Job.state == state)
        .order_by(Job.run_at, Job.id)
        .limit(limit)
    ).all()


def recurring() -> list[tuple[Recurring, Any]]:
    """What comes back, with the moment it was last begun (None: never)."""
    known: tuple[Recurring, ...] = current_app.extensions["pro_am_recurring"]
    next_at = {run.kind: run.next_at for run in db.session.scalars(select(RecurringRun))}
    return [
        (each, next_at[each.kind] - each.every if each.kind in next_at else None) for each in known
    ]


def profiles(words: str, state: Publication | None, before: int | None) -> Rows:
    rows = select(
        Profile.id,
        Profile.slug,
        Profile.headline,
        Profile.language,
        Profile.town_name,
        Profile.state,
        Profile.withdrawn_why,
        Profile.changed_at,
        Member.name,
        Member.public_id,
        Member.suspended_at,
    ).join(Member, Member.id == Profile.member_id)
    if words:
        rows = rows.where(
            or_(
                Member.name.icontains(words, autoescape=True),
                Profile.headline.icontains(words, autoescape=True),
                Profile.town_name.icontains(words, autoescape=True),
            )
        )
    if state is not None:
        rows = rows.where(Profile.state == state)
    if before is not None:
        rows = rows.where(Profile.id < before)
    return db.session.execute(rows.order_by(Profile.id.desc()).limit(PER_PAGE + 1)).all()
