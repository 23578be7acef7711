"""Reading disputes: the two people theirs, moderators those that wait."""

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking, Dispute, DisputePicture, Statement
from pro_am.bookings.rules.disputes import READING
from pro_am.foundation.audit import AuditEntry
from pro_am.foundation.database import db
from pro_am.media.models import Picture
from pro_am.media.rules import EVIDENCE


def dispute_of(booking: Booking) -> Dispute | None:
    return db.session.scalar(_with_statements().where(Dispute.booking_id == booking.id))


def dispute_with(public_id: str) -> Dispute | None:
    """Any dispute: for moderators."""
    return db.session.scalar(_with_statements().where(Dispute.public_id == public_id))


def undecided(limit: int = 100) -> list[Dispute]:
    """The queue of moderators, the oldest first."""
    return list(
        db.session.scalars(
            select(Dispute)
            .where(Dispute.decided_at.is_(None))
            .order_by(Dispute.opened_at)
            .limit(limit)
        )
    )


def was_read_since(dispute: Dispute, moderator: Member, since: datetime) -> bool:
    """Whether the log has it that this moderator opened it: again within the hour is once."""
    found = select(AuditEntry.id).where(
        AuditEntry.about == f"booking {dispute.booking.reference}",
        AuditEntry.by_id == moderator.id,
        AuditEntry.act == READING,
        AuditEntry.at > since,
    )
    return db.session.scalar(found.limit(1)) is not None


def picture_in(dispute: Dispute, public_id: str) -> Picture | None:
    """A picture that one of the two has shown in this dispute."""
    return db.session.scalar(
        select(Picture)
        .join(DisputePicture, DisputePicture.picture_id == Picture.id)
        .join(Statement, Statement.id == DisputePicture.statement_id)
        .where(Statement.dispute_id == dispute.id, Picture.public_id == public_id)
    )


def evidence_left_over(before: datetime) -> list[Picture]:
    """Pictures that came with words which were refused."""
    shown = select(DisputePicture.picture_id).where(DisputePicture.picture_id == Picture.id)
    return list(
        db.session.scalars(
            select(Picture).where(
                Picture.public_id.startswith(EVIDENCE),
                Picture.created_at < before,
                ~shown.exists(),
            )
        )
    )


def statement_facts(member: Member) -> list[dict[str, object]]:
    """What a member's own file says of what they told moderators."""
    rows = db.session.execute(
        select(Booking.reference, Statement.at, Statement.text)
        .join(Dispute, Dispute.id == Statement.dispute_id)
        .join(Booking, Booking.id == Dispute.booking_id)
        .where(Statement.by_id == member.id)
        .order_by(Statement.id)
    )
    return [dict(row._mapping) for row in rows]


def _with_statements() -> Select[Dispute]:
    return select(Dispute).options(selectinload(Dispute.statements).selectinload(Statement.shown))
