"""What one process knows of the index as of one commit: it stays true until the next."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection

from pro_am.search.engines.answers import Answers
from pro_am.search.engines.postgresql.rows import storable
from pro_am.search.engines.postgresql.tables import State
from pro_am.search.rules.bm25 import idf
from pro_am.search.rules.text import Word

MOST_TERMS = 20_000  # kept; whoever types nonsense for hours fills no memory
MOST_COUNTED = 5_000  # offers that may have a word of several terms, and are counted for it


class Term(NamedTuple):
    id: int
    offers: int
    """How many have it."""


UNKNOWN = Term(-1, 0)  # no offer has the id


@dataclass(frozen=True)
class Knowledge:
    state: State
    answers: Answers = field(default_factory=Answers)
    _terms: dict[str, Term] = field(default_factory=dict)
    _having: dict[frozenset[int], int] = field(default_factory=dict)

    def terms(self, connection: Connection, names: Iterable[str]) -> dict[str, Term]:
        """Of each name; `UNKNOWN` where no offer ever had it."""
        wanted = list(names)
        missing = storable(name for name in wanted if name not in self._terms)
        if missing:
            rows = connection.exec_driver_sql(
                self.state.sql("SELECT term, id, offers FROM TERMS WHERE term = ANY(%s)"),
                (list(missing),),
            )
            found = {name: Term(term_id, offers) for name, term_id, offers in rows}
            if len(self._terms) > MOST_TERMS:
                self._terms.clear()
            self._terms.update({name: found.get(name, UNKNOWN) for name in missing})
        return {name: self._terms.get(name, UNKNOWN) for name in wanted}

    def idf(self, connection: Connection, word: Word, terms: dict[str, Term]) -> float:
        return idf(self.state.offers, self._offers_having(connection, word, terms))

    def _offers_having(self, connection: Connection, word: Word, terms: dict[str, Term]) -> int:
        """How many have any of the word's terms: of many an upper bound, which says as little."""
        ids = frozenset(terms[term].id for term, _factor in word) - {UNKNOWN.id}
        at_most = min(sum(terms[term].offers for term, _factor in word), self.state.offers)
        languages = [term.partition(":")[0] for term, _factor in word]
        is_exact = len(set(languages)) == len(languages)  # an offer has one language
        if is_exact or len(ids) < 2 or at_most > MOST_COUNTED:
            return at_most
        if ids not in self._having:
            count = "SELECT count(*) FROM OFFERS WHERE words && " + array(ids)
            self._having[ids] = connection.exec_driver_sql(self.state.sql(count)).scalar_one()
        return self._having[ids]


def array(numbers: Iterable[int]) -> str:
    """As SQL; of numbers alone, and so without anything to quote."""
    return "'{" + ",".join(str(int(number)) for number in numbers) + "}'::int[]"
