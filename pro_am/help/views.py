"""The help page: one page, so that the browser's own search finds every answer."""

from datetime import timedelta

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from pro_am.bookings.rules import life, policy
from pro_am.foundation.web.policy import Policy, allow
from pro_am.reviews import rules as reviews
from pro_am.reviews.rules.window import WINDOW

blueprint = Blueprint("help", __name__)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@blueprint.get("/help")
@allow(Policy.PUBLIC)
def show() -> ResponseReturnValue:
    return render_template(
        "help/show.html",
        answer_hours=life.ANSWER_WITHIN // HOUR,
        before_start_hours=life.ANSWER_BEFORE_START // HOUR,
        free_hours=policy.FLEXIBLE.tiers[0].notice // HOUR,
        review_days=WINDOW // DAY,
        reply_days=reviews.REPLY_WITHIN // DAY,
    )
