"""The client's side: one tap to the page, a second to send; then who was told, and answers."""

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.sos import actions, queries
from pro_am.sos.actions import Call, Settled
from pro_am.sos.forms import MOST_CONTACTS, ChoicesForm, SosForm
from pro_am.sos.models import Sos, SosChoices
from pro_am.sos.rules.calling import DELIVERIES, SureAgain, is_alone
from pro_am.sos.rules.distress import speaks_of_distress
from pro_am.sos.rules.numbers import HelpNumber, numbers_of
from pro_am.sos.rules.telephone import NoTelephone, dialled
from pro_am.sos.rules.words import (
    ANSWERS,
    ENDINGS,
    LONGEST_CALL,
    PICKS,
    Pick,
    SosEnding,
    endings_for,
)
from pro_am.supporters.queries import reached_by

blueprint = Blueprint("sos", __name__, url_prefix="/sos")


@blueprint.route("/", methods=["GET", "POST"])
@allow(Policy.OWNER)
def call() -> ResponseReturnValue:
    client, form, asks_again = current_member(), SosForm(), False
    if form.is_valid_post():
        said = Call(Pick(form.pick.data) if form.pick.data else None, form.words.data or "")
        try:
            sos = actions.call(
                client,
                said,
                is_sure=form.is_sure.data == "yes",
                idempotency_key=form.idempotency_key.data or "",
            )
            return redirect(url_for(".show", public_id=sos.public_id), 303)
        except SureAgain as refusal:
            asks_again = True
            form.show(refusal)
        except Refusal as refusal:
            form.show(refusal)
    return page(
        "sos/call.html",
        form,
        friends=reached_by(client),
        open_sos=queries.open_sos(client),
        picks=PICKS,
        asks_again=asks_again,
        numbers=_numbers(),
        shows_numbers=speaks_of_distress(form.words.data or ""),
        longest=LONGEST_CALL,
    )


@blueprint.get("/<public_id>")
@allow(Policy.OWNER)
def show(public_id: str) -> ResponseReturnValue:
    sos = _own(public_id)
    friends, choices = queries.friends_of(sos), queries.choices_of(sos.client)
    return render_template(
        "sos/show.html",
        sos=sos,
        said=PICKS[sos.pick] if sos.pick else "",
        friends=friends,
        deliveries=DELIVERIES,
        answers=ANSWERS,
        endings=ENDINGS,
        offered=endings_for(sos.pick, is_grave=sos.shows_numbers),
        contacts=choices.numbers if choices else [],
        is_alone=is_alone(
            called_at=sos.at,
            answers=sum(len(each.answers) for each in friends),
            is_over=sos.ended_at is not None,
            now=clock.now(),
        ),
        numbers=_numbers(),
    )


@blueprint.post("/<public_id>/end")
@allow(Policy.OWNER)
def end(public_id: str) -> ResponseReturnValue:
    sos, ending = _own(public_id), request.form.get("ending", "")
    if ending not in set(SosEnding):
        abort(422)
    actions.end(sos, SosEnding(ending))
    flash(_("Good that you called. Your friends know that nobody need hurry."), "success")
    return redirect(url_for(".show", public_id=public_id), 303)


@blueprint.route("/settings", methods=["GET", "POST"])
@allow(Policy.OWNER)
def settle() -> ResponseReturnValue:
    client, form = current_member(), ChoicesForm()
    if request.method == "GET":
        _fill(form, queries.choices_of(client))
    elif form.is_valid_post() and _telephones_are_right(form):
        settled = Settled(form.phone.data or "", form.coach_sees.data, form.contacts())
        actions.settle(client, settled)
        flash(_("Your choice is saved."), "success")
        return redirect(url_for(".settle"), 303)
    return page("sos/settings.html", form, most=MOST_CONTACTS)


def _own(public_id: str) -> Sos:
    return queries.own_sos(current_member(), public_id) or abort(404)


def _numbers() -> tuple[HelpNumber, ...]:
    return numbers_of(current_app.config["COUNTRY"])


def _fill(form: ChoicesForm, choices: SosChoices | None) -> None:
    if choices is None:
        return
    form.phone.data, form.coach_sees.data = choices.phone, choices.coach_sees
    for number, (name, phone) in enumerate(choices.numbers, 1):
        form[f"name_{number}"].data, form[f"phone_{number}"].data = name, phone


def _telephones_are_right(form: ChoicesForm) -> bool:
    """Each wrong one is told beside its field."""
    for field in (form.phone, *(form[f"phone_{n}"] for n in range(1, MOST_CONTACTS + 1))):
        try:
            dialled(field.data or "")
        except NoTelephone as refusal:
            field.errors = [*field.errors, told(refusal)]
    return not form.errors
