"""One series of one's own: its chart, its values, its name and goal, who sees it."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import Form, page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.wording import quantity
from pro_am.measures import actions, queries
from pro_am.measures.forms.series import NameForm, goal_form
from pro_am.measures.forms.values import value_form
from pro_am.measures.models import Series
from pro_am.measures.queries.own import name_of
from pro_am.measures.rules import spans
from pro_am.measures.rules.kinds import SOURCES, SeriesKind
from pro_am.measures.views.drawn import drawn

blueprint = Blueprint("measure_series", __name__, url_prefix="/measures/<public_id>")


@blueprint.get("")
@allow(Policy.OWNER)
def show(public_id: str) -> ResponseReturnValue:
    series = _own(public_id)
    return page(
        "measures/show.html",
        Form(formdata=None),
        series=series,
        drawn=drawn(series, current_member()),
        spans=spans.SPANS,
        sources=SOURCES,
    )


@blueprint.route("/edit", methods=["GET", "POST"])
@allow(Policy.OWNER)
def edit(public_id: str) -> ResponseReturnValue:
    series = _own(public_id)
    form = NameForm(obj=series)
    if form.is_valid_post():
        actions.change_series(series, name=form.name.data or "", unit=form.unit.data or "")
        flash(_("Your choice is saved."), "success")
        return _back(series)
    return page("measures/edit.html", form, series=series, name=name_of(series))


@blueprint.route("/goal", methods=["GET", "POST"])
@allow(Policy.OWNER)
def goal(public_id: str) -> ResponseReturnValue:
    series = _own(public_id)
    form = goal_form(series)
    if form.is_valid_post():
        try:
            actions.set_goal(series, form["goal"].number, height_cm=form.height.data)
            flash(_("Your choice is saved."), "success")
            return _back(series)
        except Refusal as refusal:
            form.show(refusal)
    elif request.method == "GET" and series.goal is not None:
        form["goal"].data = quantity(series.goal)
    return page(
        "measures/goal.html",
        form,
        series=series,
        name=name_of(series),
        is_weight=series.kind is SeriesKind.WEIGHT,
    )


@blueprint.route("/remove", methods=["GET", "POST"])
@allow(Policy.OWNER)
def remove(public_id: str) -> ResponseReturnValue:
    series = _own(public_id)
    form = Form()
    if form.is_valid_post():
        actions.remove_series(series)
        flash(_("It is gone, with all of its values."), "success")
        return redirect(url_for("measures.index"), 303)
    return page("measures/remove.html", form, series=series, name=name_of(series))


@blueprint.route("/values/<value_id>", methods=["GET", "POST"])
@allow(Policy.OWNER)
def correct(public_id: str, value_id: str) -> ResponseReturnValue:
    series = _own(public_id)
    value = queries.value_of(current_member(), value_id) or abort(404)
    if value.series_id != series.id:
        abort(404)
    form = value_form(value)
    if form.is_valid_post():
        try:
            actions.correct(
                current_member(),
                value,
                form["number"].number,
                form.day.data,
                form.note.data or "",
            )
            flash(_("Corrected."), "success")
            return _back(series)
        except Refusal as refusal:
            form.show(refusal)
    elif request.method == "GET":
        form["number"].data = quantity(value.value)
    return page("measures/value.html", form, series=series, value=value, name=name_of(series))


@blueprint.post("/values/<value_id>/remove")
@allow(Policy.OWNER)
def remove_value(public_id: str, value_id: str) -> ResponseReturnValue:
    series = _own(public_id)
    value = queries.value_of(current_member(), value_id) or abort(404)
    actions.remove_value(value)
    flash(_("This value is gone."), "success")
    return _back(series)


def _own(public_id: str) -> Series:
    return queries.series_named(current_member(), public_id) or abort(404)


def _back(series: Series) -> ResponseReturnValue:
    return redirect(url_for("measure_series.show", public_id=series.public_id), 303)
