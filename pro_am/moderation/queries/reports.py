"""Who is kept apart, who may write, and the reports: of one person, and of everybody."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.moderation.models import Block, Report, ReportDeed, Restriction, WritingPause
from pro_am.moderation.rules import Deed, Reason, Subject
from pro_am.moderation.rules.restrictions import Ending

_a_id: BindParameter[int] = bindparam("a_id")
_b_id: BindParameter[int] = bindparam("b_id")


def _between(
    one: InstrumentedAttribute[int], other: InstrumentedAttribute[int]
) -> ColumnElement[bool]:
    return or_(and_(one == _a_id, other == _b_id), and_(one == _b_id, other == _a_id))


_APART = or_(
    exists().where(_between(Block.blocker_id, Block.blocked_id)),
    exists().where(
        _between(Report.reporter_id, Report.owner_id),
        Report.reason == Reason.UNSAFE,
        Report.decided_at.is_(None),
    ),
)
_PAUSED_UNTIL = select(func.max(WritingPause.until, type_=WritingPause.until.type)).where(
    WritingPause.member_id == _a_id, WritingPause.until > bindparam("now")
)
_BLOCKED = select(exists().where(_between(Block.blocker_id, Block.blocked_id)))
_KEPT_APART = select(_APART)
_BARS = select(_PAUSED_UNTIL.scalar_subquery(), _APART)


def is_blocked(a_id: int, b_id: int) -> bool:
    """Whether one of the two has blocked the other."""
    return bool(db.session.scalar(_BLOCKED, {"a_id": a_id, "b_id": b_id}))


def are_kept_apart(a_id: int, b_id: int) -> bool:
    """Whether two people must not meet: a block, or a safety report that is undecided."""
    return bool(db.session.scalar(_KEPT_APART, {"a_id": a_id, "b_id": b_id}))


def kept_apart(member_id: int, other: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """For a question of somebody else: whether the row is of a person this one must not meet."""

    def between(one: InstrumentedAttribute[int], two: InstrumentedAttribute[int]) -> Any:
        return or_(and_(one == member_id, two == other), and_(one == other, two == member_id))

    return or_(
        exists().where(between(Block.blocker_id, Block.blocked_id)),
        exists().where(
            between(Report.reporter_id, Report.owner_id),
            Report.reason == Reason.UNSAFE,
            Report.decided_at.is_(None),
        ),
    )


def what_bars_writing(
    author: Member, reader_id: int, now: datetime
) -> tuple[datetime | None, bool]:
    """Until when the author is paused, if they are, and whether the two are kept apart."""
    facts = {"a_id": author.id, "b_id": reader_id, "now": now}
    paused_until, kept_apart = db.session.execute(_BARS, facts).one()
    return paused_until, bool(kept_apart)


def has_blocked(blocker: Member, blocked_id: int) -> bool:
    return db.session.get(Block, (blocker.id, blocked_id)) is not None


def blocks_by(member: Member) -> list[Block]:
    return list(
        db.session.scalars(
            select(Block).where(Block.blocker_id == member.id).order_by(Block.at.desc())
        )
    )


def report_with(public_id: str) -> Report | None:
    return db.session.scalar(select(Report).where(Report.public_id == public_id))


def report_with_key(reporter: Member, idempotency_key: str) -> Report | None:
    return db.session.scalar(
        select(Report).where(
            Report.reporter_id == reporter.id, Report.idempotency_key == idempotency_key
        )
    )


def open_report(reporter: Member, kind: Subject, ref: str) -> Report | None:
    """What this member has already said of it, and nobody has decided."""
    return db.session.scalar(
        select(Report).where(
            Report.reporter_id == reporter.id,
            Report.kind == kind,
            Report.ref == ref,
            Report.decided_at.is_(None),
        )
    )


def reports_by(member: Member, limit: int = 50) -> list[Report]:
    return list(
        db.session.scalars(
            select(Report)
            .where(Report.reporter_id == member.id)
            .order_by(Report.created_at.desc())
            .limit(limit)
        )
    )


def decided_about(member: Member, limit: int = 50) -> list[Report]:
    """Decisions about what this member wrote that took nothing from them, once they were told."""
    return list(
        db.session.scalars(
            select(Report)
            .where(
                Report.owner_id == member.id,
                Report.told_at.is_not(None),
                Report.id.not_in(
                    select(Restriction.report_id).where(Restriction.report_id.is_not(None))
                ),
            )
            .order_by(Report.told_at.desc())
            .limit(limit)
        )
    )


def readings_of(report_ids: Collection[int]) -> dict[int, list[datetime]]:
    """When moderators read, by report."""
    found: dict[int, list[datetime]] = {}
    rows = db.session.execute(
        select(ReportDeed.report_id, ReportDeed.at)
        .where(ReportDeed.report_id.in_(report_ids), ReportDeed.deed == Deed.READ)
        .order_by(ReportDeed.at)
    )
    for report_id, at in rows:
        found.setdefault(report_id, []).append(at)
    return found


def waiting(limit: int = 100) -> list[Report]:
    """The queue: the gravest first, then the oldest."""
    return list(
        db.session.scalars(
            select(Report)
            .where(Report.decided_at.is_(None))
            .order_by(Report.severity.desc(), Report.created_at)
            .limit(limit)
        )
    )


def waiting_count() -> int:
    counted = select(func.count()).select_from(Report).where(Report.decided_at.is_(None))
    return db.session.scalar(counted) or 0


def latest_deeds(limit: int = 50) -> list[ReportDeed]:
    return list(
        db.session.scalars(
            select(ReportDeed)
            .options(joinedload(ReportDeed.by), joinedload(ReportDeed.report))
            .order_by(ReportDeed.id.desc())
            .limit(limit)
        )
    )


def deeds_of(report: Report) -> list[ReportDeed]:
    return list(
        db.session.scalars(
            select(ReportDeed)
            .options(joinedload(ReportDeed.by))
            .where(ReportDeed.report_id == report.id)
            .order_by(ReportDeed.id)
        )
    )


def earlier_about(report: Report) -> int:
    """How many decisions against this person there were before, for the moderator to weigh."""
    counted = (
        select(func.count())
        .select_from(Report)
        .where(
            Report.owner_id == report.owner_id,
            Report.id != report.id,
            Report.outcome.is_not(None),
            Report.outcome != "nothing_wrong",
            Report.id.not_in(
                select(Restriction.report_id).where(
                    Restriction.report_id.is_not(None), Restriction.ending == Ending.OVERTURNED
                )
            ),
        )
    )
    return db.session.scalar(counted) or 0


def has_reports(member: Member) -> bool:
    """Whether a member has reported something, or was reported."""
    found = select(Report.id).where(
        or_(Report.reporter_id == member.id, Report.owner_id == member.id)
    )
    return db.session.scalar(found.limit(1)) is not None


def block_facts(member: Member) -> list[dict[str, object]]:
    """What a member's own file says of whom they blocked."""
    return [{"name": block.blocked.name, "at": block.at} for block in blocks_by(member)]


def report_facts(member: Member) -> list[dict[str, object]]:
    """What a member's own file says of what they reported."""
    rows = db.session.execute(
        select(Report.kind, Report.reason, Report.words, Report.created_at, Report.outcome)
        .where(Report.reporter_id == member.id)
        .order_by(Report.id)
    )
    return [dict(row._mapping) for row in rows]
