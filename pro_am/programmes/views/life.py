"""What is agreed for a programme, a break, and its end."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.bookings.models import Booking
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web import wording
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.programmes import actions
from pro_am.programmes.forms.life import DayForm, EndForm
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import programmes as queries
from pro_am.programmes.rules import life
from pro_am.programmes.rules.words import STANDINGS, Side, Standing
from pro_am.programmes.views.whose import own_programme

blueprint = Blueprint("programme_life", __name__, url_prefix="/programmes/<public_id>")


@blueprint.app_template_global()
def way_to_programme(booking: Booking) -> str | None:
    """From the page of a booking to what came of it."""
    if booking.weeks is None:
        return None
    programme = queries.of_booking(booking.id)
    if programme is None:
        return None
    return url_for("programme_life.about", public_id=programme.public_id)


@blueprint.get("/about")
@allow(Policy.PARTICIPANT)
def about(public_id: str) -> ResponseReturnValue:
    programme, side = own_programme(public_id)
    return _page(programme, side, DayForm(formdata=None))


@blueprint.post("/pause")
@allow(Policy.PARTICIPANT)
def pause(public_id: str) -> ResponseReturnValue:
    return _on_a_day(
        public_id,
        lambda programme, form: actions.pause(programme, current_member(), from_day=form.day.data),
        _("The break is agreed from %(day)s on. The other person gets a letter."),
    )


@blueprint.post("/resume")
@allow(Policy.PARTICIPANT)
def resume(public_id: str) -> ResponseReturnValue:
    return _on_a_day(
        public_id,
        lambda programme, form: actions.resume(programme, current_member(), on_day=form.day.data),
        _("It goes on from %(day)s on. The other person gets a letter."),
    )


@blueprint.route("/end", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def end(public_id: str) -> ResponseReturnValue:
    """A page with one button: its client leaves, or its coach closes it."""
    programme, side = own_programme(public_id)
    form = EndForm()
    if programme.standing is Standing.ENDED and request.method == "GET":
        return redirect(url_for(".about", public_id=public_id), 303)
    if form.is_valid_post():
        try:
            actions.end(programme, current_member(), words=form.words.data or "")
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("It has come to its end. Both of you get a letter."), "success")
            endpoint = ".about" if side is Side.COACH else "programme_end.summary"
            return redirect(url_for(endpoint, public_id=public_id), 303)
    programme, side = own_programme(public_id)
    return page(
        "programmes/end.html",
        form,
        programme=programme,
        side=side.value,
        other=programme.other_than(current_member()),
        due=queries.due_of(programme),
    )


def _on_a_day(
    public_id: str, deed: Callable[[Programme, DayForm], None], words: str
) -> ResponseReturnValue:
    programme, side = own_programme(public_id)
    form = _with_days(DayForm(), programme)
    if form.is_valid_post():
        day = form.day.data
        try:
            deed(programme, form)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(words % {"day": wording.long_day(day)}, "success")
            return redirect(url_for(".about", public_id=public_id), 303)
    programme, side = own_programme(public_id)
    return _page(programme, side, form)


def _page(programme: Programme, side: Side, form: DayForm) -> ResponseReturnValue:
    facts = queries.life_of(programme)
    return page(
        "programmes/about.html",
        _with_days(form, programme),
        programme=programme,
        booking=programme.booking,
        side=side.value,
        other=programme.other_than(current_member()),
        standing=life.standing_on(facts),
        standings=STANDINGS,
        acts={act.value for act in life.possible_acts(facts, side)},
        course=facts.course,
        today=facts.today,
        due=queries.due_of(programme),
        is_talk_ahead=facts.is_talk_ahead,
    )


def _with_days(form: DayForm, programme: Programme) -> DayForm:
    facts = queries.life_of(programme)
    form.offer_days(life.days_to_choose(facts), today=facts.today)
    return form
