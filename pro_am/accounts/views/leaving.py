"""Taking one's data along, and closing the account."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask import stream_with_context as while_streaming
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import logout_user

from pro_am.accounts import actions, queries
from pro_am.accounts.current import current_member
from pro_am.accounts.events import DataTaken, LeavingConsidered
from pro_am.accounts.forms import ButtonForm, LeaveForm
from pro_am.accounts.models import Member
from pro_am.accounts.password_again import asks_password_again
from pro_am.foundation import clock
from pro_am.foundation.events import publish
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow

blueprint = Blueprint("leaving", __name__, url_prefix="/account")


@blueprint.route("/leave", methods=["GET", "POST"])
@allow(Policy.OWNER)
@asks_password_again
def leave() -> ResponseReturnValue:
    member, form = current_member(), LeaveForm()
    if form.is_valid_post():
        try:
            actions.leave(member)
        except Refusal as refusal:
            form.show(refusal)
        else:
            logout_user()
            return redirect(url_for(".left"), 303)
    considered = LeavingConsidered(member)
    publish(considered)
    return page("accounts/leave.html", form, goes=considered.goes, stays=considered.stays)


@blueprint.get("/left")
@allow(Policy.PUBLIC)
def left() -> ResponseReturnValue:
    return render_template("accounts/left.html")


@blueprint.route("/come-back/<secret>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def come_back(secret: str) -> ResponseReturnValue:
    form = ButtonForm()
    if form.is_valid_post():
        try:
            actions.come_back(secret)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Welcome back! Your account is open again: sign in as before."), "success")
            return redirect(url_for("accounts.sign_in"), 303)
    return page("accounts/come_back.html", form)


@blueprint.route("/data", methods=["GET", "POST"])
@allow(Policy.OWNER)
@asks_password_again
def data() -> ResponseReturnValue:
    """A page with a button, and the file that it gives."""
    form = ButtonForm()
    if form.is_valid_post():
        try:
            actions.count_taking_data(current_member())
        except Refusal as refusal:
            form.show(refusal)
        else:
            return _file_of(current_member())
    return page("accounts/data.html", form)


def _file_of(member: Member) -> Response:
    now = clock.now()
    taken = DataTaken(member, now)
    taken.parts["account"] = [queries.account_facts(member)]
    taken.parts["sessions"] = queries.session_facts(member)
    publish(taken)
    name = f"pro-am-{now:%Y-%m-%d}.json"
    return Response(
        while_streaming(_written(taken)),
        mimetype="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _written(taken: DataTaken) -> Iterator[str]:
    """One JSON object, with an array for each part, row by row as they are read."""
    yield f'{{"taken_at": {_json(taken.at)}'
    for name, rows in taken.parts.items():
        yield f",\n{_json(name)}: ["
        yield from _separated(rows)
        yield "]"
    yield "}\n"


def _separated(rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    before = "\n"
    for row in rows:
        yield before + _json(row)
        before = ",\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_written_out)


def _written_out(value: object) -> str:
    """Instants are UTC, and say so."""
    if isinstance(value, datetime):
        return f"{value.isoformat(timespec='seconds')}Z"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
