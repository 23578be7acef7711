"""Saying that somebody else had an account: by its member, or by a moderator for them."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.accounts.password_again import asks_password_again
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.moderation.actions import takeovers as actions
from pro_am.moderation.forms import TakeoverForm

blueprint = Blueprint("takeovers", __name__)


@blueprint.get("/account/taken-over")
@allow(Policy.OWNER)
def ask() -> ResponseReturnValue:
    return page("moderation/taken_over.html", TakeoverForm(formdata=None))


@blueprint.post("/account/taken-over")
@allow(Policy.OWNER)
@asks_password_again
def say() -> ResponseReturnValue:
    """Whoever has the account now may be the one who took it: so the password is asked for."""
    form, member = TakeoverForm(), current_member()
    if form.is_valid_post():
        try:
            actions.say(member, form.since_in(member.time_zone), by=member)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("What was written since then does not count. Choose a new password."))
            return redirect(url_for("accounts.ask_for_reset"), 303)
    return page("moderation/taken_over.html", form)
