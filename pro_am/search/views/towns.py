"""A page for each town: who is around, who is free this week-end, and the towns nearby."""

from flask import abort, render_template, url_for
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import member_or_none
from pro_am.foundation import places
from pro_am.foundation.places.slugs import slug_of_id, town_with
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries as profiles
from pro_am.search import around, cards, results
from pro_am.search.rules.rank import one_for_each_member
from pro_am.search.views.results import blueprint, search_form

SHOWN = 4
KM = "25"


@blueprint.get("/a/<slug>")
@allow(Policy.PUBLIC)
def town(slug: str) -> ResponseReturnValue:
    """Every town has a page; where nobody is near, it says so, and search engines pass by."""
    place = town_with(slug) or abort(404)
    form = search_form().with_other([("where", place.label), ("km", KM)])
    found = results.find(form)
    near = [each for each in found.ranked if each.candidate.distance_km is not None]
    counts = results.tally(found).craft
    week_end, is_this_week = around.week_end_of(place)
    free = around.free_in(near, week_end, SHOWN)
    shown = free or one_for_each_member(near)[:SHOWN]
    return render_template(
        "search/town.html",
        town=place,
        people=found.members,
        form=form,
        km=KM,
        crafts=[
            (craft.slug, craft.names[current_language()], craft.icon, counts[craft.slug])
            for craft in profiles.crafts()
        ],
        is_free_then=bool(free),
        is_this_week=is_this_week,
        cards=cards.cards_for(
            [each.candidate.offer_id for each in shown],
            {each.candidate.offer_id: each.candidate.distance_km for each in shown},
            week_end if free else None,
            member_or_none(),
        ),
        neighbours=around.neighbours_of(place),
    )


@blueprint.app_template_global("town_url")
def town_url(town_id: int) -> str:
    """The town's page; the search there for the few that have no address of their own."""
    slug = slug_of_id(town_id)
    if slug:
        return url_for("search.town", slug=slug)
    found = places.town(town_id)
    return url_for("search.find", where=found.label if found else None)
