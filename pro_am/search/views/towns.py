"""A page for each town: who is around, who is free this week-end, and the towns nearby."""

from flask import abort, current_app, render_template, url_for
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import member_or_none
from pro_am.foundation import places
from pro_am.foundation.places.slugs import slug_of_id, town_with
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.web.caching import kept_for_visitors
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries as profiles
from pro_am.profiles.memory import known_specialities
from pro_am.search import around, cards, memory, results
from pro_am.search.cards import Card
from pro_am.search.rules.rank import Ranked, one_for_each_member
from pro_am.search.rules.tally import Tally
from pro_am.search.views.results import blueprint, search_form

SHOWN = 4
NEWCOMERS = 3
SPECIALITIES = 10
MOST_TOWNS = 500
KM = "25"


@blueprint.get("/a")
@allow(Policy.PUBLIC)
def all_towns() -> ResponseReturnValue:
    """Every town where somebody can be booked; of very many those with the most people."""
    known = memory.known_offers()
    return kept_for_visitors(
        lambda: known.revision,
        lambda: render_template(
            "search/towns.html",
            letters=around.towns_by_letter(known.towns[:MOST_TOWNS]),
            are_all=len(known.towns) <= MOST_TOWNS,
            form=search_form(),
        ),
    )


@blueprint.get("/a/<slug>")
@allow(Policy.PUBLIC)
def town(slug: str) -> ResponseReturnValue:
    """Every town has a page; where nobody is near, it says so, and search engines pass by."""
    place = town_with(slug) or abort(404)
    form = search_form().with_other([("where", place.label), ("km", KM)])
    found = results.find(form)
    near = [each for each in found.ranked if each.candidate.distance_km is not None]
    tally = results.tally(found)
    week_end, is_this_week = around.week_end_of(place)
    free = around.free_in(near, week_end, SHOWN)
    shown = free or one_for_each_member(near)[:SHOWN]
    there = {each.candidate.member_id for each in shown}
    new = [each for each in one_for_each_member(near) if each.candidate.is_newcomer]
    new = [each for each in new if each.candidate.member_id not in there][:NEWCOMERS]
    shown_cards = _cards(shown, week_end if free else None)
    return render_template(
        "search/town.html",
        town=place,
        people=found.members,
        form=form,
        km=KM,
        crafts=[
            (craft.slug, craft.names[current_language()], craft.icon, tally.craft[craft.slug])
            for craft in profiles.crafts()
        ],
        specialities=_specialities(tally),
        is_free_then=bool(free),
        is_this_week=is_this_week,
        cards=shown_cards,
        newcomers=_cards(new, None) if new else [],
        neighbours=around.neighbours_of(place),
        linked_data=_linked_data(place, shown_cards),
    )


def _cards(shown: list[Ranked], span: TimeSlot | None) -> list[Card]:
    return cards.cards_for(
        [each.candidate.offer_id for each in shown],
        {each.candidate.offer_id: each.candidate.distance_km for each in shown},
        span,
        member_or_none(),
    )


def _specialities(tally: Tally) -> list[tuple[str, str, int]]:
    """What most people do there."""
    names, language = known_specialities(), current_language()
    return [
        (slug, names[slug][language], count)
        for slug, count in tally.speciality.most_common(SPECIALITIES)
        if slug in names
    ]


def _linked_data(place: places.Town, shown: list[Card]) -> dict[str, object]:
    """For search engines: what the page shows, and no more (schema.org, ItemList)."""
    origin = str(current_app.config["PUBLIC_URL"])
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": place.name,
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": card.title,
                "url": origin + card.url,
            }
            for number, card in enumerate(shown, 1)
        ],
    }


@blueprint.app_template_global("town_url")
def town_url(town_id: int) -> str:
    """The town's page; the search there for the few that have no address of their own."""
    slug = slug_of_id(town_id)
    if slug:
        return url_for("search.town", slug=slug)
    found = places.town(town_id)
    return url_for("search.find", where=found.label if found else None)
