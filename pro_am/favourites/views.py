"""The button on cards and profiles: keep somebody, or let go.

One form of the page sends all of its buttons. Members post it and are led back to where they were.
Visitors get a page with the button, after they have signed in: a GET changes nothing.
"""

import re

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.favourites import actions, queries
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.redirects import own_path
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Profile

blueprint = Blueprint("favourites", __name__, url_prefix="/favourites")

LET_GO = "let-go"
PLACE = re.compile(r"[\w-]{1,80}")


@blueprint.get("/<slug>")
@allow(Policy.OWNER)
def ask(slug: str) -> ResponseReturnValue:
    profile = profiles.named_profile(slug, current_member()) or abort(404)
    return render_template(
        "favourites/ask.html",
        profile=profile,
        is_kept=queries.is_kept(current_member(), profile.id),
        after=own_path(request.args.get("next")) or "",
    )


@blueprint.post("/<slug>")
@allow(Policy.OWNER)
def change(slug: str) -> ResponseReturnValue:
    """A script that changes the button itself asks for JSON, and goes nowhere."""
    profile = profiles.named_profile(slug, current_member()) or abort(404)
    keeps = request.form.get("then") != LET_GO
    try:
        if keeps:
            actions.keep(current_member(), profile)
        else:
            actions.let_go(current_member(), [profile.id])
    except Refusal as refusal:
        if _is_script():
            return jsonify(refused=told(refusal)), 409
        flash(told(refusal), "warning")
        return _back()
    if _is_script():
        return jsonify(kept=keeps)
    flash(_said(profile, keeps=keeps), "success")
    return _back()


def _said(profile: Profile, *, keeps: bool) -> str:
    if keeps:
        return _("%(name)s is among your favourites.", name=profile.member.first_name)
    return _("%(name)s is no longer among your favourites.", name=profile.member.first_name)


def _is_script() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _back() -> ResponseReturnValue:
    """To the card of the page that the button was on."""
    target = own_path(request.form.get("next"))
    place = request.args.get("at", "")
    if target and PLACE.fullmatch(place):
        target = f"{target.partition('#')[0]}#{place}"
    return redirect(target or url_for("search.favourites"), 303)
