"""What is looked for in vain, on the moderators' desk: what needs a synonym, what to strike."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import current_member
from pro_am.foundation import clock
from pro_am.foundation.web.policy import Policy, allow
from pro_am.search.asked import actions, queries
from pro_am.search.asked.rules import KEPT, LONGEST
from pro_am.search.asked.views import label_of

blueprint = Blueprint("unanswered", __name__, url_prefix="/moderation/unanswered")

MOST = 100


@blueprint.get("")
@allow(Policy.MODERATOR)
def index() -> ResponseReturnValue:
    wants = queries.in_vain(clock.now().date() - KEPT, MOST)
    return render_template(
        "admin/unanswered.html",
        wants=[(want, label_of(want)) for want in wants],
        days=KEPT.days,
    )


@blueprint.post("/strike")
@allow(Policy.MODERATOR)
def strike() -> ResponseReturnValue:
    actions.strike(_words(), by=current_member())
    return redirect(url_for(".index"), 303)


@blueprint.post("/show-again")
@allow(Policy.MODERATOR)
def show_again() -> ResponseReturnValue:
    actions.show_again(_words(), by=current_member())
    return redirect(url_for(".index"), 303)


def _words() -> str:
    words = request.form.get("words", "")
    return words if 0 < len(words) <= LONGEST * 2 else abort(404)
