"""Who fits what a member said, and why."""

from flask import render_template
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import current_member
from pro_am.foundation.web.policy import Policy, allow
from pro_am.intake.rows import recommendations
from pro_am.intake.views.blueprint import blueprint, own_goals
from pro_am.intake.views.questions import ask_what_is_open


@blueprint.get("/<craft>/coaches")
@allow(Policy.OWNER)
def coaches(craft: str) -> ResponseReturnValue:
    profile = own_goals(craft)
    return ask_what_is_open(profile, craft) or render_template(
        "intake/coaches.html",
        craft=profile.questionnaire.craft,
        found=recommendations(profile, current_member()),
    )
