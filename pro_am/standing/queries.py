"""Reading standings, scores and verifications."""

from collections.abc import Collection

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.standing.models import IdentityCheck, Score, Standing
from pro_am.standing.rules import ReviewedAs


def score_of(member_id: int, role: ReviewedAs) -> Score | None:
    return db.session.get(Score, (member_id, role))


def scores_of(member_ids: Collection[int], role: ReviewedAs) -> dict[int, Score]:
    found = db.session.scalars(
        select(Score).where(Score.member_id.in_(member_ids), Score.role == role)
    )
    return {score.member_id: score for score in found}


def standing_of(member_id: int) -> float:
    found = db.session.get(Standing, member_id)
    return found.standing if found else 0.0


def identity_check_of(member_id: int) -> IdentityCheck | None:
    return db.session.get(IdentityCheck, member_id)


def verified_among(member_ids: Collection[int]) -> set[int]:
    found = select(IdentityCheck.member_id).where(IdentityCheck.member_id.in_(member_ids))
    return set(db.session.scalars(found))


def waiting_for_a_steward(limit: int = 200) -> list[Member]:
    """Confirmed members whom no steward has verified, the longest waiting first."""
    verified = select(IdentityCheck.member_id)
    return list(
        db.session.scalars(
            select(Member)
            .where(
                Member.email_confirmed_at.is_not(None),
                Member.left_at.is_(None),
                Member.id.not_in(verified),
            )
            .order_by(Member.created_at)
            .limit(limit)
        )
    )


def verified_lately(limit: int = 50) -> list[tuple[Member, IdentityCheck]]:
    rows = db.session.execute(
        select(Member, IdentityCheck)
        .join(IdentityCheck, IdentityCheck.member_id == Member.id)
        .order_by(IdentityCheck.at.desc())
        .limit(limit)
    )
    return [(member, check) for member, check in rows]
