"""The stewards' desk for diplomas: in a regulated craft they come before paid offers."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import actions, queries

blueprint = Blueprint("credentials", __name__, url_prefix="/stewards/credentials")


@blueprint.get("/")
@allow(Policy.STEWARD)
def desk() -> ResponseReturnValue:
    return render_template(
        "profiles/credentials.html",
        waiting=queries.credentials_to_verify(),
        verified=queries.credentials_verified(),
    )


@blueprint.post("/<slug>/verify")
@allow(Policy.STEWARD)
def verify(slug: str) -> ResponseReturnValue:
    profile = queries.profile_with(slug) or abort(404)
    try:
        actions.verify_credential(profile, current_member())
    except Refusal as refusal:
        flash(told(refusal), "warning")
    else:
        flash(_("The diploma of %(name)s is verified.", name=profile.member.name), "success")
    return redirect(url_for(".desk"), 303)
