"""The question for the best offers, as SQL.

What many have says little. So of the words of a query the rarer ones are looked for among all
offers, and where the others (or the filters alone) let more pass than can be scored in time, they
are looked for in a fair sample. With fewer, the answer is exact.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy import Connection

from pro_am.search.engines.postgresql import filters, samples, words
from pro_am.search.engines.postgresql.filters import Conditions
from pro_am.search.engines.postgresql.knowledge import Knowledge, Term
from pro_am.search.rules.bm25 import K1
from pro_am.search.rules.documents import Hit, Order, Query
from pro_am.search.rules.text import Word

MOST_SCORED = 4_000  # offers by one question
LEAST_KM = 1  # places are no more exact
MOST_SCANNED = 20_000  # offers that are read in the order of their answer, to find the first

_ORDERS = {
    Order.TEXT: "score DESC, offer_id",
    Order.DISTANCE: "km_away NULLS LAST, score DESC, offer_id",
    Order.PRICE: "price_minor, score DESC, offer_id",
}


class Leg(NamedTuple):
    """One way to candidates."""

    condition: str
    sample: int


class Answer(NamedTuple):
    hits: list[Hit]
    is_exact: bool
    is_thin: bool = False
    """Whether a sample had so few that there is time for a larger one."""


@dataclass(frozen=True)
class Question:
    """A query, with what is known of its terms."""

    query: Query
    terms: dict[str, Term]
    weights: list[float]
    knowledge: Knowledge
    most_scored: int
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
        found = filters.conditions(self.query, self.terms, self.knowledge.state.offers)
        filters.choose(found, self.query, self.terms)
        return found


def best(connection: Connection, question: Question) -> Answer:
    """The hits; where filters let so few pass that a larger sample will do, from that."""
    nearest = _nearest(connection, question)
    if nearest is not None:
        return nearest
    answer = ask(connection, question)
    while answer.is_thin:
        question = replace(question, overrated=question.overrated * samples.STEP)
        answer = ask(connection, question)
    return answer


def ask(connection: Connection, question: Question, *, smallest: bool = False) -> Answer:
    """The hits; from the smallest sample alone, when there was no time for more."""
    in_order = None if smallest else _in_order(question)
    if in_order is not None:
        connection.exec_driver_sql("SET LOCAL enable_bitmapscan = off")
        return _answer(connection, question, in_order, [])
    legs = list(_legs(question, smallest=smallest))
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    return _answer(connection, question, _candidates(question, legs), legs)


def _nearest(connection: Connection, question: Question) -> Answer | None:
    """In order of distance, from a circle small enough to score all within, if it holds enough."""
    query, km = question.query, question.query.km
    if query.order is not Order.DISTANCE or query.near is None:
        return None
    while any(leg.sample for leg in _legs(question, smallest=False)) and km > LEAST_KM:
        km /= 2
        smaller = replace(query, km=km)
        question = Question.of(connection, smaller, question.knowledge, question.most_scored)
    answer = ask(connection, question)
    within = [hit for hit in answer.hits if hit.distance_km is not None and hit.distance_km <= km]
    holds_enough = km == query.km or len(within) == query.limit
    return answer if answer.is_exact and holds_enough else None


def _in_order(question: Question) -> str | None:
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


def _legs(question: Question, *, smallest: bool) -> Iterator[Leg]:
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
    rare, common = _by_rarity(question, share)
    if rare:
        yield Leg(words.have_any(rare, question.terms), 0)
    if common:
        having = sum(words.offers_having(word, question.terms) for word in common)
        condition = words.have_any(common, question.terms)
        if rare:
            condition += f" AND NOT {words.have_any(rare, question.terms)}"
        at_most = min(having * share, passing)
        yield Leg(condition, _sample(question, at_most, smallest=smallest))


def _by_rarity(question: Question, share: float) -> tuple[list[Word], list[Word]]:
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


def _candidates(question: Question, legs: Sequence[Leg]) -> str:
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


def _answer(
    connection: Connection, question: Question, candidates: str, legs: Sequence[Leg]
) -> Answer:
    query = question.query
    meeting = filters.meets(query) if filters.asks_where(query) else "true"
    score = words.score(question.weights, question.knowledge.state.average_length)
    read = ", ".join(
        f"(SELECT count(*) FROM candidates WHERE leg = {number})" for number in range(len(legs))
    )
    statement = f"""
        WITH candidates AS MATERIALIZED ({candidates}),
        best AS (
            SELECT offer_id, price_minor, km_away, {score} AS score FROM candidates
            WHERE {meeting} ORDER BY {_ORDERS[query.order]} LIMIT {int(query.limit)}
        )
        SELECT array_agg(offer_id), array_agg(score), array_agg(km_away), ARRAY[{read}]::int[]
        FROM best
    """
    row = connection.exec_driver_sql(question.knowledge.state.sql(statement)).one()
    offers, scores, distances, of_legs = row
    hits = list(map(Hit._make, zip(offers or (), scores or (), distances or (), strict=True)))
    was_cut = any(n >= question.most_scored for n in of_legs)
    is_sampled = any(leg.sample for leg in legs)
    sampled = sum(n for n, leg in zip(of_legs, legs, strict=True) if leg.sample)
    is_exact = not (was_cut or is_sampled) or _outdo(question, hits, of_legs)
    few = sampled * samples.STEP < question.most_scored
    return Answer(hits, is_exact, is_thin=is_sampled and few and not is_exact)


def _outdo(question: Question, hits: list[Hit], read: Sequence[int]) -> bool:
    """Whether the rarer words alone fill the answer with hits that no common word can outdo."""
    query = question.query
    if query.order is not Order.TEXT or len(read) < 2 or len(hits) < query.limit:
        return False
    if read[0] >= question.most_scored:
        return False
    _rare, common = _by_rarity(question, question.conditions().share)
    at_most = sum(
        weight * (K1 + 1)
        for word, weight in zip(query.asked, question.weights, strict=True)
        if word in common
    )
    return hits[-1].score > at_most


def _all(conditions: Sequence[str]) -> str:
    return " AND ".join(conditions) or "true"
