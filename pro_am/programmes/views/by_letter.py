"""Saying how a day went from a letter, without signing in.

A GET (and what fetches ahead, or scans mail) shows a page with buttons; only a POST acts. Whoever
holds the letter reads this page: the items of one day, and nothing else.
"""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.forms import told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import csrf
from pro_am.programmes import actions
from pro_am.programmes.queries.links import DayLink, day_link
from pro_am.programmes.rows import item_rows
from pro_am.programmes.rules.weeks import day_of
from pro_am.programmes.rules.words import ITEM_STATES, ItemState

blueprint = Blueprint("check_ins", __name__, url_prefix="/by-letter/check-in")
blueprint.after_request(signed_links.keep_to_itself)
# The address itself says who may: it is signed, and whoever has it has the letter. A page that
# sends no referrer could not be told from another site's by where its form comes from.
csrf.exempt(blueprint)


@blueprint.route("/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def day(token: str) -> ResponseReturnValue:
    link, refused = day_link(token) or abort(404), None
    if request.method == "POST" and not link.is_over:
        try:
            _answer(link)
            return redirect(url_for(".day", token=token), 303)
        except Refusal as refusal:
            refused = told(refusal)
    html = render_template(
        "programmes/by_letter/day.html",
        programme=link.programme,
        items=item_rows(link.items),
        day=day_of(link.monday, link.day),
        is_over=link.is_over,
        states=ITEM_STATES,
        refused=refused,
    )
    return html, 409 if refused else 200


def _answer(link: DayLink) -> None:
    """Only items of the signed day, and only states that there are."""
    wanted = request.form.get("item", "")
    item = next((each for each in link.items if each.public_id == wanted), None) or abort(404)
    state = request.form.get("state", "")
    if state not in set(ItemState):
        abort(400)
    actions.answer(item, ItemState(state))
