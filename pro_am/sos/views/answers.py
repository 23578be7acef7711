"""The friend's side: from the letter, with no account.

A GET shows the page with its buttons; mail scanners that open every link change nothing.
"""

from flask import Blueprint, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import csrf
from pro_am.sos import actions, queries
from pro_am.sos.actions.letters import ONE_TAP
from pro_am.sos.forms import AnswerForm
from pro_am.sos.queries.links import told_from
from pro_am.sos.rules.numbers import numbers_of
from pro_am.sos.rules.words import ANSWERS, LONGEST_ANSWER, PICKS, AnswerKind

blueprint = Blueprint("sos_answers", __name__, url_prefix="/by-letter/sos")
blueprint.after_request(signed_links.keep_to_itself)
# The address itself says who may: it is signed, and whoever has it has the letter.
csrf.exempt(blueprint)


@blueprint.route("/<token>", methods=["GET", "POST"])
@allow(Policy.PUBLIC)
def show(token: str) -> ResponseReturnValue:
    told, form = told_from(token) or abort(404), AnswerForm()
    if request.method == "POST" and form.validate():
        try:
            kind = AnswerKind(form.say.data) if form.say.data else AnswerKind.WORDS
            key = form.idempotency_key.data or ""
            actions.answer(told, kind, form.words.data or "", idempotency_key=key)
            return redirect(url_for(".show", token=token, language=told.supporter.language), 303)
        except ValueError:
            abort(422)  # no answer of ours
        except Refusal as refusal:
            form.show(refusal)
    sos, choices = told.sos, queries.choices_of(told.sos.client)
    proposed = request.args.get("say")
    return page(
        "sos/answer.html",
        form,
        sos=sos,
        client=sos.client,
        said=PICKS[sos.pick] if sos.pick else "",
        given=told.answers,
        answers=ANSWERS,
        offered=sorted(ONE_TAP, key=lambda kind: kind != proposed),
        phone=choices.phone if choices else "",
        numbers=numbers_of(current_app.config["COUNTRY"]),
        token=token,
        longest=LONGEST_ANSWER,
    )
