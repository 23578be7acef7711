"""The best offers of a query: the candidates scored, sorted and cut, as one question."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import Connection

from pro_am.search.engines.postgresql import candidates, filters, samples, words
from pro_am.search.engines.postgresql.candidates import Leg, Question
from pro_am.search.rules.bm25 import K1
from pro_am.search.rules.documents import Hit, Order

MOST_SCORED = 4_000  # offers by one question
LEAST_KM = 1  # places are no more exact

_ORDERS = {
    Order.TEXT: "score DESC, offer_id",
    Order.DISTANCE: "km_away NULLS LAST, score DESC, offer_id",
    Order.PRICE: "price_minor, score DESC, offer_id",
}


class Answer(NamedTuple):
    hits: list[Hit]
    is_exact: bool
    is_thin: bool = False
    """Whether a sample had so few that there is time for a larger one."""


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
    ordered = None if smallest else candidates.in_order(question)
    if ordered is not None:
        connection.exec_driver_sql("SET LOCAL enable_bitmapscan = off")
        return _answer(connection, question, ordered, [])
    legs = list(candidates.legs(question, smallest=smallest))
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    return _answer(connection, question, candidates.union(question, legs), legs)


def _nearest(connection: Connection, question: Question) -> Answer | None:
    """In order of distance, from a circle small enough to score all within, if it holds enough."""
    query, km = question.query, question.query.km
    if query.order is not Order.DISTANCE or query.near is None:
        return None
    while any(leg.sample for leg in candidates.legs(question, smallest=False)) and km > LEAST_KM:
        km /= 2
        smaller = replace(query, km=km)
        question = Question.of(connection, smaller, question.knowledge, question.most_scored)
        question = replace(question, with_far=False)
    answer = ask(connection, question)
    within = [hit for hit in answer.hits if hit.distance_km is not None and hit.distance_km <= km]
    holds_enough = km == query.km or len(within) == query.limit
    return answer if answer.is_exact and holds_enough else None


def _answer(
    connection: Connection, question: Question, looked_at: str, legs: Sequence[Leg]
) -> Answer:
    query = question.query
    meeting = filters.meets(query) if filters.asks_where(query) else "true"
    score = words.score(question.weights, question.knowledge.state.average_length)
    read = ", ".join(
        f"(SELECT count(*) FROM candidates WHERE leg = {number})" for number in range(len(legs))
    )
    statement = f"""
        WITH candidates AS MATERIALIZED ({looked_at}),
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
    _rare, common = candidates.by_rarity(question, question.conditions().share)
    at_most = sum(
        weight * (K1 + 1)
        for word, weight in zip(query.asked, question.weights, strict=True)
        if word in common
    )
    return hits[-1].score > at_most
