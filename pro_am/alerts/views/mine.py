"""My saved searches: keep one, call it otherwise, have more letters or fewer, open it."""

from collections import Counter
from urllib.parse import urlencode

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.alerts import actions, queries
from pro_am.alerts.actions import Wanted
from pro_am.alerts.forms import ChangeForm, SaveForm
from pro_am.alerts.models import SavedSearch
from pro_am.alerts.rules import Pace, proposed_name
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.search import results
from pro_am.search.applied import address, applied, pairs_of
from pro_am.search.forms import SearchForm
from pro_am.search.memory import known_offers
from pro_am.search.views import search_form

blueprint = Blueprint("saved_searches", __name__, url_prefix="/my-searches")


@blueprint.get("/")
@allow(Policy.OWNER)
def index() -> ResponseReturnValue:
    saved, now = queries.saved_by(current_member()), clock.now()
    known = known_offers().facts
    news = Counter(
        search_id for search_id, offer_id in queries.news_of(current_member()) if offer_id in known
    )
    return render_template(
        "alerts/mine.html",
        searches=[(each, _change_form(each), news[each.id]) for each in saved],
        is_over=lambda each: each.free_until is not None and each.free_until <= now,
    )


@blueprint.route("/save", methods=["GET", "POST"])
@allow(Policy.OWNER)
def save() -> ResponseReturnValue:
    """Members press a button on the results; who signed in for it is asked here once more."""
    asked = pairs_of(request.values.get("asked", ""))
    wanted = search_form().with_other(asked)
    form, proposed = SaveForm(), proposed_name(each.words for each in applied(wanted))
    form.asked.data = urlencode(asked)
    form.name.data = (form.name.data or "").strip() or proposed
    if wanted.errors or not proposed:
        flash(_("Search for something first: words, a place, or any other filter."), "info")
        return redirect(address(asked), 303)
    if form.is_valid_post():
        try:
            saved = actions.save(
                current_member(),
                _meant(wanted, form.asked.data),
                name=form.name.data,
                pace=Pace(form.pace.data or Pace.AT_ONCE),
            )
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("“%(name)s” is saved. It is under “My searches”.", name=saved.name), "success")
            return redirect(address(asked), 303)
    return page("alerts/save.html", form, back=address(asked))


@blueprint.post("/<public_id>")
@allow(Policy.OWNER)
def change(public_id: str) -> ResponseReturnValue:
    saved = queries.own_search(current_member(), public_id) or abort(404)
    form = ChangeForm()
    if form.is_valid_post():
        actions.change(saved, name=form.name.data, pace=Pace(form.pace.data))
        flash(_("Your choice is saved."), "success")
    else:
        flash(_("It was not changed: a name has 1 to 80 characters."), "warning")
    return redirect(url_for(".index", _anchor=f"search-{public_id}"), 303)


@blueprint.post("/<public_id>/open")
@allow(Policy.OWNER)
def show(public_id: str) -> ResponseReturnValue:
    """What is new is seen then: a GET could not say so."""
    saved = queries.own_search(current_member(), public_id) or abort(404)
    actions.see(saved)
    return redirect(address(pairs_of(saved.asked)), 303)


@blueprint.post("/<public_id>/delete")
@allow(Policy.OWNER)
def delete(public_id: str) -> ResponseReturnValue:
    saved = queries.own_search(current_member(), public_id) or abort(404)
    actions.forget(saved)
    flash(_("“%(name)s” is deleted.", name=saved.name), "success")
    return redirect(url_for(".index"), 303)


def _meant(form: SearchForm, asked: str) -> Wanted:
    found = results.find(form, wanted=1)
    return Wanted(asked, found.query, found.span)


def _change_form(saved: SavedSearch) -> ChangeForm:
    form = ChangeForm(formdata=None, name=saved.name, pace=saved.pace.value)
    form.name.id, form.pace.id = f"name-{saved.public_id}", f"pace-{saved.public_id}"
    return form
