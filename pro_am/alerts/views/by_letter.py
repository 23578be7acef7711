"""No more letters of one saved search, from such a letter. A GET shows a button."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pro_am.alerts import actions, queries
from pro_am.alerts.rules import Pace
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import csrf

blueprint = Blueprint("saved_search_by_letter", __name__, url_prefix="/by-letter/searches")
blueprint.after_request(signed_links.keep_to_itself)
# The address itself says who may: it is signed, and whoever has it has the letter.
csrf.exempt(blueprint)


@blueprint.route("/off/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def off(token: str) -> ResponseReturnValue:
    saved = queries.search_from(token) or abort(404)
    if request.method == "POST":
        actions.switch_off(saved)
        return redirect(url_for(".off", token=token), 303)
    return render_template("alerts/off.html", saved=saved, is_off=saved.pace is Pace.OFF)
