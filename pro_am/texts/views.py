"""The operator's texts, for everybody to read."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.texts import queries
from pro_am.texts.rules import PAGES

blueprint = Blueprint("texts", __name__, url_prefix="/about")


@blueprint.get("/<slug>")
@allow(Policy.PUBLIC)
def show(slug: str) -> ResponseReturnValue:
    if slug not in PAGES:
        abort(404)
    return render_template("texts/show.html", words=queries.text(slug, current_language()))
