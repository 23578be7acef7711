"""The public log: by month, with what became of each decision, and nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, extract, func, select

from pro_am.foundation.database import db
from pro_am.moderation.models import Appeal, PublicEntry, Restriction
from pro_am.moderation.rules.appeals import Answer
from pro_am.moderation.rules.public_log import About
from pro_am.moderation.rules.restrictions import Ending, Role, Rule

PER_PAGE = 50


@dataclass(frozen=True)
class Line:
    """One decision as everybody may know it."""

    id: int
    at: datetime
    about: About
    rule: Rule | None
    outcome: str
    by_role: Role
    ending: Ending | None
    contested_at: datetime | None
    answer: Answer | None


@dataclass(frozen=True)
class Month:
    year: int
    month: int
    decisions: int
    restrictions: int
    appeals: int
    overturned: int

    @property
    def first_day(self) -> datetime:
        return datetime(self.year, self.month, 1)  # noqa: DTZ001 - naive is UTC here


def lines(before: int | None = None, limit: int = PER_PAGE + 1) -> list[Line]:
    """The latest first. The day is shown, never the hour: it could be matched with a letter."""
    rows = (
        select(
            PublicEntry.id,
            PublicEntry.at,
            PublicEntry.about,
            PublicEntry.rule,
            PublicEntry.outcome,
            PublicEntry.by_role,
            Restriction.ending,
            Appeal.made_at,
            Appeal.answer,
        )
        .outerjoin(Restriction, Restriction.id == PublicEntry.restriction_id)
        .outerjoin(Appeal, Appeal.restriction_id == Restriction.id)
        .order_by(PublicEntry.id.desc())
        .limit(limit)
    )
    if before is not None:
        rows = rows.where(PublicEntry.id < before)
    return [Line(*row) for row in db.session.execute(rows)]


def months(limit: int = 12) -> Sequence[Month]:
    """How many decisions of each month, and what became of them; the latest month first."""
    year, month = extract("year", PublicEntry.at), extract("month", PublicEntry.at)
    rows = db.session.execute(
        select(
            year,
            month,
            func.count(),
            func.count(PublicEntry.restriction_id),
            func.count(Appeal.id),
            func.sum(case((Appeal.answer == Answer.OVERTURNED, 1), else_=0)),
        )
        .select_from(PublicEntry)
        .outerjoin(Appeal, Appeal.restriction_id == PublicEntry.restriction_id)
        .group_by(year, month)
        .order_by(year.desc(), month.desc())
        .limit(limit)
    )
    return [Month(*(int(each) for each in row)) for row in rows]
