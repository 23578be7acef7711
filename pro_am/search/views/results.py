"""The results page: who does what I want, near me, when I am free."""

from flask import Blueprint, current_app, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from pro_am.accounts.current import member_or_none
from pro_am.foundation import clock, places
from pro_am.foundation.revisions import revision
from pro_am.foundation.web.caching import kept_for_visitors
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles.memory import known_crafts, known_specialities
from pro_am.profiles.models import CRAFTS
from pro_am.search import cards, relaxed, results, visitors
from pro_am.search.applied import BESIDE_THE_FORM, address, applied, asked
from pro_am.search.asked.views import noting
from pro_am.search.forms import SearchForm
from pro_am.search.maps import map_of
from pro_am.search.places_told import order_told, places_told

blueprint = Blueprint("search", __name__)

PER_PAGE = 20
MOST_PAGES = 50


@blueprint.get("/search")
@allow(Policy.PUBLIC)
def find() -> ResponseReturnValue:
    form = search_form()
    asked_page = max(request.args.get("page", 1, type=int), 1)
    visitor = visitors.visitor()
    wanted = min(asked_page, MOST_PAGES) * PER_PAGE
    found = results.find(form, wanted=wanted, visitor=visitor)
    pages = min(MOST_PAGES, max(1, -(-len(found.ranked) // PER_PAGE)))
    number = min(asked_page, pages)
    shown = found.ranked[(number - 1) * PER_PAGE : number * PER_PAGE]
    shown_cards = cards.cards_for(
        [each.candidate.offer_id for each in shown],
        {each.candidate.offer_id: each.candidate.distance_km for each in shown},
        found.span,
        member_or_none(),
    )
    tally = results.tally(found)
    noting.count(form, found=len(found.ranked))

    rescued = relaxed.rescue(form, found, member_or_none())

    def draw() -> str:
        in_use = applied(form)
        form.count_choices(tally, of_others=not found.asked_day)
        return render_template(
            "search/results.html",
            form=form,
            form_has_errors=bool(form.errors),
            found=found,
            cards=shown_cards,
            told=places_told(shown),
            back=address([*asked(), ("page", str(number))]),
            map=map_of(found, shown_cards),
            applied=in_use,
            kept_beside_the_bar=asked(but=("q", "exact", "where", "day")),
            kept_beside_the_order=asked(but=("sort",)),
            number=number,
            is_beyond=asked_page > number,
            pages=pages,
            page_url=lambda number: address([*asked(), ("page", str(number))]),
            rescued=rescued,
            exact_url=address([*asked(), ("exact", "y")]),
            meant_url=address([*asked(but=("q", "exact")), ("q", found.told.did_you_mean or "")]),
            order=order_told(),
        )

    # What else is offered hangs on more than the search: it is looked for anew each time.
    if form.errors or not found.ranked or rescued:
        return draw(), 422 if form.errors else 200
    # The search was made: while it finds the same, the page is the same.
    return kept_for_visitors(
        lambda: (shown_cards, found.shown, tally, revision(CRAFTS), clock.now().date()),
        draw,
        asks={*form._fields, *BESIDE_THE_FORM},
        variant=visitor.seed,
    )


@blueprint.get("/search/count")
@allow(Policy.PUBLIC)
def count() -> ResponseReturnValue:
    """What the button of the filters would show, for those whose browser asks while they tick."""
    number = len(results.find(search_form()).ranked)
    words = ngettext("Show %(num)s offer", "Show %(num)s offers", number)
    response = jsonify({"words": words})
    response.headers["Cache-Control"] = "private, max-age=10"
    return response


@blueprint.get("/towns")
@allow(Policy.PUBLIC)
def towns() -> ResponseReturnValue:
    """Towns that begin as typed, for those whose browser can suggest while they type."""
    found = places.suggest_towns(request.args.get("q", "")[:100], near=results.community_place())
    response = jsonify([{"label": town.label, "value": town.label} for town in found])
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def search_form() -> SearchForm:
    """The form as the address fills it in."""
    language = current_language()
    form = SearchForm(request.args)
    form.offer_choices(
        {craft.slug: craft.names[language] for craft in known_crafts().values()},
        {slug: names[language] for slug, names in known_specialities().items()},
        current_app.config["CURRENCY"],
    )
    form.validate()
    return form
