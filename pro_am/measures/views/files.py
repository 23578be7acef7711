"""Sending a file of measures: first it is read and shown, then its member says yes."""

from contextlib import closing

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.accounts.current import current_member
from pro_am.accounts.models import Member
from pro_am.foundation import time_zones
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import takes_files
from pro_am.measures import queries
from pro_am.measures.actions import importing
from pro_am.measures.actions.adding import Added, Outcome
from pro_am.measures.actions.importing import Yes
from pro_am.measures.forms.files import FileForm, MeaningForm, meaning_form
from pro_am.measures.models import Series
from pro_am.measures.queries.own import name_of, today_of
from pro_am.measures.rules import columns, reading
from pro_am.measures.rules.columns import Column, Known
from pro_am.measures.rules.files import MOST_BYTES
from pro_am.measures.rules.reading import Reading
from pro_am.measures.rules.tables import Table

blueprint = Blueprint("measure_files", __name__, url_prefix="/measures/files")

SHOWN = 12  # good lines, to see whether they are understood
SHOWN_WRONG = 50


@blueprint.route("", methods=["GET", "POST"])
@allow(Policy.OWNER)
@takes_files(MOST_BYTES)
def send() -> ResponseReturnValue:
    form = FileForm()
    if form.is_valid_post():
        try:
            with closing(form.file.data) as sent:
                upload = importing.keep_upload(
                    current_member(),
                    sent.stream,
                    sent.filename or _("A file"),
                    idempotency_key=form.idempotency_key.data or "",
                )
            return redirect(url_for(".look", public_id=upload.public_id), 303)
        except Refusal as refusal:
            form.show(refusal)
    return page("measures/send_file.html", form)


@blueprint.route("/<public_id>", methods=["GET", "POST"])
@allow(Policy.OWNER)
def look(public_id: str) -> ResponseReturnValue:
    """What would be taken over. A GET with other columns looks again; a POST takes it over."""
    member = current_member()
    upload = queries.upload_of(member, public_id) or abort(404)
    series, table = queries.series_of(member), importing.unpack(upload)
    known = [Known(each.public_id, each.kind, name_of(each)) for each in series]
    asked = request.form if request.method == "POST" else request.args
    form = meaning_form(table, known, asked if "column-0" in asked else None)
    understood = columns.understood(table.header, form.meanings, known)
    found = _read(member, table, understood, form)
    if form.is_valid_post() and found.good:
        yes = Yes(found.good, understood, bool(form.replacing.data))
        try:
            _say(importing.take_over(member, upload, yes))
            return redirect(url_for("measures.index"), 303)
        except Refusal as refusal:
            form.show(refusal)
    return page(
        "measures/look_at_file.html",
        form,
        upload=upload,
        table=table,
        found=found,
        weighed=_weighed(found, understood, series),
        Outcome=Outcome,
        lines=found.good[:SHOWN],
        wrong=[(each.line, each.cell, told(each.why)) for each in found.wrong[:SHOWN_WRONG]],
        titles=[form.words.get(each.meaning, "") for each in understood],
    )


def _read(member: Member, table: Table, understood: list[Column], form: MeaningForm) -> Reading:
    zone = time_zones.zone(member.time_zone)
    return reading.read(table, understood, form.chosen_order, zone, today_of(member))


def _weighed(found: Reading, understood: list[Column], series: list[Series]) -> Added:
    by_id = {each.public_id: each for each in series}
    meant = {i: by_id.get(column.meaning) for i, column in enumerate(understood)}
    return importing.weigh(found.good, meant)


def _say(added: Added) -> None:
    new = added.count(Outcome.ADDED) + added.count(Outcome.CHANGED)
    if new:
        flash(
            ngettext("One value was taken over.", "%(num)s values were taken over.", new), "success"
        )
    else:
        flash(_("All of this was here already: nothing was added."), "success")
