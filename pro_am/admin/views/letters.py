"""Letters that failed or were lost: sent again or dropped, one by one or all."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from pro_am.accounts.current import current_member
from pro_am.admin.forms import OneOrAllForm, SearchForm
from pro_am.admin.queries import machinery
from pro_am.admin.rules import LETTER_STATES
from pro_am.foundation import marks
from pro_am.foundation.web.policy import Policy, allow
from pro_am.notifications import actions

blueprint = Blueprint("letters", __name__, url_prefix="/letters")


@blueprint.get("/")
@allow(Policy.ADMIN)
def index() -> ResponseReturnValue:
    counts = machinery.letters_by_state()
    known = [*LETTER_STATES, *(state for state in counts if state not in LETTER_STATES)]
    state = request.args.get("state") or next((each for each in known if each in counts), "failed")
    form = SearchForm(request.args)
    rows = machinery.letters(state, form.before.data if form.validate() else None)
    shown = rows[: machinery.PER_PAGE]
    return render_template(
        "admin/letters.html",
        state=state,
        states=[(each, LETTER_STATES.get(each, each), counts.get(each, 0)) for each in known],
        rows=shown,
        is_held=marks.stands(marks.Name.LETTERS_HELD),
        next_before=shown[-1].id if len(rows) > len(shown) else None,
    )


@blueprint.post("/again")
@allow(Policy.ADMIN)
def again() -> ResponseReturnValue:
    form = _form()
    count = actions.send_again(form.state.data, form.number.data, by=current_member().id)
    flash(
        ngettext("%(num)s letter will be sent.", "%(num)s letters will be sent.", count), "success"
    )
    return redirect(url_for(".index"), 303)


@blueprint.post("/drop")
@allow(Policy.ADMIN)
def drop() -> ResponseReturnValue:
    form = _form()
    count = actions.drop(form.state.data, form.number.data, by=current_member().id)
    flash(ngettext("%(num)s letter is dropped.", "%(num)s letters are dropped.", count), "success")
    return redirect(url_for(".index"), 303)


@blueprint.post("/resume")
@allow(Policy.ADMIN)
def resume() -> ResponseReturnValue:
    """After a restored backup: let letters leave again."""
    actions.resume_letters(by=current_member().id)
    return redirect(url_for(".index"), 303)


def _form() -> OneOrAllForm:
    form = OneOrAllForm()
    if not form.is_valid_post():
        abort(422)
    return form
