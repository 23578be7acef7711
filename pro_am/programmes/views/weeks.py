"""The weeks of a programme: this one first, others by links, one to print."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from pro_am.foundation.web.offline import keep_offline
from pro_am.foundation.web.policy import Policy, allow
from pro_am.programmes.queries import plans
from pro_am.programmes.queries.programmes import today_of
from pro_am.programmes.rows import week_rows
from pro_am.programmes.rules.words import ITEM_KINDS, Side
from pro_am.programmes.views.own import blueprint, monday_from
from pro_am.programmes.views.week_page import is_shown, shown_monday, week_page
from pro_am.programmes.views.whose import own_programme


@blueprint.get("/<public_id>")
@allow(Policy.PARTICIPANT)
def show(public_id: str) -> ResponseReturnValue:
    programme, side = own_programme(public_id)
    return week_page(programme, side, shown_monday(programme, today_of(programme)))


@blueprint.get("/<public_id>/weeks/<monday>")
@allow(Policy.PARTICIPANT)
def week(public_id: str, monday: str) -> ResponseReturnValue:
    programme, side = own_programme(public_id)
    day = monday_from(monday)
    if day < programme.starts_on or not is_shown(programme, day):
        abort(404)
    return week_page(programme, side, day)


@blueprint.get("/<public_id>/weeks/<monday>/print")
@allow(Policy.PARTICIPANT)
def printed(public_id: str, monday: str) -> ResponseReturnValue:
    """On one sheet of paper, with boxes to tick by hand."""
    programme, side = own_programme(public_id)
    if side is Side.CLIENT:
        keep_offline()
    day = monday_from(monday)
    found = plans.week_of(programme, day)
    exceptions = plans.exceptions_of(programme, since=day)
    return render_template(
        "programmes/printed_week.html",
        programme=programme,
        week=found,
        rows=week_rows(programme, day, found, exceptions, today_of(programme)),
        number=programme.course.week_number(day),
        kinds=ITEM_KINDS,
    )
