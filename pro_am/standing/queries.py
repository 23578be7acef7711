"""Reading standings, scores, levels and verifications."""

from collections.abc import Collection

from sqlalchemy import select

from pro_am.accounts.models import Member, MemberRole
from pro_am.accounts.rules import Role
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.standing.models import IdentityCheck, MemberLevel, Score, Standing
from pro_am.standing.rules import ReviewedAs
from pro_am.standing.rules.levels import Level
from pro_am.standing.rules.unlocks import HeldLevel, level_at


def score_of(member_id: int, role: ReviewedAs) -> Score | None:
    return db.session.get(Score, (member_id, role))


def scores_of(member_ids: Collection[int], role: ReviewedAs) -> dict[int, Score]:
    found = db.session.scalars(
        select(Score).where(Score.member_id.in_(member_ids), Score.role == role)
    )
    return {score.member_id: score for score in found}


def evidence_of(member_ids: Collection[int]) -> dict[tuple[int, ReviewedAs], float]:
    """The weight of all reviews of these members, by role; nothing for who has no score."""
    rows = db.session.execute(
        select(Score.member_id, Score.role, Score.evidence).where(Score.member_id.in_(member_ids))
    )
    return {(member_id, role): evidence for member_id, role, evidence in rows}


def scores_in_both_roles(member_id: int) -> list[Score]:
    return list(db.session.scalars(select(Score).where(Score.member_id == member_id)))


def standing_of(member_id: int) -> float:
    found = db.session.get(Standing, member_id)
    return found.standing if found else 0.0


def level_of(member_id: int) -> Level:
    return levels_of([member_id]).get(member_id, Level.NEW)


def levels_of(member_ids: Collection[int]) -> dict[int, Level]:
    """The levels in force: a confirmed address and a role count at once, without a run."""
    rows = db.session.execute(
        select(Member.id, Member.email_confirmed_at, MemberRole.role, MemberLevel)
        .outerjoin(MemberLevel, MemberLevel.member_id == Member.id)
        .outerjoin(
            MemberRole, (MemberRole.member_id == Member.id) & (MemberRole.role == Role.STEWARD)
        )
        .where(Member.id.in_(member_ids))
    )
    now = clock.now()
    return {
        member_id: level_at(
            known.held if known else None,
            now,
            confirmed_contact=confirmed_at is not None,
            is_steward=role is not None,
        )
        for member_id, confirmed_at, role, known in rows
    }


def held_level_of(member_id: int) -> HeldLevel | None:
    """As last computed, with what is about to be lost."""
    found = db.session.get(MemberLevel, member_id)
    return found.held if found else None


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
