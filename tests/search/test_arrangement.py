"""Who stands where: not only the same few, and nobody loses a place by being better."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.search.rules import arrangement as rules
from pro_am.search.rules.arrangement import Habits, arranged, kept_places
from pro_am.search.rules.rank import Candidate, Stands, rank
from tests.search.test_rank import BETTER, candidates, place_of

seeds = st.sampled_from([f"2030-01-07/group {n}" for n in range(5)])
lists = st.lists(candidates, min_size=1, max_size=70, unique_by=lambda each: each.offer_id)
habits = st.none() | st.builds(
    Habits,
    crafts=st.frozensets(st.integers(1, 3)),
    specialities=st.frozensets(st.integers(1, 6)),
)


def people(many, **facts):
    """Offers 1, 2, ... of different people, the best first."""
    return [Candidate(n, n, float(many - n + 1), None, None, **facts) for n in range(1, many + 1)]


def shown(found, seed="day", habits=None):
    return [each.candidate.offer_id for each in arranged(rank(found), seed, habits)]


@settings(max_examples=100, deadline=None)
@given(lists, seeds, habits)
def test_everybody_found_is_shown_once(found, seed, likes):
    assert sorted(shown(found, seed, likes)) == sorted(each.offer_id for each in found)


@settings(max_examples=100, deadline=None)
@given(lists, seeds, habits, st.data())
def test_raising_one_factor_alone_never_lowers_a_place(found, seed, likes, data):
    number = data.draw(st.integers(0, len(found) - 1))
    factor = data.draw(st.sampled_from(sorted(BETTER)))
    raised = found[number]._replace(**{factor: BETTER[factor](getattr(found[number], factor))})
    others = [*found[:number], raised, *found[number + 1 :]]

    before = place_of(raised.offer_id, arranged(rank(found), seed, likes))
    after = place_of(raised.offer_id, arranged(rank(others), seed, likes))

    assert after <= before


@settings(max_examples=100, deadline=None)
@given(lists, seeds, habits)
def test_the_first_ten_hold_two_of_a_pro_am_and_three_of_a_speciality_where_others_are_left(
    found, seed, likes
):
    order = arranged(rank(found), seed, likes)
    if len(order) < rules.ARRANGED_FROM:
        return
    common = Counter(topic for each in found for topic in each.specialities)
    narrow = {topic for topic, many in common.items() if 2 * many <= len(found)}

    def fits(each, before):
        of_them = [other.candidate for other in before]
        if [o.member_id for o in of_them].count(each.candidate.member_id) >= 2:
            return False
        topics = Counter(topic for other in of_them for topic in other.specialities)
        return all(topics[t] < 3 for t in each.candidate.specialities if t in narrow)

    for place in range(min(rules.TOP, len(order))):
        if not fits(order[place], order[:place]):
            assert not any(fits(each, order[:place]) for each in order[place:])


@pytest.mark.parametrize("many", [19, 20])
def test_few_results_are_not_spread_over_people(many):
    found = [Candidate(n, 1 if n <= 5 else n, 0.0, None, None) for n in range(1, many + 1)]

    of_one = [offer for offer in shown(found)[:5] if offer <= 5]

    assert of_one == ([1, 2, 3, 4, 5] if many < 20 else [1, 2])


def test_a_speciality_that_was_looked_for_is_not_held_back():
    bread = people(15, specialities=(1,))
    others = [Candidate(n, n, 0.1, None, None) for n in range(16, 26)]

    assert shown(bread + others)[:10] == list(range(1, 11))


def test_a_speciality_among_others_has_three_of_the_first_ten():
    bread = people(12, specialities=(1,))
    others = [Candidate(n, n, 0.1, None, None) for n in range(13, 30)]

    assert shown(bread + others)[:12] == [1, 2, 3, *range(13, 20), 4, 5]


def test_two_of_every_twenty_places_are_kept_for_newcomers():
    known, new = (
        people(80),
        [Candidate(n, n, 0.5, None, None, is_newcomer=True) for n in range(81, 101)],
    )

    order = arranged(rank(known + new), "day")

    for page in range(3):
        on_page = order[page * 20 : page * 20 + 20]
        newcomers = [each for each in on_page if each.candidate.is_newcomer]
        assert len(newcomers) == 2
        assert {each.stands for each in newcomers} == {Stands.NEWCOMER}
    assert all(each.stands is Stands.BY_SCORE for each in order if not each.candidate.is_newcomer)


def test_places_and_newcomers_are_drawn_anew_for_each_visitor_and_day():
    found = people(80) + [
        Candidate(n, n, 0.5, None, None, is_newcomer=True) for n in range(81, 101)
    ]

    def newcomers(seed):
        return tuple(offer for offer in shown(found, seed)[:20] if offer > 80)

    assert newcomers("monday") == newcomers("monday")
    assert len({newcomers(f"day {n}") for n in range(12)}) > 6
    assert len({kept_places(40, f"day {n}") for n in range(12)}) > 6


def test_who_fits_better_is_drawn_more_often():
    good = Candidate(81, 81, 60.0, None, None, is_newcomer=True)
    poor = [Candidate(n, n, 0.5, None, None, is_newcomer=True) for n in range(82, 87)]
    found = [each._replace(text_score=90.0) for each in people(80)] + [good, *poor]

    drawn = Counter(
        offer for n in range(200) for offer in shown(found, f"day {n}")[:20] if offer > 80
    )

    assert drawn[81] > 1.5 * max(drawn[each.offer_id] for each in poor)


def test_a_newcomer_has_one_place_however_many_offers_they_made():
    found = people(60) + [
        Candidate(n, 99 if n < 80 else n, 0.5, None, None, is_newcomer=True) for n in range(61, 82)
    ]

    for n in range(20):
        first_page = shown(found, f"day {n}")[:20]
        assert len([offer for offer in first_page if 61 <= offer < 80]) <= 1


def test_one_of_the_first_ten_is_unlike_the_usual():
    usual = people(30, specialities=(1,), craft_id=1)
    unlike = [Candidate(n, n, 0.2, None, None, craft_id=2) for n in (40, 41)]
    order = arranged(rank(usual + unlike), "day", Habits(frozenset({1}), frozenset({1})))

    (surprise,) = [each for each in order if each.stands is Stands.SURPRISE]
    assert surprise.candidate.offer_id == 40
    assert order.index(surprise) < 10
    assert shown(usual + unlike)[:10] == list(range(1, 11))


def test_nothing_is_a_surprise_in_a_search_for_something_else():
    found = people(30, specialities=(2,), craft_id=2)

    order = arranged(rank(found), "day", Habits(frozenset({1}), frozenset({1})))

    assert {each.stands for each in order} == {Stands.BY_SCORE}


def test_a_surprise_that_stands_there_by_itself_is_still_named():
    usual = people(30, specialities=(1,), craft_id=1)
    unlike = Candidate(40, 40, 29.5, None, None, craft_id=2)

    order = arranged(rank([*usual, unlike]), "day", Habits(frozenset({1}), frozenset({1})))

    assert [(each.candidate.offer_id, each.stands) for each in order[:3]] == [
        (1, Stands.BY_SCORE),
        (40, Stands.SURPRISE),
        (2, Stands.BY_SCORE),
    ]
