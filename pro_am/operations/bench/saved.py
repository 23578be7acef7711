"""What a change of an offer costs among many saved searches, beside what it may."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from pro_am.alerts.rules.percolator import Percolator, fits, usual_keys
from pro_am.operations.bench.search.corpus import Corpus
from pro_am.operations.bench.search.questions import kinds
from pro_am.search.rules.documents import Query, SearchDocument, weighted_terms

DOCUMENTS = 1000
LOOKED_AT = 300  # to know which needs are usual, as the worker does
CHANGES, COMPARED = 300, 10


@dataclass(frozen=True)
class SavedFigure:
    what: str
    unit: str
    found: float
    at_most: float

    @property
    def is_good(self) -> bool:
        return self.found <= self.at_most


class Differs(Exception):  # noqa: N818 - what happened, in words
    """The quick way found other searches than comparing each of them."""


def figures(searches: int, seed: int, tell: Callable[[str], None]) -> Iterator[SavedFigure]:
    """CPU milliseconds; the searches are asked as people ask, all kinds of them alike."""
    tell(f"{searches:,} saved searches")
    corpus = Corpus(DOCUMENTS, seed)
    documents = list(corpus.documents())
    queries = _saved(corpus, searches)
    began = time.process_time()
    percolator = Percolator(usual_keys(documents[:LOOKED_AT]))
    for number, query in enumerate(queries):
        percolator.add(number, query)
    made_ms = (time.process_time() - began) * 1000
    spent = sorted(_spent(percolator, each) for each in documents[LOOKED_AT:][:CHANGES])
    each_ms = _compared(percolator, queries, documents[-COMPARED:])
    of = f"{searches:,} saved searches"
    yield SavedFigure(f"{of}, when a worker starts", "ms", made_ms, searches / 2)
    yield SavedFigure(f"a change among {of}, p50", "ms", spent[len(spent) // 2], 100)
    yield SavedFigure(f"a change among {of}, p99", "ms", spent[int(len(spent) * 0.99)], 100)
    yield SavedFigure("the same, against comparing each", "ms", spent[len(spent) // 2], each_ms)


def _saved(corpus: Corpus, searches: int) -> list[Query]:
    kept = [kind.queries for kind in kinds(corpus, -(-searches // 9)) if not kind.is_mistyped]
    asked = chain.from_iterable(kept * 2)
    return [replace(query, every_word=True) for query in islice(asked, searches)]


def _spent(percolator: Percolator, document: SearchDocument) -> float:
    """An offer becomes cheaper, as the worker hears of it."""
    before = replace(document, price_minor=document.price_minor + 500)
    began = time.process_time()
    percolator.newly_finding(before, document)
    return (time.process_time() - began) * 1000


def _compared(
    percolator: Percolator, queries: list[Query], documents: list[SearchDocument]
) -> float:
    """Milliseconds that comparing every search takes, which finds the same."""
    began, expected = time.process_time(), []
    for document in documents:
        said = weighted_terms(document)
        expected.append({n for n, query in enumerate(queries) if fits(query, document, said)})
    each_ms = (time.process_time() - began) * 1000 / len(documents)
    if [percolator.finding(document) for document in documents] != expected:
        raise Differs
    return each_ms
