"""The measures of one programme: what its client shows, and what its coach sees and says of it."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.measures import actions, queries
from pro_am.measures.forms.series import SeriesForm
from pro_am.measures.forms.shown import CommentForm
from pro_am.measures.models import MeasureValue, Series
from pro_am.measures.queries.own import name_of, today_of
from pro_am.measures.queries.proposals import proposals_in
from pro_am.measures.queries.sharings import shared_with
from pro_am.measures.rules import spans
from pro_am.measures.rules.audiences import coach_of
from pro_am.measures.views.drawn import drawn
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import programmes
from pro_am.programmes.rules.words import Side

blueprint = Blueprint("shared_measures", __name__, url_prefix="/programmes/<public_id>/measures")


@blueprint.get("")
@allow(Policy.PARTICIPANT)
def show(public_id: str) -> ResponseReturnValue:
    """To the client what they could show, with its buttons; to the coach what is shown."""
    programme, side = programmes.for_person(current_member(), public_id) or abort(404)
    audience = coach_of(programme.id)
    if side is Side.COACH:
        series = shared_with(audience, programme.client_id)
        return render_template(
            "measures/for_coach.html",
            programme=programme,
            series=series,
            latest=queries.latest_of(series, today_of(programme.client)),
            proposals=proposals_in(programme),
            name_of=name_of,
        )
    series = queries.series_of(current_member())
    seen_by = queries.audiences_of(series)
    return render_template(
        "measures/for_client.html",
        programme=programme,
        series=series,
        seen=[each.id for each in series if audience in seen_by[each.id]],
        proposals=[
            each
            for each in queries.proposals_to(current_member())
            if each.programme_id == programme.id
        ],
        name_of=name_of,
    )


@blueprint.post("/<series_id>/<any(share,stop):act>")
@allow(Policy.PARTICIPANT)
def choose(public_id: str, series_id: str, act: str) -> ResponseReturnValue:
    programme = _led_or_followed(public_id, Side.CLIENT)
    series = queries.series_named(current_member(), series_id) or abort(404)
    coach = programme.coach.first_name
    if act == "share":
        try:
            actions.share_with_coach(series, programme)
        except Refusal as refusal:
            flash(told(refusal), "warning")
            return _back(programme)
        flash(_("%(name)s sees it from now on.", name=coach), "success")
    else:
        actions.stop_sharing(series, coach_of(programme.id))
        flash(_("%(name)s sees nothing of it any more.", name=coach), "success")
    return _back(programme)


@blueprint.get("/<series_id>")
@allow(Policy.PARTICIPANT)
def series(public_id: str, series_id: str) -> ResponseReturnValue:
    programme, found = _shown(public_id, series_id)
    return render_template(
        "measures/series_for_coach.html",
        programme=programme,
        series=found,
        drawn=drawn(found, programme.client, for_coach=current_member()),
        spans=spans.SPANS,
    )


@blueprint.route("/<series_id>/<value_id>", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def comment(public_id: str, series_id: str, value_id: str) -> ResponseReturnValue:
    programme, found = _shown(public_id, series_id)
    value = _value_in(programme, found, value_id)
    form = CommentForm()
    if form.is_valid_post():
        actions.comment(
            value,
            current_member(),
            form.text.data or "",
            idempotency_key=form.idempotency_key.data or "",
        )
        name = programme.client.first_name
        flash(_("%(name)s reads it beside the value.", name=name), "success")
        target = url_for(".series", public_id=public_id, series_id=series_id)
        return redirect(target, 303)
    return page(
        "measures/comment.html",
        form,
        programme=programme,
        series=found,
        value=value,
        name=name_of(found),
    )


@blueprint.route("/propose", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def propose(public_id: str) -> ResponseReturnValue:
    programme = _led_or_followed(public_id, Side.COACH)
    form = SeriesForm()
    if form.is_valid_post():
        try:
            actions.propose(
                programme,
                form.chosen,
                name=form.name.data or "",
                unit=form.unit.data or "",
                idempotency_key=form.idempotency_key.data or "",
            )
            name = programme.client.first_name
            flash(_("Proposed. %(name)s decides.", name=name), "success")
            return _back(programme)
        except Refusal as refusal:
            form.show(refusal)
    return page("measures/propose.html", form, programme=programme)


def _led_or_followed(public_id: str, wanted: Side) -> Programme:
    """The programme, for this one of its two people alone."""
    programme, side = programmes.for_person(current_member(), public_id) or abort(404)
    return programme if side is wanted else abort(404)


def _shown(public_id: str, series_id: str) -> tuple[Programme, Series]:
    programme = _led_or_followed(public_id, Side.COACH)
    shared = shared_with(coach_of(programme.id), programme.client_id)
    found = next((each for each in shared if each.public_id == series_id), None)
    return programme, found or abort(404)


def _value_in(programme: Programme, series: Series, value_id: str) -> MeasureValue:
    value = queries.value_of(programme.client, value_id)
    return value if value and value.series_id == series.id else abort(404)


def _back(programme: Programme) -> ResponseReturnValue:
    return redirect(url_for(".show", public_id=programme.public_id), 303)
