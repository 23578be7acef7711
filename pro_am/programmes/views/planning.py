"""A coach plans one client's week: adds, changes and takes out, and writes above it."""

from datetime import date

from flask import abort, flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import Form, page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.programmes import actions
from pro_am.programmes.forms.items import ItemForm
from pro_am.programmes.forms.weeks import NoteForm
from pro_am.programmes.models import Item, Programme
from pro_am.programmes.queries import plans
from pro_am.programmes.rules.words import ItemState, Side
from pro_am.programmes.views.own import blueprint, own_as
from pro_am.programmes.views.saying import week_url
from pro_am.programmes.views.week_page import own_week, week_page


@blueprint.route("/<public_id>/weeks/<monday>/plan", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def plan(public_id: str, monday: str) -> ResponseReturnValue:
    """One thing on several days, again and again."""
    programme, form = own_as(Side.COACH, public_id), ItemForm()
    day = own_week(programme, monday)
    if form.is_valid_post():
        try:
            key = form.idempotency_key.data or ""
            actions.plan(programme, day, form.days.data, form.text(), key=key)
        except Refusal as refusal:
            form.show(refusal)
        else:
            count = len(form.days.data)
            flash(ngettext("Added on %(num)s day.", "Added on %(num)s days.", count), "success")
            return redirect(request.path, 303)
    return _page(programme, day, form)


@blueprint.route("/<public_id>/items/<item>/edit", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def edit_item(public_id: str, item: str) -> ResponseReturnValue:
    programme, form = own_as(Side.COACH, public_id), ItemForm()
    found = _planned(programme, item)
    if form.is_valid_post():
        try:
            actions.change_item(found, form.text(found.picture_id), day=form.days.data[0])
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Saved."), "success")
            return redirect(week_url(programme, found.week.monday), 303)
    elif request.method == "GET":
        form.fill_from(found)
    return _page(programme, found.week.monday, form, found)


@blueprint.post("/<public_id>/items/<item>/remove")
@allow(Policy.PARTICIPANT)
def remove_item(public_id: str, item: str) -> ResponseReturnValue:
    programme, form = own_as(Side.COACH, public_id), Form()
    found = plans.item_of(programme, item) or abort(404)
    monday = found.week.monday
    if not form.is_valid_post():
        abort(400)
    try:
        actions.remove_item(found)
    except Refusal as refusal:
        form.show(refusal)
        return week_page(programme, Side.COACH, monday, form)
    flash(_("Taken out."), "success")
    return redirect(week_url(programme, monday), 303)


@blueprint.post("/<public_id>/weeks/<monday>/note")
@allow(Policy.PARTICIPANT)
def note(public_id: str, monday: str) -> ResponseReturnValue:
    programme, form = own_as(Side.COACH, public_id), NoteForm()
    day = own_week(programme, monday)
    if not form.is_valid_post():
        return week_page(programme, Side.COACH, day, form)
    actions.write_note(
        programme, day, note=form.note.data or "", to_friends=form.coach_words.data or ""
    )
    flash(_("Saved."), "success")
    return redirect(week_url(programme, day), 303)


def _planned(programme: Programme, public_id: str) -> Item:
    found = plans.item_of(programme, public_id) or abort(404)
    return found if found.state is ItemState.PLANNED else abort(404)


def _page(
    programme: Programme, monday: date, form: ItemForm, item: Item | None = None
) -> ResponseReturnValue:
    return page(
        "programmes/plan.html",
        form,
        programme=programme,
        monday=monday,
        item=item,
        week=plans.week_of(programme, monday),
    )
