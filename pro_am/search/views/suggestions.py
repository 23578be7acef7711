"""Suggestions while one types, for those whose browser can show them."""

from dataclasses import asdict

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from pro_am.foundation.web.policy import Policy, allow
from pro_am.search import suggestions
from pro_am.search.views.results import blueprint

A_MINUTE = "public, max-age=60"


@blueprint.get("/search/suggest")
@allow(Policy.PUBLIC)
def suggest() -> ResponseReturnValue:
    found = suggestions.suggestions(request.args.get("q", ""))
    response = jsonify({group: [asdict(each) for each in some] for group, some in found.items()})
    response.headers["Cache-Control"] = A_MINUTE
    return response
