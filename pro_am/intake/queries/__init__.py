"""What is asked in each craft, and what a member answered."""

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.intake.models import GoalProfile, Questionnaire
from pro_am.profiles.models import Craft

_LATER = aliased(Questionnaire)
_IS_CURRENT = ~(
    select(_LATER.id)
    .where(_LATER.craft_id == Questionnaire.craft_id, _LATER.number > Questionnaire.number)
    .exists()
)


def asking() -> list[Questionnaire]:
    """The current ones of open crafts that ask something, in the order of the crafts."""
    found = db.session.scalars(
        select(Questionnaire)
        .join(Craft, Craft.id == Questionnaire.craft_id)
        .where(_IS_CURRENT, Craft.retired_at.is_(None))
        .order_by(Craft.position)
    )
    return [each for each in found if each.questions]


def current(craft_slug: str) -> Questionnaire | None:
    """What a craft asks now; None when it never asked anything."""
    return db.session.scalar(
        select(Questionnaire)
        .join(Craft, Craft.id == Questionnaire.craft_id)
        .where(Craft.slug == craft_slug, _IS_CURRENT)
    )


def crafts_with_one() -> set[int]:
    """The ids of crafts that ask, or asked once."""
    return set(db.session.scalars(select(Questionnaire.craft_id).distinct()))


def counts_of_answers() -> dict[int, int]:
    """How many members answered, by craft id."""
    rows = db.session.execute(
        select(GoalProfile.craft_id, func.count()).group_by(GoalProfile.craft_id)
    )
    return {craft_id: count for craft_id, count in rows}


def goal_profile_of(member: Member, craft_slug: str) -> GoalProfile | None:
    return db.session.scalar(
        select(GoalProfile)
        .join(Craft, Craft.id == GoalProfile.craft_id)
        .where(GoalProfile.member_id == member.id, Craft.slug == craft_slug)
    )


def goal_profiles_of(member: Member) -> list[GoalProfile]:
    return list(
        db.session.scalars(
            select(GoalProfile)
            .where(GoalProfile.member_id == member.id)
            .order_by(GoalProfile.changed_at.desc())
        )
    )


def goal_facts(member: Member) -> list[dict[str, object]]:
    """What a member's own file says of them; nobody else's has it."""
    return [
        {
            "craft": each.questionnaire.craft.slug,
            "version": each.questionnaire.number,
            "answers": each.answers,
            "health": each.health.answers if each.health else None,
            "shown_on_request": each.shown_on_request,
            "begun_at": each.begun_at,
            "changed_at": each.changed_at,
        }
        for each in goal_profiles_of(member)
    ]
