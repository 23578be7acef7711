"""The end of a programme, for its client: all weeks on one page, and to take along."""

import csv
import io
import json
from datetime import date, datetime

from flask import Blueprint, Response, abort, render_template
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import current_member
from pro_am.foundation import ids
from pro_am.foundation.web.policy import Policy, allow
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import portable
from pro_am.programmes.queries import programmes as queries
from pro_am.programmes.queries.looking_back import looking_back
from pro_am.programmes.rules.words import EXCEPTION_KINDS, Standing
from pro_am.programmes.views.whose import followed_programme

blueprint = Blueprint("programme_end", __name__, url_prefix="/programmes/<public_id>")


@blueprint.get("/summary")
@allow(Policy.OWNER)
def summary(public_id: str) -> ResponseReturnValue:
    programme = followed_programme(public_id)
    return render_template(
        "programmes/summary.html",
        programme=programme,
        booking=programme.booking,
        coach=programme.coach,
        client=current_member(),
        behind=looking_back(programme),
        course=programme.course,
        due=queries.due_of(programme),
        is_over=programme.standing is Standing.ENDED,
        exception_kinds=EXCEPTION_KINDS,
    )


@blueprint.get("/take-along.<kind>")
@allow(Policy.OWNER)
def take_along(public_id: str, kind: str) -> ResponseReturnValue:
    """All of it, whatever has become of it: JSON for programs, CSV for spreadsheets."""
    programme = followed_programme(public_id)
    writers = {"json": (_json, "application/json"), "csv": (_csv, "text/csv; charset=utf-8")}
    write, content_type = writers.get(kind) or abort(404)
    name = f"{ids.slug(programme.title) or 'programme'}.{kind}"
    return Response(
        write(programme),
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _json(programme: Programme) -> str:
    facts = portable.of_programme(programme)
    return json.dumps(facts, ensure_ascii=False, indent=2, default=_written_out) + "\n"


def _csv(programme: Programme) -> str:
    """With the mark that spreadsheets read UTF-8 by."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(portable.COLUMNS)
    writer.writerows([_harmless(value) for value in row] for row in portable.rows_of(programme))
    return "\ufeff" + table.getvalue()


def _harmless(value: object) -> str:
    """Spreadsheets take a text that begins so for a formula."""
    words = str(value)
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words


def _written_out(value: object) -> str:
    """Instants are UTC, and say so."""
    if isinstance(value, datetime):
        return f"{value.isoformat(timespec='seconds')}Z"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
