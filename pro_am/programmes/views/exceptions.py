"""Days that go otherwise: said by the client, answered kindly by the coach."""

from flask import abort, flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import CreatingForm, Form, page
from pro_am.foundation.web.policy import Policy, allow
from pro_am.programmes import actions
from pro_am.programmes.forms.weeks import ExceptionForm
from pro_am.programmes.models import Programme, ProgrammeException
from pro_am.programmes.queries import plans
from pro_am.programmes.queries.programmes import today_of
from pro_am.programmes.rules.course import monday_of
from pro_am.programmes.rules.replies import REPLIES
from pro_am.programmes.rules.words import Side
from pro_am.programmes.views.own import blueprint, own_as
from pro_am.programmes.views.saying import week_url


@blueprint.route("/<public_id>/exceptions/new", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def new_exception(public_id: str) -> ResponseReturnValue:
    programme, form = own_as(Side.CLIENT, public_id), ExceptionForm()
    if form.is_valid_post():
        try:
            actions.make_exception(programme, form.said, key=form.idempotency_key.data or "")
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Noted: what was planned for these days is not counted."), "success")
            return redirect(week_url(programme, monday_of(form.from_day.data), "exceptions"), 303)
    elif request.method == "GET":
        form.from_day.data = form.to_day.data = max(today_of(programme), programme.starts_on)
    return page("programmes/exception.html", form, programme=programme)


@blueprint.post("/<public_id>/exceptions/<exception>/take-back")
@allow(Policy.PARTICIPANT)
def take_back(public_id: str, exception: str) -> ResponseReturnValue:
    programme, form = own_as(Side.CLIENT, public_id), Form()
    found = _exception(programme, exception)
    if not form.is_valid_post():
        abort(400)
    actions.take_back(found)
    flash(_("Taken back: what was planned for these days counts again."), "success")
    return redirect(week_url(programme, monday_of(found.from_day)), 303)


@blueprint.post("/<public_id>/exceptions/<exception>/reply")
@allow(Policy.PARTICIPANT)
def reply(public_id: str, exception: str) -> ResponseReturnValue:
    """One of the kind sentences, in the client's language, with one press."""
    programme, form = own_as(Side.COACH, public_id), CreatingForm()
    found = _exception(programme, exception)
    words = REPLIES.get(request.form.get("reply", "")) or abort(400)
    if not form.is_valid_post():
        abort(400)
    monday = max(monday_of(found.from_day), programme.starts_on)
    with force_locale(programme.client.language):
        text = _(words)
    actions.comment(
        [programme],
        monday,
        text,
        by=current_member(),
        key=form.idempotency_key.data or "",
        about=found,
    )
    flash(_("Said. %(name)s reads it here.", name=programme.client.first_name), "success")
    return redirect(week_url(programme, monday, "comments"), 303)


def _exception(programme: Programme, public_id: str) -> ProgrammeException:
    return plans.exception_of(programme, public_id) or abort(404)
