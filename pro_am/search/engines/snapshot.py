"""An index of Whoosh as of one commit: what it answers."""

import weakref
from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
from whoosh.reading import IndexReader

from pro_am.search.engines import Budget, best, masks
from pro_am.search.engines.answers import Answers
from pro_am.search.engines.decoded import DecodedCache
from pro_am.search.engines.segments import Floats, Mask, Rows, Said, Segment
from pro_am.search.rules.bm25 import K1, B, idf
from pro_am.search.rules.documents import MOST_HITS, Hit, Query
from pro_am.search.rules.tally import Tally


@dataclass(frozen=True)
class Snapshot:
    """The index as of one commit, for all threads."""

    version: tuple[str, int, int]
    segments: list[Segment]
    offers: int
    average_length: float
    answers: Answers = field(default_factory=Answers)

    @classmethod
    def of(
        cls, reader: IndexReader, version: tuple[str, int, int], cache: DecodedCache
    ) -> "Snapshot":
        leaves = [leaf for leaf, _ in reader.leaf_readers()] if reader.doc_count_all() else []
        segments = [Segment.of(leaf, cache) for leaf in leaves]
        offers = sum(int(s.live.sum()) for s in segments)
        length = sum(int(s.facts["length"][s.live].sum()) for s in segments)
        snapshot = cls(version, segments, offers, length / offers if offers else 0.0)
        weakref.finalize(snapshot, reader.close)  # when no thread looks at it any more
        return snapshot

    def search(self, query: Query, budget: Budget | None = None) -> list[Hit]:
        if query.limit > MOST_HITS:
            return self._search(query, budget)  # too much to remember
        return list(self.answers.once(query, lambda: self._search(query, budget), budget))

    def tally(self, query: Query, among: Collection[int] | None) -> Tally:
        only = None if among is None else frozenset(among)
        return self.answers.once((query, only), lambda: self._tally(query, only))

    def _search(self, query: Query, budget: Budget | None) -> list[Hit]:
        said = self._said(query, budget)
        weights = self._weights(said)
        candidates = []
        for segment, words in zip(self.segments, said, strict=False):
            if budget and budget.spent():
                budget.was_partial = True
                break
            part, passing = _part(segment, query, words)
            passing &= masks.passing(part, query)
            rows, distances = masks.within_reach(segment, query, part.where(passing))
            scores = self._scores(segment, words, weights, rows)
            candidates.append(best.Candidates.of(segment, rows, scores, distances))
        return best.hits(candidates, query.order, query.limit)

    def _tally(self, query: Query, among: Collection[int] | None) -> Tally:
        total = Tally()
        for segment, words in zip(self.segments, self._said(query, None), strict=True):
            part, mask = _part(segment, query, words)
            if among is not None:
                mask &= np.isin(part["offer_id"], list(among))
            total += masks.tally(masks.Part(segment, part.where(mask)), query)
        return total

    def _said(self, query: Query, budget: Budget | None) -> list[list[Said]]:
        """Of each segment: which rows say each word, and how often. Reading this is what lasts."""
        said = []
        for segment in self.segments:
            if budget and budget.spent():
                budget.was_partial = True
                break
            said.append([segment.saying(word) for word in query.asked])
        return said

    def _weights(self, said: list[list[Said]]) -> list[float]:
        """How much each word counts: the fewer offers have it, the more."""
        having: list[int] = []
        for of_word in zip(*said, strict=True):
            pairs = zip(self.segments, of_word, strict=False)  # fewer, if there was no time
            having.append(sum(int(segment.live[rows].sum()) for segment, (rows, _) in pairs))
        return [idf(self.offers, each) for each in having]

    def _scores(
        self, segment: Segment, words: list[Said], weights: list[float], wanted: Rows
    ) -> Floats:
        """BM25 of the wanted rows."""
        scores = np.zeros(len(segment))
        per_word = K1 * B / (self.average_length or 1.0)
        for (rows, times), weight in zip(words, weights, strict=True):
            held_back = per_word * segment.facts["length"][rows] + K1 * (1 - B)
            scores[rows] += weight * (K1 + 1) * times / (times + held_back)
        return scores[wanted]


def _part(segment: Segment, query: Query, words: list[Said]) -> tuple[masks.Part, Mask]:
    """The rows that have a word; and which of them have all that their language knows, if asked."""
    if not query.asked:
        return masks.Part(segment), np.ones(len(segment), dtype=bool)
    having = [rows for rows, _times in words]
    part = masks.Part(segment, having[0] if len(having) == 1 else _union(len(segment), having))
    lacking = np.zeros(len(part["offer_id"]), dtype=bool)
    for word, rows in zip(query.asked, having if query.every_word else (), strict=False):
        knowing = part.marked("language", {term.partition(":")[0] for term, _ in word})
        lacking |= knowing & ~part.of(_mask(len(segment), rows))
    return part, ~lacking


def _union(size: int, lists: list[Rows]) -> Rows:
    return np.flatnonzero(_mask(size, *lists))


def _mask(size: int, *lists: Rows) -> Mask:
    mask = np.zeros(size, dtype=bool)
    for rows in lists:
        mask[rows] = True
    return mask
