"""Where all pages of the intake hang, and how each finds what its member answered."""

from flask import Blueprint, abort

from pro_am.accounts.current import current_member
from pro_am.intake import queries
from pro_am.intake.forms import intake_words
from pro_am.intake.models import GoalProfile, Questionnaire

blueprint = Blueprint("intake", __name__, url_prefix="/find-a-coach")
blueprint.add_app_template_global(intake_words)


def own_goals(craft: str) -> GoalProfile:
    return queries.goal_profile_of(current_member(), craft) or abort(404)


def asked_now(craft: str) -> Questionnaire:
    """What the craft asks now, if it asks anything."""
    found = queries.current(craft)
    if found is None or not found.questions or found.craft.retired_at:
        abort(404)
    return found
