"""The obvious engine: reads every offer for every query. The others are compared with it."""

from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager, nullcontext

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
from pro_am.search.rules.text import query_words


class MemoryEngine:
    def __init__(self) -> None:
        self._documents: dict[int, SearchDocument] = {}
        self._terms: dict[int, Counter[str]] = {}
        self._changes: dict[int, SearchDocument | None] = {}
        self._position = 0

    def search(self, query: Query) -> list[Hit]:
        words = query_words(query.words, query.languages)
        hits = [
            Hit(offer_id, round(self._score(offer_id, words), 6), distance_to(found, query.near))
            for offer_id, found in self._documents.items()
            if admits(query, found) and self._answers(offer_id, words, every=query.every_word)
        ]
        return sorted(
            hits,
            key=lambda hit: arranged(hit, self._documents[hit.offer_id].price_minor, query.order),
        )[: query.limit]

    def tally(self, query: Query, among: Collection[int] | None = None) -> Tally:
        words = query_words(query.words, query.languages)
        return tally(
            query,
            [
                document
                for offer_id, document in self._documents.items()
                if (among is None or offer_id in among)
                and self._answers(offer_id, words, every=query.every_word)
            ],
        )

    def _answers(self, offer_id: int, words: list[tuple[str, ...]], *, every: bool) -> bool:
        if not words:
            return True
        language = self._documents[offer_id].language
        asked = [t for word in words for t in word if t.startswith(f"{language}:")]
        said = [term in self._terms[offer_id] for term in asked]
        return any(said) and (all(said) or not every)

    def _score(self, offer_id: int, words: list[tuple[str, ...]]) -> float:
        """BM25, where a word is the same word in each language."""
        said = self._terms[offer_id]
        average = sum(counts.total() for counts in self._terms.values()) / len(self._terms)
        score = 0.0
        for word in words:
            having = sum(any(t in counts for t in word) for counts in self._terms.values())
            times = sum(said[term] for term in word)
            if times:
                length = said.total() / average
                saturation = times * (K1 + 1) / (times + K1 * (1 - B + B * length))
                score += idf(len(self._terms), having) * saturation
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
