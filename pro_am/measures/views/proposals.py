"""A client answers what their coach would like to be measured."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.measures import actions, queries

blueprint = Blueprint("measure_proposals", __name__, url_prefix="/measures/proposals")

SHOWN, ALONE = "shown", "alone"


@blueprint.post("/<public_id>")
@allow(Policy.OWNER)
def answer(public_id: str) -> ResponseReturnValue:
    """Three buttons: measure it and show it, measure it for oneself, or not."""
    proposal = queries.proposal_of(current_member(), public_id) or abort(404)
    chosen = request.form.get("answer")
    if chosen not in (SHOWN, ALONE):
        actions.decline(proposal)
        flash(_("That is fine. Nothing is measured."), "success")
        return redirect(url_for("measures.index"), 303)
    try:
        actions.accept(current_member(), proposal, is_shown=chosen == SHOWN)
    except Refusal as refusal:
        flash(told(refusal), "warning")
        return redirect(url_for("measures.index"), 303)
    if chosen == SHOWN:
        name = proposal.programme.coach.first_name
        flash(_("You measure it from now on, and %(name)s sees it.", name=name), "success")
    else:
        flash(_("You measure it from now on. Nobody but you sees it."), "success")
    return redirect(url_for("measures.index"), 303)
