"""The moderators' desk for synonyms: what else is found by words, and what that changes."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page
from pro_am.foundation.web.languages import LANGUAGES, NAMES
from pro_am.foundation.web.policy import Policy, allow
from pro_am.search import trial
from pro_am.search.actions import synonyms as actions
from pro_am.search.forms.synonyms import SynonymForm, synonym_form
from pro_am.search.models import Synonym
from pro_am.search.queries import synonyms as queries
from pro_am.search.rules.wording.synonyms import SynonymText, check

blueprint = Blueprint("synonyms", __name__, url_prefix="/moderation/synonyms")


@blueprint.get("/")
@allow(Policy.MODERATOR)
def index() -> ResponseReturnValue:
    return render_template(
        "admin/synonyms/index.html",
        groups={code: queries.synonyms(code) for code in LANGUAGES},
        NAMES=NAMES,
    )


@blueprint.route("/new", methods=["GET", "POST"])
@allow(Policy.MODERATOR)
def new() -> ResponseReturnValue:
    """`words` of the address: what somebody looked for and did not find."""
    return _edit(None, synonym_form(None, words=request.args.get("words", "")[:60]))


@blueprint.route("/<public_id>", methods=["GET", "POST"])
@allow(Policy.MODERATOR)
def edit(public_id: str) -> ResponseReturnValue:
    synonym = _synonym(public_id)
    return _edit(synonym, synonym_form(synonym))


@blueprint.post("/<public_id>/remove")
@allow(Policy.MODERATOR)
def remove(public_id: str) -> ResponseReturnValue:
    actions.remove_synonym(_synonym(public_id), by=current_member())
    return _back(_("These words mean what they say again."))


def _edit(synonym: Synonym | None, form: SynonymForm) -> ResponseReturnValue:
    found = None
    if form.is_valid_post():
        try:
            if "try" in request.form:  # nothing is kept yet
                check(form.text, is_one_way=form.is_one_way)
                found = _tried(synonym, form)
            else:
                _save(synonym, form)
                return _back(_("Saved: searches follow it from now on."))
        except Refusal as refusal:
            form.show(refusal)
    return page("admin/synonyms/edit.html", form, synonym=synonym, tried=found)


def _save(synonym: Synonym | None, form: SynonymForm) -> None:
    me = current_member()
    if synonym is None:
        actions.add_synonym(form.text, is_one_way=form.is_one_way, by=me)
    else:
        actions.change_synonym(synonym, form.text, is_one_way=form.is_one_way, by=me)


def _tried(synonym: Synonym | None, form: SynonymForm) -> tuple[trial.Tried, trial.Tried]:
    before = (
        SynonymText(synonym.language, tuple(synonym.words), tuple(synonym.finds))
        if synonym
        else None
    )
    sample = form.sample.data or form.text.words[0]
    return trial.before_and_after(sample, form.text, before)


def _synonym(public_id: str) -> Synonym:
    return queries.synonym_with(public_id) or abort(404)


def _back(told: str) -> ResponseReturnValue:
    flash(told, "success")
    return redirect(url_for(".index"), 303)
