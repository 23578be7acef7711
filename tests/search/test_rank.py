"""What a result is worth: parts that add up, are told, and never work against each other."""

from dataclasses import astuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.search.rules import rank as weights
from pro_am.search.rules.explained import PARTS, explained
from pro_am.search.rules.rank import Candidate, answered_share, one_for_each_member, rank

share = st.floats(0, 1)
candidates = st.builds(
    Candidate,
    offer_id=st.integers(1, 500),
    member_id=st.integers(1, 40),
    text_score=st.floats(0, 30),
    distance_km=st.none() | st.floats(0, 20_000),
    trust_low=st.none() | share,
    shared=st.integers(0, 5),
    answered=share,
    days_unchanged=st.integers(0, 4000),
    specialities=st.lists(st.integers(1, 6), max_size=3, unique=True).map(tuple),
    craft_id=st.integers(1, 3),
    is_newcomer=st.booleans(),
)
many = st.lists(candidates, min_size=1, max_size=45, unique_by=lambda each: each.offer_id)

# What makes an offer better, one thing at a time.
BETTER = {
    "text_score": lambda old: old + 7.0,
    "distance_km": lambda old: 0.0,
    "trust_low": lambda old: 1.0,
    "shared": lambda old: old + 2,
    "answered": lambda old: 1.0,
    "days_unchanged": lambda old: 0,
}


def test_the_weights_are_shares_of_one_whole():
    total = sum(most for _label, most in PARTS.values())

    assert total == pytest.approx(1.0)


@settings(max_examples=100, deadline=None)
@given(many)
def test_parts_add_up_to_the_score_and_stay_within_their_weights(found):
    for each in rank(found):
        parts = {name: getattr(each, name) for name in PARTS}
        assert sum(parts.values()) == pytest.approx(each.score)
        assert all(0 <= parts[name] <= PARTS[name][1] + 1e-12 for name in PARTS)


@settings(max_examples=100, deadline=None)
@given(many)
def test_what_is_told_adds_up_exactly_and_is_true_to_a_tenth_of_a_point(found):
    for each in rank(found):
        told = explained(each)
        assert round(sum(part.points for part in told.parts), 1) == told.total
        assert abs(told.total - each.score * 100) <= 0.051
        for part, name in zip(told.parts, PARTS, strict=True):
            assert abs(part.points - getattr(each, name) * 100) <= 0.1


@settings(max_examples=100, deadline=None)
@given(many, st.data())
def test_raising_one_factor_alone_never_lowers_a_rank(found, data):
    number = data.draw(st.integers(0, len(found) - 1))
    factor = data.draw(st.sampled_from(sorted(BETTER)))
    raised = found[number]._replace(**{factor: BETTER[factor](getattr(found[number], factor))})

    before = place_of(raised.offer_id, rank(found))
    after = place_of(raised.offer_id, rank([*found[:number], raised, *found[number + 1 :]]))

    assert after <= before


def place_of(offer_id, ranked):
    return [each.candidate.offer_id for each in ranked].index(offer_id)


def test_equal_offers_come_in_the_order_of_their_ids():
    found = rank(Candidate(n, n, 1.0, None, None) for n in (3, 1, 2))

    assert [each.candidate.offer_id for each in found] == [1, 2, 3]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"text_score": 2.0}, {"text_score": 1.0}),
        ({"distance_km": 1.0}, {"distance_km": 9.0}),
        ({"distance_km": 90.0}, {"distance_km": None}),
        ({"trust_low": 0.9}, {"trust_low": None}),
        ({"trust_low": None}, {"trust_low": 0.1}),
        ({"shared": 2}, {"shared": 1}),
        ({"shared": weights.MANY_SHARED, "offer_id": 1}, {"shared": 9, "offer_id": 2}),
        ({"answered": 0.9}, {"answered": 0.2}),
        ({"days_unchanged": 3}, {"days_unchanged": 400}),
    ],
)
def test_each_part_alone_decides_between_equals(better, worse):
    usual = Candidate(1, 1, 1.0, 5.0, 0.5)
    good = usual._replace(**{"offer_id": 9} | better)
    bad = usual._replace(**{"offer_id": 8} | worse)

    assert rank([bad, good])[0].candidate == good


@pytest.mark.parametrize(
    ("answered", "asked", "expected"),
    [(0, 0, 0.8), (5, 5, 0.9), (0, 5, 0.4), (0, 1, 4 / 6), (95, 95, 0.99)],
)
def test_few_requests_say_little_about_who_answers(answered, asked, expected):
    assert answered_share(answered, asked) == pytest.approx(expected)


def test_the_best_offer_stands_for_its_pro_am():
    found = rank(
        Candidate(n, member, score, None, None)
        for n, member, score in ((1, 7, 1.0), (2, 7, 3.0), (3, 8, 2.0))
    )

    assert [each.candidate.offer_id for each in one_for_each_member(found)] == [2, 3]


def test_an_explanation_names_every_part():
    (only,) = rank([Candidate(1, 1, 1.0, 0.0, 1.0, shared=3, answered=1.0)])

    told = explained(only)

    assert told.total == 100.0
    assert [astuple(part)[1:] for part in told.parts] == [
        (round(most * 100.0, 1), round(most * 100)) for _label, most in PARTS.values()
    ]
