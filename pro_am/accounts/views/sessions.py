"""Where a member is signed in."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts import actions, queries, rules
from pro_am.accounts.current import current_member, current_session
from pro_am.foundation import clock
from pro_am.foundation.web.policy import Policy, allow

blueprint = Blueprint("sessions", __name__, url_prefix="/account/sessions")


@blueprint.get("")
@allow(Policy.OWNER)
def index() -> ResponseReturnValue:
    return render_template(
        "accounts/sessions.html",
        sessions=queries.sessions_of(current_member(), clock.now()),
        here=current_session(),
        browser_in_words=rules.browser_in_words,
    )


@blueprint.post("/end")
@allow(Policy.OWNER)
def end() -> ResponseReturnValue:
    """End one, by its number among one's own; any other number ends nothing."""
    number = request.form.get("session", type=int)
    if number is not None and number != current_session().id:
        actions.end_session(current_member(), number)
    flash(_("That browser is signed out."), "success")
    return redirect(url_for(".index"), 303)


@blueprint.post("/end-others")
@allow(Policy.OWNER)
def end_others() -> ResponseReturnValue:
    actions.end_sessions(current_member(), but=current_session())
    flash(_("You are signed out everywhere but here."), "success")
    return redirect(url_for(".index"), 303)
