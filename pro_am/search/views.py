"""The results page: who does what I want, near me, when I am free."""

from flask import Blueprint, current_app, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.foundation import places
from pro_am.foundation.web.addresses import with_query
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles.memory import known_crafts
from pro_am.search import cards, results
from pro_am.search.forms import SearchForm

blueprint = Blueprint("search", __name__)

PER_PAGE = 20
MOST_PAGES = 50


@blueprint.get("/search")
@allow(Policy.PUBLIC)
def find() -> ResponseReturnValue:
    form = search_form()
    found = results.find(form)
    pages = min(MOST_PAGES, max(1, -(-len(found.ranked) // PER_PAGE)))
    number = min(max(request.args.get("page", 1, type=int), 1), pages)
    shown = found.ranked[(number - 1) * PER_PAGE : number * PER_PAGE]
    html = render_template(
        "search/results.html",
        form=form,
        form_has_errors=bool(form.errors),
        found=found,
        cards=cards.cards_for(
            [each.candidate.offer_id for each in shown],
            {each.candidate.offer_id: each.candidate.distance_km for each in shown},
            found.span,
        ),
        number=number,
        pages=pages,
        page_url=_page_url,
        suggestions=[] if found.ranked else results.suggestions(form),
    )
    return html, 422 if form.errors else 200


@blueprint.get("/towns")
@allow(Policy.PUBLIC)
def towns() -> ResponseReturnValue:
    """Towns that begin as typed, for those whose browser can suggest while they type."""
    found = places.suggest_towns(request.args.get("q", "")[:100], near=results.community_place())
    response = jsonify([{"label": town.label, "value": town.label} for town in found])
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def _page_url(number: int) -> str:
    asked = [(name, value) for name, value in request.args.items(multi=True) if name != "page"]
    return with_query(url_for(".find"), [*asked, ("page", number)])


def search_form() -> SearchForm:
    form = SearchForm(request.args)
    form.offer_choices(
        {craft.slug: craft.names[current_language()] for craft in known_crafts().values()},
        _("all"),
        _("any time"),
        current_app.config["CURRENCY"],
    )
    form.validate()
    return form
