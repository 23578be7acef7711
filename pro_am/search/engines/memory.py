"""The obvious engine: reads every offer for every query. The others are compared with it."""

from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager, nullcontext

from pro_am.search.engines import Budget
from pro_am.search.rules.bm25 import K1, B, idf
from pro_am.search.rules.documents import (
    Hit,
    Query,
    SearchDocument,
    admits,
    arranged,
    distance_to,
    weighted_terms,
)
from pro_am.search.rules.tally import Tally, tally
from pro_am.search.rules.text import Word


class MemoryEngine:
    def __init__(self) -> None:
        self._documents: dict[int, SearchDocument] = {}
        self._terms: dict[int, Counter[str]] = {}
        self._changes: dict[int, SearchDocument | None] = {}
        self._position = 0

    def search(self, query: Query, budget: Budget | None = None) -> list[Hit]:
        weighed = [(word, self._idf(word)) for word in query.asked]
        average = sum(counts.total() for counts in self._terms.values()) / (len(self._terms) or 1)
        hits = []
        for offer_id, found in self._documents.items():
            if budget and budget.spent():
                budget.was_partial = True
                break
            if admits(query, found) and self._answers(query, offer_id):
                score = self._score(offer_id, weighed, average)
                hits.append(Hit(offer_id, round(score, 6), distance_to(found, query.near)))
        return sorted(
            hits,
            key=lambda hit: arranged(hit, self._documents[hit.offer_id].price_minor, query.order),
        )[: query.limit]

    def tally(self, query: Query, among: Collection[int] | None = None) -> Tally:
        return tally(
            query,
            [
                document
                for offer_id, document in self._documents.items()
                if (among is None or offer_id in among) and self._answers(query, offer_id)
            ],
        )

    def _answers(self, query: Query, offer_id: int) -> bool:
        """Whether it has a word; or, when every word is asked, each that its language knows."""
        if not query.asked:
            return True
        said, language = self._terms[offer_id], self._documents[offer_id].language
        in_its_language = (
            [term for term, _factor in word if term.startswith(f"{language}:")]
            for word in query.asked
        )
        has = [any(term in said for term in word) for word in in_its_language if word]
        return any(has) and (all(has) or not query.every_word)

    def _idf(self, word: Word) -> float:
        having = sum(any(term in said for term, _ in word) for said in self._terms.values())
        return idf(len(self._terms), having)

    def _score(self, offer_id: int, weighed: list[tuple[Word, float]], average: float) -> float:
        """BM25, where a word is the same word in each language, and by each of its terms."""
        said, score = self._terms[offer_id], 0.0
        held_back = K1 * (1 - B + B * said.total() / (average or 1.0))
        for word, weight in weighed:
            times = sum(factor * said[term] for term, factor in word)
            if times:
                score += weight * times * (K1 + 1) / (times + held_back)
        return score

    def count(self) -> int:
        return len(self._documents)

    def position(self) -> int:
        return self._position

    def replace(self, documents: Iterable[SearchDocument]) -> None:
        self._changes.update((document.offer_id, document) for document in documents)

    def remove(self, offer_ids: Iterable[int]) -> None:
        self._changes.update(dict.fromkeys(offer_ids))

    def commit(self, position: int) -> None:
        for offer_id, document in self._changes.items():
            if document is None:
                self._documents.pop(offer_id, None)
                self._terms.pop(offer_id, None)
            else:
                self._documents[offer_id] = document
                self._terms[offer_id] = weighted_terms(document)
        self._changes.clear()
        self._position = position

    def rebuild(self, documents: Iterable[SearchDocument], position: int) -> None:
        self._documents = {document.offer_id: document for document in documents}
        self._terms = {n: weighted_terms(found) for n, found in self._documents.items()}
        self._changes.clear()
        self._position = position

    def check(self) -> None:
        """Nothing on disk, nothing to be broken."""

    def only_writer(self) -> AbstractContextManager[None]:
        """It belongs to one process, which does not write in two places at once."""
        return nullcontext()

    def merge(self) -> None:
        """Everything is in one place already."""

    def set_aside(self, reason: str) -> bool:  # noqa: ARG002 - nobody can look at it later
        was_filled = bool(self._documents)
        self.rebuild([], 0)
        return was_filled

    def told(self) -> str:
        return f"{self.count()} offers in the memory of one process."
