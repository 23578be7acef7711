"""What a client says of a week: how it went, words for friends; and comments of both."""

from datetime import date

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.policy import Policy, allow
from pro_am.programmes import actions
from pro_am.programmes.forms.weeks import AnswerForm, CommentForm, ToFriendsForm
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import plans
from pro_am.programmes.rules.words import ItemState, Side
from pro_am.programmes.views.own import blueprint, own_as
from pro_am.programmes.views.week_page import own_week, week_page
from pro_am.programmes.views.whose import own_programme


@blueprint.post("/<public_id>/items/<item>/answer")
@allow(Policy.PARTICIPANT)
def answer(public_id: str, item: str) -> ResponseReturnValue:
    """Done, partly, not this time, or undone again: one press."""
    programme = own_as(Side.CLIENT, public_id)
    found = plans.item_of(programme, item) or abort(404)
    monday, form = found.week.monday, AnswerForm()
    if not form.is_valid_post():
        return week_page(programme, Side.CLIENT, monday, form)
    try:
        words = form.words.data if form.words.raw_data else None
        actions.answer(found, form.state.data, words=words)
    except Refusal as refusal:
        form.show(refusal)
        return week_page(programme, Side.CLIENT, monday, form)
    flash(_said(form.state.data), "success")
    return redirect(week_url(programme, monday, anchor=f"item-{item}"), 303)


@blueprint.post("/<public_id>/weeks/<monday>/to-friends")
@allow(Policy.PARTICIPANT)
def to_friends(public_id: str, monday: str) -> ResponseReturnValue:
    programme = own_as(Side.CLIENT, public_id)
    day, form = own_week(programme, monday), ToFriendsForm()
    if not form.is_valid_post():
        return week_page(programme, Side.CLIENT, day, form)
    try:
        actions.write_to_friends(programme, day, form.client_words.data or "")
    except Refusal as refusal:
        form.show(refusal)
        return week_page(programme, Side.CLIENT, day, form)
    flash(_("Saved. Friends who follow you read it in the recap of this week."), "success")
    return redirect(week_url(programme, day), 303)


@blueprint.post("/<public_id>/weeks/<monday>/comments")
@allow(Policy.PARTICIPANT)
def comment(public_id: str, monday: str) -> ResponseReturnValue:
    programme, side = own_programme(public_id)
    day, form = own_week(programme, monday), CommentForm()
    if not form.is_valid_post():
        return week_page(programme, side, day, form)
    key = form.idempotency_key.data or ""
    actions.comment([programme], day, form.text.data or "", by=current_member(), key=key)
    name = programme.other_than(current_member()).first_name
    flash(_("Said. %(name)s reads it here.", name=name), "success")
    return redirect(week_url(programme, day, anchor="comments"), 303)


def week_url(programme: Programme, monday: date, anchor: str | None = None) -> str:
    return url_for(
        "programmes.week",
        public_id=programme.public_id,
        monday=monday.isoformat(),
        _anchor=anchor,
    )


def _said(state: ItemState) -> str:
    if state is ItemState.DONE:
        return _("Done. Well done!")
    if state is ItemState.PARTLY:
        return _("Partly done: that counts too.")
    if state is ItemState.SKIPPED:
        return _("Not this time: that is fine.")
    return _("Planned again.")
