"""The tally as SQL: each offer that fails at most one of the choices is counted, once."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from pro_am.profiles.rules import PlaceMode
from pro_am.search.engines.postgresql import filters, samples, words
from pro_am.search.engines.postgresql.knowledge import Knowledge
from pro_am.search.engines.postgresql.rows import MODE_BITS
from pro_am.search.rules.documents import Query
from pro_am.search.rules.tally import TRUST_STEPS, Tally

MOST_COUNTED = 50_000  # offers; some 100 ms

KINDS = ("craft", "speciality", "spoken", "ingredient", "diet", "allergen")
NOTHING_FAILED = ""

Counts = dict[str, Counter[Any]]


def tally(
    connection: Connection,
    query: Query,
    among: Collection[int] | None,
    knowledge: Knowledge,
    sample: int = 0,
) -> Tally:
    """Exact, unless so many are to be counted, or a sample is asked: then it is an estimate."""
    if among is not None:
        only = frozenset(among)
        query = replace(query, only=only if query.only is None else only & query.only)
    terms = knowledge.terms(connection, filters.names(query) | words.names(query))
    found = filters.conditions(query, terms, knowledge.state.offers)
    if query.asked:
        found.add(words.have(query, terms))
        found.share *= min(1.0, words.most_having(query, terms) / (found.offers or 1))
    sample = max(sample, samples.holding(MOST_COUNTED, of=found.share * found.offers))
    if sample:
        found.add(f"sample >= {sample}")
    choices = filters.choices(query, terms)
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    statement = _statement(query, choices, found.sql, sample)
    return _tally_of(connection.exec_driver_sql(knowledge.state.sql(statement)).all())


def _statement(query: Query, choices: dict[str, str], where: list[str], sample: int) -> str:
    kinds = list(choices)
    failing = " + ".join(f"(NOT passes_{kind})::int" for kind in kinds) or "0"
    failed = "".join(f" WHEN NOT passes_{kind} THEN '{kind}'" for kind in kinds)
    passes = "".join(f", coalesce({choices[kind]}, false) AS passes_{kind}" for kind in kinds)
    steps = " + ".join(f"(trust >= {step})::int" for step in TRUST_STEPS)
    return f"""
        WITH passing AS (
            SELECT marks, radius_km, modes, trust, is_instant, has_picture,
                {filters.distance(query)} AS km_away
            FROM OFFERS WHERE {" AND ".join(where) or "true"}
        ),
        judged AS (SELECT *, {filters.modes_met(query)} AS met{passes} FROM passing),
        counted AS MATERIALIZED (
            SELECT marks, met, {steps} AS steps, is_instant, has_picture,
                CASE{failed} ELSE '{NOTHING_FAILED}' END AS failed,
                {samples.weight(sample)} AS weight
            FROM judged WHERE {failing} <= 1
        )
        SELECT term, failed, NULL, NULL, NULL, NULL, n FROM (
            SELECT mark, failed, sum(weight) AS n FROM counted, unnest(marks) AS mark
            GROUP BY mark, failed
        ) AS by_mark JOIN TERMS ON id = mark
        UNION ALL
        SELECT NULL, failed, met, steps, is_instant, has_picture, sum(weight)
        FROM counted GROUP BY failed, met, steps, is_instant, has_picture
    """.replace("CASE ELSE", "CASE WHEN true THEN '' ELSE")


def _tally_of(rows: Collection[Any]) -> Tally:
    counts: Counts = defaultdict(Counter)
    for term, failed, met, steps, is_instant, has_picture, exact in rows:
        count = round(exact)
        if term is not None:
            kind, _, value = term.partition(":")
            if kind in KINDS and failed in (NOTHING_FAILED, kind):
                counts[kind][value] += count
            continue
        if failed in (NOTHING_FAILED, "place_mode"):
            modes = [mode for mode in PlaceMode if met & MODE_BITS[mode]]
            counts["place_mode"].update(dict.fromkeys(modes, count))
        if failed in (NOTHING_FAILED, "trust"):
            counts["trust"].update(dict.fromkeys(TRUST_STEPS[:steps], count))
        if failed == NOTHING_FAILED:
            counts["found"].update(
                offers=count, at_once=count * is_instant, with_picture=count * has_picture
            )
    found = counts.pop("found", Counter())
    return Tally(
        found["offers"],
        at_once=found["at_once"],
        with_picture=found["with_picture"],
        **{name: +counter for name, counter in counts.items()},
    )
