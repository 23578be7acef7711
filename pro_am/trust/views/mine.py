"""Where I stand: my level, what is missing for the next one, and what only I may know."""

from datetime import datetime, timedelta
from typing import NamedTuple

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import current_member
from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries as profiles
from pro_am.standing import queries as standing
from pro_am.standing.rules import ReviewedAs, constants
from pro_am.standing.rules.levels import Level, level_earned
from pro_am.standing.rules.unlocks import (
    LEVELS,
    RIGHTS,
    HeldLevel,
    missing_for_next,
    unlocked_by,
)
from pro_am.trust.queries.levels import level_facts
from pro_am.trust.queries.mine import alarms_about, answered_for
from pro_am.trust.views.why import PARTS, lines_of

blueprint = Blueprint("my_trust", __name__, url_prefix="/my-trust")


class Step(NamedTuple):
    """One level as a page draws it."""

    level: Level
    name: str
    rights: list[str]


@blueprint.app_template_global()
def levels() -> list[Step]:
    """All levels with what each adds, from the table itself."""
    return [
        Step(level, name, [RIGHTS[right] for right in unlocked_by(level)])
        for level, name in LEVELS.items()
    ]


@blueprint.app_template_global()
def name_of_level(member: Member) -> str:
    """For the page of one's account, which knows nothing of the features above it."""
    return LEVELS[standing.level_of(member.id)]


@blueprint.get("/")
@allow(Policy.OWNER)
def show() -> ResponseReturnValue:
    member, now = current_member(), clock.now()
    scores = standing.scores_in_both_roles(member.id)
    facts = level_facts(member, scores, now)
    held, level = standing.held_level_of(member.id), standing.level_of(member.id)
    by_role = {score.role: score for score in scores}
    return render_template(
        "trust/mine.html",
        level=level,
        level_name=LEVELS[level],
        next_name=LEVELS.get(Level(min(level_earned(facts) + 1, Level.TRUSTED))),
        missing=missing_for_next(facts),
        fading_until=_fading_until(held),
        grace_days=int(constants.LEVEL_GRACE_DAYS),
        scores=[
            (role, by_role[role], lines_of(by_role[role])) for role in ReviewedAs if role in by_role
        ],
        most=PARTS,
        answered=answered_for(member.id),
        alarms=alarms_about(member.id),
        profile=profiles.profile_of(member),
    )


def _fading_until(held: HeldLevel | None) -> datetime | None:
    """When a level that is no longer earned will be lost; None while all is well."""
    if held is None or held.below_since is None:
        return None
    return held.below_since + timedelta(days=constants.LEVEL_GRACE_DAYS)
