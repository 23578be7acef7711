"""Search turned round: an offer comes, and the saved searches that find it are looked for.

Each search lies under its most selective need; an offer is compared only with those under what it
has itself. `fits` is the meaning, whatever way leads there.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Set

from pro_am.alerts.rules.needs import keys_of, need_of
from pro_am.search.rules.documents import Query, SearchDocument, admits, weighted_terms


def fits(query: Query, document: SearchDocument, said: Collection[str]) -> bool:
    """Every filter, and every word that the offer's language knows: a letter is worth no guess."""
    return admits(query, document) and _says(query, document.language, said)


def _says(query: Query, language: str, said: Collection[str]) -> bool:
    known = 0
    for word in query.asked:
        meant = [term for term, _factor in word if term.startswith(f"{language}:")]
        if meant:
            known += 1
            if not any(term in said for term in meant):
                return False
    return known > 0 or not query.asked


def usual_keys(documents: Iterable[SearchDocument]) -> dict[str, float]:
    """The share of these offers that has each key, at the least the half of one."""
    counts: Counter[str] = Counter()
    many = 0
    for document in documents:
        counts.update(keys_of(document, weighted_terms(document)))
        many += 1
    return {key: count / many for key, count in counts.items()}


class Percolator:
    """Saved searches by what they need; they are added, never changed."""

    def __init__(self, usual: Mapping[str, float]) -> None:
        self._usual = usual
        self._queries: dict[int, Query] = {}
        self._under: dict[str, list[int]] = defaultdict(list)

    @property
    def ids(self) -> Set[int]:
        return self._queries.keys()

    def add(self, search_id: int, query: Query) -> None:
        self._queries[search_id] = query
        for key in need_of(query, self._usual):
            self._under[key].append(search_id)

    def forget(self, search_ids: Iterable[int]) -> None:
        """They are passed over from now on; under their keys they stay until the process ends."""
        for each in list(search_ids):
            del self._queries[each]

    def query(self, search_id: int) -> Query | None:
        return self._queries.get(search_id)

    def finding(self, document: SearchDocument) -> set[int]:
        """The searches that find it."""
        said = weighted_terms(document)
        near = {each for key in keys_of(document, said) for each in self._under.get(key, ())}
        return {
            each
            for each in near
            if (query := self._queries.get(each)) and fits(query, document, said)
        }

    def newly_finding(self, before: SearchDocument | None, now: SearchDocument) -> set[int]:
        """Those that find it now and would not have found it as it was."""
        found = self.finding(now)
        if before is None or not found:
            return found
        said = weighted_terms(before)
        return {each for each in found if not fits(self._queries[each], before, said)}
