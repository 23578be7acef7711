"""One template for many clients, in one act."""

from datetime import date

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from pro_am.accounts.current import current_member
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.programmes import actions
from pro_am.programmes.forms.templates import AssignForm
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import programmes as queries
from pro_am.programmes.rules.course import WEEK, monday_of
from pro_am.programmes.rules.plan import WeekIsPlanned
from pro_am.programmes.rules.words import Standing
from pro_am.programmes.views.templates.own import blueprint, own_template

WEEKS_AHEAD = 9


@blueprint.route("/<public_id>/give", methods=["GET", "POST"])
@allow(Policy.OWNER)
def assign(public_id: str) -> ResponseReturnValue:
    template, form = own_template(public_id), AssignForm()
    coach = current_member()
    lasting = [each for each in queries.of_coach(coach) if each.standing is not Standing.ENDED]
    form.offer(lasting, _mondays(lasting))
    asks = False
    if form.is_valid_post():
        chosen = [each for each in lasting if each.public_id in form.programmes.data]
        monday = date.fromisoformat(form.monday.data)
        key = form.idempotency_key.data or ""
        try:
            given = actions.assign(template, chosen, monday, over=form.how, by=coach, key=key)
        except Refusal as refusal:
            form.show(refusal)
            asks = isinstance(refusal, WeekIsPlanned)
        else:
            _tell(given)
            if len(chosen) == 1:
                to = url_for(
                    "programmes.week", public_id=chosen[0].public_id, monday=form.monday.data
                )
                return redirect(to, 303)
            return redirect(url_for(".index"), 303)
    elif request.method == "GET":
        form.programmes.data = request.args.getlist("to")
        form.monday.data = request.args.get("from", form.monday.data)
    return page("programmes/templates/give.html", form, plan=template, lasting=lasting, asks=asks)


def _mondays(programmes: list[Programme]) -> list[date]:
    """This week and those after it, and the first of programmes that have not begun."""
    this = monday_of(clock.now().date())
    ahead = {this + number * WEEK for number in range(WEEKS_AHEAD)}
    return sorted(ahead | {each.starts_on for each in programmes if each.starts_on > this})


def _tell(given: actions.Given) -> None:
    words = ngettext(
        "%(num)s person has it now, each with a copy of their own.",
        "%(num)s people have it now, each with a copy of their own.",
        given.programmes,
    )
    flash(words, "success")
    if given.cut_short:
        words = ngettext(
            "%(num)s programme ends before the template does: the weeks after were left out.",
            "%(num)s programmes end before the template does: the weeks after were left out.",
            given.cut_short,
        )
        flash(words, "info")
