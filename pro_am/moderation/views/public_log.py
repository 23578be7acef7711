"""The public log of decisions, for everybody."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from pro_am.foundation.web.policy import Policy, allow
from pro_am.moderation.queries import public_log as queries
from pro_am.moderation.rules import appeals, public_log, restrictions

blueprint = Blueprint("public_log", __name__)


@blueprint.get("/moderation/log")
@allow(Policy.PUBLIC)
def show() -> ResponseReturnValue:
    before = request.args.get("before", type=int)
    found = queries.lines(before)
    shown = found[: queries.PER_PAGE]
    return render_template(
        "moderation/log.html",
        lines=shown,
        months=queries.months(),
        next_before=shown[-1].id if len(found) > len(shown) else None,
        ABOUT=public_log.ABOUT,
        RULES=restrictions.RULES,
        ROLES=restrictions.ROLES,
        ENDINGS=restrictions.ENDINGS,
        ANSWERS=appeals.ANSWERS,
    )
