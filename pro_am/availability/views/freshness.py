"""A pro-am says that their hours still hold: on the editor, or from a letter without sign-in."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.availability import actions, queries
from pro_am.availability.views.own import blueprint, own_calendar, same_calendar
from pro_am.foundation.web.forms import Form
from pro_am.foundation.web.policy import Policy, allow


@blueprint.post("/confirm")
@allow(Policy.OWNER)
def confirm() -> ResponseReturnValue:
    actions.confirm_hours(own_calendar().profile_id)
    flash(_("Thank you: your hours hold, and people can book them."), "success")
    return redirect(url_for(".edit", **same_calendar()), 303)


@blueprint.route("/still/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def still_hold(token: str) -> ResponseReturnValue:
    """A GET shows a button: scanners that open every link in a letter change nothing."""
    profile_id = queries.profile_asked_about(token)
    calendar = queries.calendar_of(profile_id) if profile_id else None
    if calendar is None:
        abort(404)
    form = Form()
    if form.is_valid_post():
        actions.confirm_hours(calendar.profile_id)
        return redirect(url_for(".still_hold", token=token), 303)
    is_asked = calendar.asked_at is not None or calendar.paused_at is not None
    return render_template("availability/still_hold.html", form=form, is_asked=is_asked)
