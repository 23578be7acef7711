"""The landing page of one's measures: today's values in one go, all series, a file to take."""

import csv
import io

from flask import Blueprint, Response, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.measures import actions, queries
from pro_am.measures.forms.series import SeriesForm
from pro_am.measures.forms.values import day_form
from pro_am.measures.queries.own import name_of, today_of

blueprint = Blueprint("measures", __name__, url_prefix="/measures")

BYTE_ORDER_MARK = "\ufeff"  # without it a common spreadsheet takes the letters for others


@blueprint.route("/", methods=["GET", "POST"])
@allow(Policy.OWNER)
def index() -> ResponseReturnValue:
    member = current_member()
    series, today = queries.series_of(member), today_of(member)
    form = day_form(series, today)
    if form.is_valid_post():
        try:
            written = form.written(series)
            actions.write_down(
                member,
                written,
                form.day.data,
                idempotency_key=form.idempotency_key.data or "",
            )
            count = len(written)
            flash(ngettext("Written down.", "%(num)s values written down.", count), "success")
            return redirect(url_for(".index"), 303)
        except Refusal as refusal:
            form.show(refusal)
    return page(
        "measures/index.html",
        form,
        series=series,
        latest=queries.latest_of(series, today),
        proposals=queries.proposals_to(member),
        today=today,
        name_of=name_of,
    )


@blueprint.route("/new", methods=["GET", "POST"])
@allow(Policy.OWNER)
def add() -> ResponseReturnValue:
    form = SeriesForm()
    if form.is_valid_post():
        try:
            actions.begin_series(
                current_member(),
                form.chosen,
                name=form.name.data or "",
                unit=form.unit.data or "",
                idempotency_key=form.idempotency_key.data or "",
            )
            flash(_("You can write down values now. Nobody but you sees them."), "success")
            return redirect(url_for(".index"), 303)
        except Refusal as refusal:
            form.show(refusal)
    return page("measures/add.html", form)


@blueprint.get("/measures.csv")
@allow(Policy.OWNER)
def download() -> ResponseReturnValue:
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    lines = queries.csv_table(current_member())
    table.writerows([_harmless(cell) for cell in line] for line in lines)
    return Response(
        BYTE_ORDER_MARK + written.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": 'attachment; filename="measures.csv"'},
    )


def _harmless(cell: str) -> str:
    """A spreadsheet takes words that begin like this for a formula (OWASP, CSV injection)."""
    is_number = cell.lstrip("-").replace(".", "", 1).isdigit()
    return (
        f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not is_number else cell
    )
