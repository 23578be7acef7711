"""What people do about vouches from a letter, without signing in.

A GET shows a page with a button; only a POST acts. A link that was used, or that something has
overtaken, says kindly what is the case now.
"""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.forms import told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import csrf
from pro_am.vouches import actions
from pro_am.vouches.queries import links
from pro_am.vouches.queries.links import Purpose
from pro_am.vouches.rules.confirming import can_be_confirmed, lapses_at

blueprint = Blueprint("vouches_by_letter", __name__, url_prefix="/by-letter/vouches")
blueprint.after_request(signed_links.keep_to_itself)
# The address itself says who may: it is signed, and whoever has it has the letter.
csrf.exempt(blueprint)


@blueprint.route("/confirm/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def confirm(token: str) -> ResponseReturnValue:
    """Its giver says that it still holds."""
    link = links.vouch_link(Purpose.CONFIRM, token) or abort(404)
    refused = None
    if request.method == "POST" and not link.is_stale:
        try:
            actions.confirm(link.vouch)
            return redirect(url_for(".confirm", token=token), 303)
        except Refusal as refusal:
            refused = told(refusal)
    html = render_template(
        "vouches/by_letter/confirm.html",
        vouch=link.vouch,
        stands=link.vouch.is_standing,
        can_confirm=not link.is_stale and can_be_confirmed(link.vouch.confirmed_at, clock.now()),
        until=lapses_at(link.vouch.confirmed_at),
        refused=refused,
    )
    return html, 409 if refused else 200


@blueprint.route("/decline/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def decline(token: str) -> ResponseReturnValue:
    """The person vouched for says that they do not wish it."""
    link = links.vouch_link(Purpose.DECLINE, token) or abort(404)
    refused = None
    if request.method == "POST" and not link.is_stale:
        try:
            actions.decline(link.vouch)
            return redirect(url_for(".decline", token=token), 303)
        except Refusal as refusal:
            refused = told(refusal)
    html = render_template(
        "vouches/by_letter/decline.html",
        vouch=link.vouch,
        stands=link.vouch.is_standing,
        can_decline=not link.is_stale,
        refused=refused,
    )
    return html, 409 if refused else 200
