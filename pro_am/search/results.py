"""From a search to offers in order: candidates of the engine, exact filters, one order."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

import numpy as np
from flask import current_app
from numpy.typing import NDArray

from pro_am.availability.memory import Bookable, Free, FreeStarts
from pro_am.foundation import clock, places, time_zones
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.web.languages import current_language
from pro_am.profiles.rules import PlaceMode
from pro_am.search import jobs, memory, soonest
from pro_am.search.engines import Budget, IndexBroken
from pro_am.search.engines.current import engine
from pro_am.search.forms import SearchForm
from pro_am.search.memory import KnownOffers
from pro_am.search.queries.offers import OfferFacts
from pro_am.search.queries.without_index import engine_for
from pro_am.search.rules import orders
from pro_am.search.rules.arrangement import arranged
from pro_am.search.rules.documents import MOST_HITS, Hit, Order, Query
from pro_am.search.rules.free_time import wanted_span
from pro_am.search.rules.orders import Sort
from pro_am.search.rules.rank import Ranked, rank
from pro_am.search.rules.tally import Tally
from pro_am.search.understanding import Understood, understood
from pro_am.search.visitors import NOBODY, Visitor

NO_ANSWER = (IndexBroken, OSError)  # of the index: damaged, or too many files are open
MOST_SECONDS = 0.3  # for the engine
MOST_LOOKED_AT = 8_000  # offers, for who is free on a day
# What the index keeps when it finds more than we look at; it knows nothing of time and trust.
FIRST_KEPT = {Sort.NEAREST: Order.DISTANCE, Sort.PRICE: Order.PRICE}
SOON = timedelta(days=21)


@dataclass(frozen=True)
class Found:
    """What a search found, in order, and how."""

    ranked: list[Ranked]
    town: places.Town | None
    span: TimeSlot | None  # when it should begin, if a day was asked
    index_is_broken: bool
    was_partial: bool
    """There was no time to look at everything."""
    query: Query
    told: Understood
    """What was made of the words."""
    asked_day: bool
    was_cut: bool = False
    """The index found more than are looked at."""

    @property
    def shown(self) -> tuple[object, ...]:
        """What a page says of it, beside its cards."""
        return (
            self.town,
            self.span,
            self.index_is_broken,
            self.was_partial,
            self.told,
            len(self.ranked),
            self.members,
        )

    @cached_property
    def offers(self) -> frozenset[int]:
        return frozenset(each.candidate.offer_id for each in self.ranked)

    @cached_property
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


def find(form: SearchForm, *, wanted: int = MOST_HITS, visitor: Visitor = NOBODY) -> Found:
    """What the form asks for, for this visitor; its order is right for as many as are `wanted`.

    On a popular day most of those whom the index found may be taken: then it is asked for more,
    until there are as many as are wanted, or all were looked at, or the time is over.
    """
    town = form.where.town
    told = understood(form.q.data or "", current_language(), exactly=form.exact.data)
    query = _query(form, town, told)
    budget, span = Budget(MOST_SECONDS), _span(form, town)
    if form.day.data and span is None:
        # A day that has passed, or lies too far ahead.
        return Found([], town, None, False, False, query, told, asked_day=True)
    asked = _Asked(query, town, span, form.wanted_sort, visitor, told)
    found = _find(asked, wanted, query.limit, budget)
    limit = query.limit
    while span and found.was_cut and len(found.ranked) < wanted and limit < MOST_LOOKED_AT:
        limit *= 4
        found = _find(asked, wanted, limit, budget)
    return found


@dataclass(frozen=True)
class _Asked:
    query: Query
    town: places.Town | None
    span: TimeSlot | None
    sort: Sort
    visitor: Visitor
    told: Understood


def _query(form: SearchForm, town: places.Town | None, told: Understood) -> Query:
    return Query(
        words=told.words,
        also=told.also,
        crafts=frozenset(form.craft.data),
        max_price_minor=form.price.minor,
        place_modes=frozenset(PlaceMode(each) for each in form.place.data),
        specialities=frozenset(form.speciality.data),
        spoken=frozenset(form.speaks.data),
        ingredients=frozenset(form.ingredient.data),
        trust_least=form.least_trust,
        people=form.wanted_people,
        near=town.point if town else None,
        km=form.kilometres,
        area=form.area.area,
        with_picture=form.photo.data,
        at_once=form.instant.data,
        diets=frozenset(form.diet.data),
        without_allergens=frozenset(form.without.data),
        order=FIRST_KEPT.get(form.wanted_sort, Order.TEXT),
    )


def _find(asked: _Asked, wanted: int, limit: int, budget: Budget) -> Found:
    """A popular search finds the same as long as what decides about it is the same."""
    query, span, sort = asked.query, asked.span, asked.sort
    hits, broken = _search(replace(query, limit=limit), budget)
    known, question = memory.known_offers(), (asked, broken, limit)
    before: _Search | None = known.searches.get(question)
    if before is None or before.hits != hits or known.has_changed(before.ids, before.version):
        before = None
    search = before or _Search.of(hits, known, query.people)
    free = FreeStarts(clock.now()).within(search.bookables, span) if span else None
    if search.found is None or search.free != free:
        found = Found(
            search.ranked(free, known, sort, span, wanted, asked.visitor),
            asked.town,
            span,
            broken,
            budget.was_partial,
            query,
            asked.told,
            asked_day=span is not None,
            was_cut=len(hits) == limit,
        )
        search = replace(search, free=free, found=found)
        # The clock decides about the soonest, too; the next one may be in time to find all.
        if sort is not Sort.SOONEST and not budget.was_partial:
            known.searches.remember(question, search)
    assert search.found is not None  # noqa: S101 - it was found a moment ago
    return search.found


@dataclass(frozen=True)
class _Search:
    """What decides about a search, and what it found."""

    hits: list[Hit]
    ids: NDArray[np.int64]
    version: int
    """Of the known offers."""
    facts: list[OfferFacts]
    """Of those hits that are there: the index may lag behind, the page may not."""
    bookables: tuple[Bookable, ...]
    free: list[Free] | None = None
    found: Found | None = None

    @classmethod
    def of(cls, hits: list[Hit], known: KnownOffers, people: int | None) -> "_Search":
        version, ids = known.version, [hit.offer_id for hit in hits]
        facts = known.facts.of(ids)
        bookables = tuple(each.bookable.for_people(people or 1) for each in facts)
        return cls(hits, np.array(ids, np.int64), version, facts, bookables)

    def ranked(
        self,
        free: list[Free] | None,
        known: KnownOffers,
        sort: Sort,
        span: TimeSlot | None,
        wanted: int,
        visitor: Visitor,
    ) -> list[Ranked]:
        hit_of = {hit.offer_id: hit for hit in self.hits}
        found = [(hit_of[each.offer_id], each) for each in self.facts]
        if free is not None:
            found = [each for each, of_offer in zip(found, free, strict=True) if of_offer.starts]
        ranked = rank(known.candidate(hit, facts, visitor.tastes) for hit, facts in found)
        if sort is Sort.BEST:
            return arranged(ranked, visitor.seed, visitor.habits) if visitor.seed else ranked
        facts_of = {hit.offer_id: facts for hit, facts in found}
        return _sorted(ranked, facts_of, sort, span, wanted)


def tally(found: Found) -> Tally:
    """What each choice of a filter would leave; with a day, only of those who are free then."""
    among: Collection[int] | None = found.offers if found.asked_day else None
    try:
        known = memory.known_offers()
        if among is None and known.withdrawn_at and engine().position() < known.withdrawn_at:
            among = known.facts.keys()  # what was withdrawn a moment ago is counted no more
        return engine().tally(found.query, among)
    except NO_ANSWER as fault:
        jobs.ask_for_a_look(fault)
        return engine_for(found.query, Budget(MOST_SECONDS)).tally(found.query, among)


def hits(query: Query) -> tuple[list[Hit], bool]:
    """Of the engine alone; and whether they come without the index."""
    return _search(query, Budget(MOST_SECONDS))


def _search(query: Query, budget: Budget) -> tuple[list[Hit], bool]:
    """Hits, and whether they come without the index, which the worker then builds anew."""
    try:
        return engine().search(query, budget), False
    except NO_ANSWER as fault:
        jobs.ask_for_a_look(fault)
        return engine_for(query, budget).search(query), True  # few, and read already


def _sorted(
    ranked: list[Ranked],
    facts: dict[int, OfferFacts],
    sort: Sort,
    span: TimeSlot | None,
    wanted: int,
) -> list[Ranked]:
    if sort is Sort.NEAREST:
        return orders.nearest_first(ranked)
    if sort is Sort.PRICE:
        prices = {offer_id: each.price_minor for offer_id, each in facts.items()}
        return orders.cheapest_first(ranked, prices)
    if sort is Sort.TRUST:
        return orders.most_trusted_first(ranked)
    if sort is Sort.SOONEST:
        now = clock.now()
        span = span or TimeSlot(now, now + SOON)
        earliest = soonest.earliest_starts(span, facts)
        return orders.soonest_first(
            ranked,
            earliest,
            lambda offer_ids: soonest.first_starts(span, [facts[each] for each in offer_ids]),
            wanted,
        )
    return ranked


def _span(form: SearchForm, town: places.Town | None) -> TimeSlot | None:
    zone = time_zones.zone(town.time_zone if town else current_app.config["TIME_ZONE"])
    today = time_zones.to_local(clock.now(), zone).date()
    return wanted_span(form.wanted_day, form.after_hour, form.before_hour, zone, today)
