"""Profiles: hidden with a reason that their owner reads, and shown again."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.admin.forms import ProfileSearchForm, ReasonForm
from pro_am.admin.queries import machinery
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries
from pro_am.profiles.actions import withdrawing
from pro_am.profiles.rules import Publication

blueprint = Blueprint("profiles", __name__, url_prefix="/profiles")


@blueprint.get("/")
@allow(Policy.ADMIN)
def index() -> ResponseReturnValue:
    form = ProfileSearchForm(request.args)
    is_good = form.validate()
    rows = machinery.profiles(
        (form.q.data or "").strip() if is_good else "",
        Publication(form.state.data) if is_good and form.state.data else None,
        form.before.data if is_good else None,
    )
    shown = rows[: machinery.PER_PAGE]
    return render_template(
        "admin/profiles.html",
        form=form,
        rows=shown,
        next_before=shown[-1].id if len(rows) > len(shown) else None,
    )


@blueprint.route("/<slug>/withdraw", methods=["GET", "POST"])
@allow(Policy.ADMIN)
def withdraw(slug: str) -> ResponseReturnValue:
    profile = queries.profile_with(slug) or abort(404)
    form = ReasonForm()
    if form.is_valid_post():
        try:
            withdrawing.withdraw_profile(profile, by=current_member(), why=form.why.data)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("The profile is withdrawn, and its owner was told why."), "success")
            return redirect(url_for(".index"), 303)
    return page("admin/withdraw_profile.html", form, profile=profile)


@blueprint.post("/<slug>/restore")
@allow(Policy.ADMIN)
def restore(slug: str) -> ResponseReturnValue:
    profile = queries.profile_with(slug) or abort(404)
    withdrawing.restore_profile(profile, by=current_member())
    flash(_("The profile is no longer withdrawn."), "success")
    return redirect(url_for(".index"), 303)
