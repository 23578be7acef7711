"""The same page from a letter, without a sign-in: whose account is closed cannot sign in."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import csrf
from pro_am.moderation.actions import appeals as actions
from pro_am.moderation.forms import AppealForm
from pro_am.moderation.models import Restriction
from pro_am.moderation.queries import restrictions as queries
from pro_am.moderation.views.statements import statement

blueprint = Blueprint("statements", __name__, url_prefix="/statements")
blueprint.after_request(signed_links.keep_to_itself)
# The address itself says who may, as for every page that a letter leads to.
csrf.exempt(blueprint)


@blueprint.get("/<token>")
@allow(Policy.PUBLIC)
def read(token: str) -> ResponseReturnValue:
    return statement(_of(token), AppealForm(formdata=None, meta={"csrf": False}), token=token)


@blueprint.post("/<token>")
@allow(Policy.PUBLIC)
def contest(token: str) -> ResponseReturnValue:
    restriction, form = _of(token), AppealForm(meta={"csrf": False})
    if form.is_valid_post():
        try:
            actions.contest(restriction, form.words.data)
        except Refusal as refusal:
            form.show(refusal)
            restriction = _of(token)
        else:
            return redirect(url_for(".read", token=token), 303)
    return statement(restriction, form, token=token)


def _of(token: str) -> Restriction:
    found = queries.by_letter(token) or abort(404)
    return found[0]
