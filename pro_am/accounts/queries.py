"""Reading accounts."""

from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from pro_am.accounts.models import AccountToken, KeyChange, Member, MemberRole, SignedInSession, Try
from pro_am.accounts.rules import Purpose, Role, life_of
from pro_am.accounts.rules.keys import PENDING
from pro_am.foundation import ids
from pro_am.foundation.database import db

# Asked for by every page of a member, so that it is put together once, and is one question.
_SESSION = (
    select(SignedInSession)
    .options(joinedload(SignedInSession.member).joinedload(Member.roles))
    .where(SignedInSession.fingerprint == bindparam("fingerprint"))
)


def member_with_email(email: str) -> Member | None:
    return db.session.scalar(select(Member).where(Member.email == email.strip().lower()))


def member_with_public_id(public_id: str) -> Member | None:
    return db.session.scalar(select(Member).where(Member.public_id == public_id))


def holder_of(email: str, now: datetime) -> Member | None:
    """Whose address it is, or was until so short a time ago that they may take it back."""
    kept = select(AccountToken.member_id).where(
        AccountToken.email == email,
        AccountToken.purpose == Purpose.UNDO_EMAIL_CHANGE,
        AccountToken.expires_at > now,
    )
    return member_with_email(email) or db.session.scalar(
        select(Member).where(Member.id.in_(kept)).limit(1)
    )


def sessions_of(member: Member, now: datetime) -> list[SignedInSession]:
    """Where a member is signed in, the latest used first."""
    life = life_of([held.role for held in member.roles])
    return list(
        db.session.scalars(
            select(SignedInSession)
            .where(
                SignedInSession.member_id == member.id,
                SignedInSession.seen_at > now - life.idle,
                SignedInSession.created_at > now - life.longest,
            )
            .order_by(SignedInSession.seen_at.desc(), SignedInSession.id.desc())
        )
    )


def admin_count() -> int:
    counted = (
        select(func.count())
        .select_from(MemberRole)
        .join(Member, Member.id == MemberRole.member_id)
        .where(MemberRole.role == Role.ADMIN, Member.left_at.is_(None))
    )
    return db.session.scalar(counted) or 0


def gone_since(instant: datetime) -> list[int]:
    """Ids of members who left before that, and are not erased yet."""
    return list(
        db.session.scalars(
            select(Member.id).where(Member.left_at <= instant, Member.erased_at.is_(None))
        )
    )


def session_with(secret: str) -> SignedInSession | None:
    """A session with its member and their roles."""
    found = db.session.scalars(_SESSION, {"fingerprint": ids.fingerprint(secret)})
    return found.unique().one_or_none()


def token_for(purpose: Purpose, secret: str, now: datetime) -> AccountToken | None:
    return db.session.scalar(
        select(AccountToken).where(
            AccountToken.fingerprint == ids.fingerprint(secret),
            AccountToken.purpose == purpose,
            AccountToken.expires_at > now,
        )
    )


def tries_since(bucket: str, since: datetime) -> int:
    counted = select(func.count()).select_from(Try).where(Try.bucket == bucket, Try.at > since)
    return db.session.scalar(counted) or 0


def stewards() -> list[Member]:
    return members_with(Role.STEWARD)


def members_with(*roles: Role) -> list[Member]:
    """Those who hold at least one of the roles, and are still here."""
    held = select(MemberRole.member_id).where(MemberRole.role.in_(roles))
    return list(
        db.session.scalars(select(Member).where(Member.id.in_(held), Member.left_at.is_(None)))
    )


def is_pending(
    member_id: InstrumentedAttribute[int],
    written_at: InstrumentedAttribute[datetime],
    now: datetime,
) -> ColumnElement[bool]:
    """Whether something does not count yet, for `rules.keys.counts_from`: the password or the
    address of its author changed before it was written, and no three days ago."""
    return exists().where(
        KeyChange.member_id == member_id,
        KeyChange.at <= written_at,
        KeyChange.at > now - PENDING,
    )


def account_facts(member: Member) -> dict[str, object]:
    """What a member's own file says of the account: no hash, no secret."""
    return {
        "name": member.name,
        "email": member.email,
        "language": member.language,
        "time_zone": member.time_zone,
        "member_since": member.created_at,
        "roles": [held.role for held in member.roles],
    }


def session_facts(member: Member) -> list[dict[str, object]]:
    rows = db.session.execute(
        select(SignedInSession.created_at, SignedInSession.seen_at, SignedInSession.browser)
        .where(SignedInSession.member_id == member.id)
        .order_by(SignedInSession.id)
    )
    return [dict(row._mapping) for row in rows]
