"""The orders a visitor may choose: right, stable, and the same whatever page is looked at."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.search.rules import orders
from pro_am.search.rules.rank import Candidate, rank

NOON = datetime(2030, 1, 7, 12, 0)


def offers(*facts):
    """Ranked offers 1, 2, ... of different people, given their kilometres and proven trust."""
    return rank(Candidate(n, n, 0.0, km, trust) for n, (km, trust) in enumerate(facts, 1))


def ids(ranked):
    return [each.candidate.offer_id for each in ranked]


def test_the_nearest_comes_first_and_what_is_online_last():
    found = offers((7.0, None), (None, 0.9), (2.0, None), (7.0, 0.8))

    assert ids(orders.nearest_first(found)) == [3, 4, 1, 2]


def test_of_one_price_the_best_match_comes_first():
    found = offers((7.0, None), (7.0, 0.9), (7.0, 0.1))

    assert ids(orders.cheapest_first(found, {1: 500, 2: 1000, 3: 500})) == [1, 3, 2]


def test_proven_trust_comes_before_none():
    found = offers((1.0, None), (1.0, 0.2), (1.0, 0.8))

    assert ids(orders.most_trusted_first(found)) == [3, 2, 1]


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_the_soonest_come_first_however_little_was_looked_at(data):
    """Against a look at all of them; pages of any length show parts of one order."""
    many = data.draw(st.integers(0, 70))
    found = offers(*[(None, None)] * many)
    minutes = st.one_of(st.none(), st.integers(0, 5))
    true = {n: data.draw(minutes) for n in range(1, many + 1)}
    first = {n: NOON + timedelta(hours=h) for n, h in true.items() if h is not None}
    too_early = {n: data.draw(st.integers(0, h)) for n, h in true.items() if h is not None}
    earliest = {n: NOON + timedelta(hours=h) for n, h in too_early.items()}
    wanted = data.draw(st.integers(1, 70))

    order = ids(
        orders.soonest_first(
            found, earliest, lambda asked: {n: first[n] for n in asked if n in first}, wanted
        )
    )

    place = {n: number for number, n in enumerate(ids(found))}
    expected = sorted(first, key=lambda n: (first[n], place[n]))
    assert order[: min(wanted, len(expected))] == expected[:wanted]
    assert sorted(order) == sorted(place)
