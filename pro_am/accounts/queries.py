"""Reading accounts."""

from datetime import datetime

from sqlalchemy import func, select

from pro_am.accounts.models import AccountToken, Member, MemberRole, SignedInSession, Try
from pro_am.accounts.rules import Purpose, Role
from pro_am.foundation import ids
from pro_am.foundation.database import db


def member_with_email(email: str) -> Member | None:
    return db.session.scalar(select(Member).where(Member.email == email.strip().lower()))


def member_with_public_id(public_id: str) -> Member | None:
    return db.session.scalar(select(Member).where(Member.public_id == public_id))


def session_with(secret: str) -> SignedInSession | None:
    return db.session.scalar(
        select(SignedInSession).where(SignedInSession.fingerprint == ids.fingerprint(secret))
    )


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
    """Those who hold at least one of the roles."""
    held = select(MemberRole.member_id).where(MemberRole.role.in_(roles))
    return list(db.session.scalars(select(Member).where(Member.id.in_(held))))
