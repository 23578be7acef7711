"""The community's own cancellation policy, beside the three that every installation has."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.bookings.actions.own_policy import write_own_policy
from pro_am.bookings.forms.own_policy import OwnPolicyForm, own_policy_form
from pro_am.bookings.queries import policies
from pro_am.bookings.rules.policy import POLICIES
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow

blueprint = Blueprint("cancellation", __name__, url_prefix="/cancellation")


@blueprint.get("/")
@allow(Policy.ADMIN)
def show() -> ResponseReturnValue:
    return _page(own_policy_form(policies.own_policy()))


@blueprint.post("/")
@allow(Policy.ADMIN)
def write() -> ResponseReturnValue:
    form = OwnPolicyForm()
    if form.is_valid_post():
        try:
            write_own_policy(form.tiers, current_member())
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Saved. It counts for bookings made from now on."), "success")
            return redirect(url_for(".show"), 303)
    return _page(form)


def _page(form: OwnPolicyForm) -> ResponseReturnValue:
    return page(
        "admin/cancellation.html",
        form,
        policies=POLICIES,
        pays_in_person=policies.pays_in_person(),
    )
