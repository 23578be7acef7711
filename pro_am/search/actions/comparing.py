"""Whether the index says of an offer what the database says."""

from collections.abc import Iterable, Iterator
from random import Random

from pro_am.search import queries
from pro_am.search.engines import Engine, IndexBroken
from pro_am.search.engines.memory import MemoryEngine
from pro_am.search.queries import offers
from pro_am.search.rules.documents import Query, SearchDocument
from pro_am.search.rules.text import MOST_WORDS

NEARLY = 0.05  # km: the index keeps 1e-4 degrees

_chance = Random()  # noqa: S311 - which offers are looked at; no secret


def refuse_difference(engine: Engine, offers_compared: int) -> None:
    """Raise `IndexBroken` unless both know as many offers, and so many of them alike.

    Half of them are those that changed last: there an index that was copied from elsewhere, or
    belongs to another past of this database, differs whatever it counts. The others are any.
    """
    in_database = offers.count_of_bookable()
    if engine.count() != in_database:
        raise IndexBroken(f"The index has {engine.count()} offers, the database {in_database}.")
    changed = offers.ids_that_can_be_booked(queries.latest_told_profiles(offers_compared // 2))
    others = offers.ids_by_chance(_chance.random(), offers_compared // 2)
    ids = {*changed[-offers_compared // 2 :], *others}
    for words in differences(engine, queries.documents_with_ids(ids)):
        raise IndexBroken(words)


def differences(engine: Engine, documents: Iterable[SearchDocument]) -> Iterator[str]:
    """In words, for each document that the engine knows otherwise, or not at all.

    Both are asked the same about this offer alone: whatever an engine is made of, and however it
    stores a field, its answers must be those of the oracle.
    """
    oracle = MemoryEngine()
    for document in documents:
        oracle.rebuild([document], 0)
        for query in _questions_about(document):
            among = [document.offer_id]
            if engine.tally(query, among) != oracle.tally(query, among):
                yield f"Offer {document.offer_id} is not in the index as in the database: {query}"
                break


def _questions_about(document: SearchDocument) -> Iterator[Query]:
    """Just passing every limit of the offer, then just beyond each."""
    yield Query(
        document.title,
        every_word=True,
        language=document.language,
        max_price_minor=document.price_minor,
        people=document.seats_most,
        diets=document.diets,
    )
    yield Query(max_price_minor=document.price_minor - 1)
    yield Query(people=document.seats_least)
    yield Query(people=document.seats_most + 1)
    yield Query(people=document.seats_least - 1)
    said = document.body.split()
    for start in range(0, min(len(said), 3 * MOST_WORDS), MOST_WORDS):
        yield Query(" ".join(said[start : start + MOST_WORDS]), every_word=True)
    if document.lat is not None and document.lon is not None:
        yield Query(near=(document.lat, document.lon), km=NEARLY)
        yield Query(near=(document.lat + 0.1, document.lon), km=12)
        yield Query(near=(document.lat + 0.1, document.lon), km=10)
