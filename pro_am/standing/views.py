"""The stewards' desk: who waits to be verified, and who has been."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select

from pro_am.accounts.current import current_member
from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.standing import actions, queries
from pro_am.standing.forms import VerifyForm
from pro_am.standing.rules import SeenHow

blueprint = Blueprint("standing", __name__, url_prefix="/stewards")


@blueprint.get("/")
@allow(Policy.STEWARD)
def desk() -> ResponseReturnValue:
    return render_template(
        "standing/desk.html",
        waiting=queries.waiting_for_a_steward(),
        verified=queries.verified_lately(),
        form=VerifyForm(),
    )


@blueprint.post("/verify")
@allow(Policy.STEWARD)
def verify() -> ResponseReturnValue:
    form = VerifyForm()
    if not form.is_valid_post():
        abort(422)
    member = db.session.scalar(select(Member).where(Member.public_id == form.member.data))
    if member is None:
        abort(404)
    try:
        actions.verify_identity(member, current_member(), SeenHow(form.how.data))
    except Refusal as refusal:
        flash(told(refusal), "warning")
    else:
        flash(
            _("%(name)s is verified. Their reviews count from now on.", name=member.name), "success"
        )
    return redirect(url_for(".desk"), 303)
