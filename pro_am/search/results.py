"""From a search to offers in order: candidates of the engine, exact filters, one order."""

from dataclasses import dataclass
from itertools import islice

from flask import current_app, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.availability.memory import FreeStarts
from pro_am.foundation import clock, places, time_zones
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.web.addresses import with_query
from pro_am.profiles.rules import PlaceMode
from pro_am.search import memory, queries
from pro_am.search.engines import IndexBroken
from pro_am.search.engines.current import engine
from pro_am.search.engines.memory import MemoryEngine
from pro_am.search.forms import SearchForm
from pro_am.search.rules.documents import Hit, Query
from pro_am.search.rules.free_time import wanted_span
from pro_am.search.rules.rank import Candidate, Ranked, rank

WIDEST_KM = "100"
MOST_WITHOUT_INDEX = 2000


@dataclass(frozen=True)
class Found:
    """What a search found, in order, and how."""

    ranked: list[Ranked]
    town: places.Town | None
    span: TimeSlot | None  # when it should begin, if a day was asked
    index_is_broken: bool

    @property
    def members(self) -> int:
        """How many people: near the town, when one was asked, else in all."""
        return len(
            {
                each.candidate.member_id
                for each in self.ranked
                if self.town is None or each.candidate.distance_km is not None
            }
        )


def community_place() -> tuple[float, float] | None:
    """Where most of the community lives, so that its own towns are suggested first."""
    largest = memory.known_offers().towns[:1]
    town = places.town(largest[0][0]) if largest else None
    return town.point if town else None


def find(form: SearchForm) -> Found:
    town = form.where.town
    query = Query(
        words=form.q.data or "",
        craft=form.craft.data or None,
        max_price_minor=form.price.minor,
        place_mode=PlaceMode(form.place.data) if form.place.data in set(PlaceMode) else None,
        near=town.point if town else None,
        km=form.kilometres,
    )
    hits, broken = _search(query)
    span = _span(form, town)
    if form.day.data and span is None:
        return Found([], town, None, broken)  # a day that has passed, or lies too far ahead
    known = memory.known_offers()
    # The index may lag behind, the page may not.
    found = [(hit, known.facts[hit.offer_id]) for hit in hits if hit.offer_id in known.facts]
    if span:
        free = FreeStarts(clock.now()).within([facts.bookable for _, facts in found], span)
        found = [each for each, of_offer in zip(found, free, strict=True) if of_offer.starts]
    lows = known.trust_lows
    candidates = [
        Candidate(
            hit.offer_id,
            facts.member_id,
            hit.score,
            None if facts.bookable.place_mode is PlaceMode.REMOTE else hit.distance_km,
            lows.get(facts.member_id),
        )
        for hit, facts in found
    ]
    return Found(rank(candidates), town, span, broken)


def suggestions(form: SearchForm) -> list[tuple[str, str]]:
    """For nothing found: the same search with one wish less, where that finds somebody."""
    given = {name: value for name, value in request.args.items() if value and name != "page"}

    def without(*dropped: str) -> dict[str, str]:
        return {name: value for name, value in given.items() if name not in dropped}

    others = (
        (_("on any day"), without("day", "after", "before")),
        (_("at any price"), without("price")),
        (_("at any place"), without("place")),
        (_("further away"), {**given, "km": WIDEST_KM} if form.where.town else given),
        (_("in every craft"), without("craft")),
        (_("without the words"), without("q")),
    )
    offered = []
    for words, changed in others:
        count = len(find(form.with_other(changed)).ranked) if changed != given else 0
        if count:
            label = ngettext(
                "%(words)s: %(num)s offer", "%(words)s: %(num)s offers", count, words=words
            )
            offered.append((with_query(url_for("search.find"), changed.items()), label))
    return offered


def _search(query: Query) -> tuple[list[Hit], bool]:
    """Hits, and whether they come without the index, which the worker then builds anew."""
    try:
        return engine().search(query), False
    except IndexBroken:
        spare = MemoryEngine()
        spare.rebuild(islice(queries.all_documents(), MOST_WITHOUT_INDEX), 0)
        return spare.search(query), True


def _span(form: SearchForm, town: places.Town | None) -> TimeSlot | None:
    zone = time_zones.zone(town.time_zone if town else current_app.config["TIME_ZONE"])
    today = time_zones.to_local(clock.now(), zone).date()
    return wanted_span(form.wanted_day, form.after_hour, form.before_hour, zone, today)
