"""Which offers are looked at to answer a query, as SQL.

What many have says little. So of the words of a query the rarer ones are looked for among all
offers, and where the others (or the filters alone) let more pass than can be scored in time, they
are looked for in a fair sample. With fewer, the answer is exact.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from pro_am.search.engines.postgresql import filters, samples, words
from pro_am.search.engines.postgresql.filters import Conditions
from pro_am.search.engines.postgresql.knowledge import Knowledge, Term
from pro_am.search.rules.documents import Order, Query
from pro_am.search.rules.text import Word

MOST_SCANNED = 20_000  # offers that are read in the order of their answer, to find the first


class Leg(NamedTuple):
    """One way to candidates."""

    condition: str
    sample: int


@dataclass(frozen=True)
class Question:
    """A query, with what is known of its terms."""

    query: Query
    terms: dict[str, Term]
    weights: list[float]
    knowledge: Knowledge
    most_scored: int
    with_far: bool = True
    """Whether those who can be met remotely are looked at wherever they are."""
    overrated: int = 1
    """How many times fewer pass than are to be expected by their terms alone."""

    @classmethod
    def of(
        cls, connection: Connection, query: Query, knowledge: Knowledge, most_scored: int
    ) -> "Question":
        terms = knowledge.terms(connection, filters.names(query) | words.names(query))
        weights = [knowledge.idf(connection, word, terms) for word in query.asked]
        return cls(query, terms, weights, knowledge, most_scored)

    def conditions(self) -> Conditions:
        offers = self.knowledge.state.offers
        found = filters.conditions(self.query, self.terms, offers, with_far=self.with_far)
        filters.choose(found, self.query, self.terms)
        return found


def in_order(question: Question) -> str | None:
    """All that pass in the order of the answer, where reading them so soon finds enough."""
    query, offers = question.query, question.knowledge.state.offers
    if query.asked or query.order is Order.DISTANCE or query.only is not None:
        return None
    found = question.conditions()
    if offers * found.share <= question.most_scored or query.limit > MOST_SCANNED * found.share:
        return None
    if filters.asks_where(query):
        # Here, so that only those who can meet count for the limit.
        away = f"(SELECT {filters.distance(query)} AS km_away) AS away"
        found.add(filters.meets(query))
    else:
        away = "(SELECT NULL::float8 AS km_away) AS away"
    order = "price_minor, offer_id" if query.order is Order.PRICE else "offer_id"
    return (
        f"SELECT 0 AS leg, offer_id, price_minor, length, modes, radius_km, km_away"
        f" FROM OFFERS, LATERAL {away} WHERE {_all(found.sql)}"
        f" ORDER BY {order} LIMIT {int(query.limit)}"
    )


def legs(question: Question, *, smallest: bool) -> Iterator[Leg]:
    query = question.query
    share = question.conditions().share
    passing = question.knowledge.state.offers * share
    if not query.asked:
        yield Leg("true", _sample(question, passing, smallest=smallest))
        return
    if query.every_word:
        expected = words.most_having(query, question.terms) * share
        every = words.have(query, question.terms)
        yield Leg(every, _sample(question, expected, smallest=smallest))
        return
    rare, common = by_rarity(question, share)
    if rare:
        yield Leg(words.have_any(rare, question.terms), 0)
    if common:
        having = sum(words.offers_having(word, question.terms) for word in common)
        condition = words.have_any(common, question.terms)
        if rare:
            condition += f" AND NOT {words.have_any(rare, question.terms)}"
        at_most = min(having * share, passing)
        yield Leg(condition, _sample(question, at_most, smallest=smallest))


def by_rarity(question: Question, share: float) -> tuple[list[Word], list[Word]]:
    """The words that few enough of those who pass have, and the others."""
    rarest_first = sorted(
        question.query.asked, key=lambda word: words.offers_having(word, question.terms)
    )
    rare: list[Word] = []
    expected = 0.0
    for word in rarest_first:
        expected += words.offers_having(word, question.terms) * share
        if expected > question.most_scored * question.overrated:
            break
        rare.append(word)
    return rare, rarest_first[len(rare) :]


def _sample(question: Question, expected: float, *, smallest: bool) -> int:
    if smallest:
        return samples.LAST
    return samples.holding(question.most_scored, of=expected / question.overrated)


def union(question: Question, legs: Sequence[Leg]) -> str:
    query, terms = question.query, question.terms
    times = "".join(
        f", {words.times(query, word, terms)} AS times_{n}" for n, word in enumerate(query.asked)
    )
    parts = []
    for number, leg in enumerate(legs):
        where = [leg.condition, *question.conditions().sql]
        if leg.sample:
            where.append(f"sample >= {leg.sample}")
        parts.append(
            f"(SELECT {number} AS leg, offer_id, price_minor, length, modes, radius_km,"
            f" {filters.distance(query)} AS km_away{times}"
            f" FROM OFFERS WHERE {_all(where)} LIMIT {question.most_scored})"
        )
    return " UNION ALL ".join(parts)


def _all(conditions: Sequence[str]) -> str:
    return " AND ".join(conditions) or "true"
