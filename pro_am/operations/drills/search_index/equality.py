"""Whether the index says what the database says: each offer, each field, searches among all."""

import random

from pro_am.search import queries
from pro_am.search.actions import comparing
from pro_am.search.engines import Engine, IndexBroken
from pro_am.search.engines.memory import MemoryEngine
from pro_am.search.rules.documents import Order, Query, SearchDocument

PROBES = 40


def difference(engine: Engine) -> str | None:
    """The first one, in words; None when they are equal."""
    try:
        engine.check()
        if engine.position() != queries.latest_news():
            return "The index has not heard of everything."
        documents = list(queries.all_documents())
        if engine.count() != len(documents):
            return f"The index has {engine.count()} offers, the database {len(documents)}."
        return next(comparing.differences(engine, documents), None) or _by_probes(engine, documents)
    except IndexBroken as fault:
        return str(fault)


def _by_probes(engine: Engine, documents: list[SearchDocument]) -> str | None:
    """The same hits in the same order, with the same scores: they depend on every document."""
    oracle = MemoryEngine()
    oracle.rebuild(documents, 0)
    chance = random.Random(len(documents))  # noqa: S311 - no secret
    for document in chance.sample(documents, min(PROBES, len(documents))):
        words = " ".join(chance.choices(document.body.split() or ["pain"], k=2))
        near = None if document.lat is None else (document.lat, document.lon or 0.0)
        query = Query(f"{document.title} {words}", near=near, order=chance.choice(list(Order)))
        if _told(engine, query) != _told(oracle, query):
            return f"Other hits than a look at every offer: {query}"
    return None


def _told(engine: Engine, query: Query) -> list[tuple[float, ...]]:
    """Rounded, since engines may compute in another order; what is as near comes by its id."""
    told: list[tuple[float, ...]] = [
        (round(each.distance_km or 0.0, 6), each.offer_id, round(each.score, 3))
        for each in engine.search(query)
    ]
    return sorted(told) if query.order is Order.DISTANCE else told
