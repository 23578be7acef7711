"""The desk for questionnaires: what each craft asks those who look for somebody."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation import ids
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.intake import queries
from pro_am.intake.actions.writing import write_questionnaire
from pro_am.intake.forms.questionnaire import QuestionnaireForm, questionnaire_form
from pro_am.intake.rules.meanings import kinds_with_words
from pro_am.intake.rules.questions import Question, questions_from
from pro_am.intake.rules.writing import questions_written
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Craft

blueprint = Blueprint("questionnaires", __name__, url_prefix="/questionnaires")


@blueprint.get("/")
@allow(Policy.ADMIN)
def index() -> ResponseReturnValue:
    return render_template(
        "admin/questionnaires/index.html",
        crafts=profiles.crafts(),
        asking={each.craft_id: each for each in queries.asking()},
        answered=queries.counts_of_answers(),
    )


@blueprint.route("/<slug>", methods=["GET", "POST"])
@allow(Policy.ADMIN)
def edit(slug: str) -> ResponseReturnValue:
    craft = profiles.craft_with(slug) or abort(404)
    last = queries.current(slug)
    known = questions_from(last.questions) if last else ()
    form = questionnaire_form(known)
    added = "add" in request.form
    if added:  # a button of the form: everything typed stays, and a row comes
        form.add_row()
    elif form.is_valid_post():
        try:
            _save(craft, form, known)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(
                _("The questions are saved. Who has answered keeps the ones they know."), "success"
            )
            return redirect(url_for(".index"), 303)
    return page(
        "admin/questionnaires/edit.html",
        form,
        craft=craft,
        added=added,
        version=last.number if last else 0,
        meanings=kinds_with_words(),
        specialities=[each.slug for each in craft.specialities],
    )


def _save(craft: Craft, form: QuestionnaireForm, known: tuple[Question, ...]) -> None:
    questions = questions_written(form.written, known, ids.slug)
    write_questionnaire(craft, questions, by=current_member(), language=current_language())
