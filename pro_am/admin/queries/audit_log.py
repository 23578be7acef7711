"""The audit log, page by page, with the names of those who acted."""

from dataclasses import dataclass

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.admin.queries import Rows
from pro_am.foundation.audit import AuditEntry
from pro_am.foundation.database import db

PER_PAGE = 50
MEMBER = "member "


@dataclass(frozen=True)
class Filter:
    act: str = ""
    about: str = ""
    by: str = ""  # a member's public id
    before: int | None = None


def entries(chosen: Filter, limit: int = PER_PAGE + 1) -> Rows:
    """Entries with the name and public id of who acted, the latest first."""
    rows = select(AuditEntry, Member.name, Member.public_id).outerjoin(
        Member, Member.id == AuditEntry.by_id
    )
    if chosen.act:
        rows = rows.where(AuditEntry.act == chosen.act)
    if chosen.about:
        rows = rows.where(AuditEntry.about == chosen.about)
    if chosen.by:
        rows = rows.where(Member.public_id == chosen.by)
    if chosen.before is not None:
        rows = rows.where(AuditEntry.id < chosen.before)
    return db.session.execute(rows.order_by(AuditEntry.id.desc()).limit(limit)).all()


def names_of(rows: Rows) -> dict[str, str]:
    """The names of the members that entries are about, by what the entry says."""
    wanted = {
        about.removeprefix(MEMBER)
        for about in (row[0].about for row in rows)
        if about.startswith(MEMBER)
    }
    found = db.session.execute(
        select(Member.public_id, Member.name).where(Member.public_id.in_(wanted))
    )
    return {f"{MEMBER}{public_id}": name for public_id, name in found}


def acts() -> list[str]:
    return list(db.session.scalars(select(AuditEntry.act).distinct().order_by(AuditEntry.act)))
