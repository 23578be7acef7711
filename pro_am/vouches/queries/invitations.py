"""Reading invitations, and who came through whom."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import case, func, literal, select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.addresses import public_url
from pro_am.vouches.models import Invitation
from pro_am.vouches.rules.invitations import OPEN_FOR, WEEK, AcceptingFacts

PURPOSE = "come as a guest of"


def url_of(invitation: Invitation, language: str) -> str:
    """The address that the person invited opens; signed, so that it need not be kept."""
    token = signed_links.sign(PURPOSE, invitation.id, until=invitation.until)
    return public_url("invited.show", language=language, token=token)


def invitation_from(token: str) -> Invitation | None:
    """None for an address that we did not sign."""
    link = signed_links.read(PURPOSE, token)
    return db.session.get(Invitation, link.facts[0]) if link else None


def invitations_by(inviter: Member) -> list[Invitation]:
    return list(
        db.session.scalars(
            select(Invitation)
            .where(Invitation.inviter_id == inviter.id)
            .order_by(Invitation.created_at.desc(), Invitation.id.desc())
        )
    )


def own_invitation(inviter: Member, public_id: str) -> Invitation | None:
    return db.session.scalar(
        select(Invitation).where(
            Invitation.inviter_id == inviter.id, Invitation.public_id == public_id
        )
    )


def invitation_with_key(inviter: Member, idempotency_key: str) -> Invitation | None:
    return db.session.scalar(
        select(Invitation).where(
            Invitation.inviter_id == inviter.id, Invitation.idempotency_key == idempotency_key
        )
    )


def open_and_lately(inviter_id: int, now: datetime) -> tuple[int, int]:
    """How many are open, and how many were written within a week, whatever became of them."""
    is_open = (
        Invitation.accepted_at.is_(None)
        & Invitation.withdrawn_at.is_(None)
        & (Invitation.created_at > now - OPEN_FOR)
    )
    is_late = Invitation.created_at > now - WEEK
    row = db.session.execute(
        select(func.sum(case((is_open, 1), else_=0)), func.sum(case((is_late, 1), else_=0))).where(
            Invitation.inviter_id == inviter_id
        )
    ).one()
    return row[0] or 0, row[1] or 0


def accepting_facts(invitation: Invitation, member: Member, now: datetime) -> AcceptingFacts:
    return AcceptingFacts(
        state=invitation.state_now(now),
        inviter_id=invitation.inviter_id,
        invited_at=invitation.created_at,
        member_id=member.id,
        joined_at=member.created_at,
        was_invited=_invitation_of(member.id) is not None,
        came_through_them=came_through(invitation.inviter_id, member.id),
    )


def came_through(member_id: int, ancestor_id: int) -> bool:
    """Whether somebody was invited by another, or by whom these had invited, and so on."""
    line = (
        select(Invitation.inviter_id.label("id"))
        .where(Invitation.accepted_by_id == member_id)
        .cte("line", recursive=True)
    )
    line = line.union(
        select(Invitation.inviter_id).join(line, Invitation.accepted_by_id == line.c.id)
    )
    found = select(literal(1)).where(line.c.id == ancestor_id)
    return db.session.scalar(found.limit(1)) is not None


def with_old_addresses(now: datetime) -> list[int]:
    """Ids of those that still know an address which is of no more use."""
    return list(
        db.session.scalars(
            select(Invitation.id).where(
                Invitation.email.is_not(None),
                Invitation.accepted_at.is_not(None)
                | Invitation.withdrawn_at.is_not(None)
                | (Invitation.created_at <= now - OPEN_FOR),
            )
        )
    )


def invitation_facts(member: Member) -> Iterator[dict[str, object]]:
    """What a member's own file says of whom they invited."""
    for each in reversed(invitations_by(member)):
        yield {
            "for": each.name,
            "email": each.email,
            "note": each.note,
            "created_at": each.created_at,
            "accepted_at": each.accepted_at,
            "withdrawn_at": each.withdrawn_at,
            "vouches": each.vouches,
            "words": each.words,
        }


def _invitation_of(member_id: int) -> Invitation | None:
    """The one that they came with."""
    return db.session.scalar(select(Invitation).where(Invitation.accepted_by_id == member_id))
