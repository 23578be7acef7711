"""Whether my bookings add to "also booked"."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.also_booked import actions, queries
from pro_am.also_booked.rules import LEAST_MEMBERS
from pro_am.foundation.web.policy import Policy, allow

blueprint = Blueprint("also_booked", __name__, url_prefix="/account/also-booked")


@blueprint.get("")
@allow(Policy.OWNER)
def choose() -> ResponseReturnValue:
    return render_template(
        "also_booked/choose.html",
        left_out_since=queries.left_out_since(current_member()),
        least=LEAST_MEMBERS,
    )


@blueprint.post("")
@allow(Policy.OWNER)
def change() -> ResponseReturnValue:
    if request.form.get("then") == "take-part":
        actions.take_part(current_member())
        flash(_("Your bookings add to it again."), "success")
    else:
        actions.leave_out(current_member())
        flash(_("Your bookings are taken out, and stay out."), "success")
    return redirect(url_for(".choose"), 303)
