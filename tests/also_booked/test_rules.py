"""Who belongs together, from who booked whom."""

from collections import Counter
from itertools import combinations
from math import sqrt

from hypothesis import given
from hypothesis import strategies as st

from pro_am.also_booked.rules import LEAST_MEMBERS, MOST_BOOKED, MOST_KEPT, Pair, best, pairs_of


def test_five_members_who_booked_both_bring_two_together():
    both = [(host, pro) for host in range(5) for pro in (1, 2)]

    assert pairs_of(both) == [Pair(1, 2, 5, 1.0), Pair(2, 1, 5, 1.0)]
    assert pairs_of(both[:-1]) == []
    assert pairs_of(both * 3) == pairs_of(both), "each member counts once"


def test_whom_everybody_books_belongs_to_nobody_in_particular():
    booked = [(host, pro) for host in range(5) for pro in (1, 2)]
    booked += [(host, 2) for host in range(100, 115)]

    assert pairs_of(booked)[0].strength == 0.5


def test_whoever_tries_everybody_says_nothing():
    tester = [(host, pro) for host in range(9) for pro in range(MOST_BOOKED + 1)]

    assert pairs_of(tester) == []


def test_few_of_each_are_kept():
    booked = [(host, pro) for host in range(5) for pro in range(MOST_KEPT + 4)]

    assert set(Counter(pair.profile_id for pair in best(pairs_of(booked))).values()) == {MOST_KEPT}


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 7)), max_size=90))
def test_it_is_what_counting_says(booked):
    of_host: dict[int, set[int]] = {}
    of_pro: dict[int, set[int]] = {}
    for host, pro in booked:
        of_host.setdefault(host, set()).add(pro)
        of_pro.setdefault(pro, set()).add(host)
    expected = {
        (one, other): len(of_pro[one] & of_pro[other])
        for one, other in combinations(sorted(of_pro), 2)
        if len(of_pro[one] & of_pro[other]) >= LEAST_MEMBERS
    }

    found = pairs_of(booked)

    assert {(p.profile_id, p.other_id): p.members for p in found if p.profile_id < p.other_id} == (
        expected
    )
    assert len(found) == 2 * len(expected), "both ways round"
    for pair in found:
        root = sqrt(len(of_pro[pair.profile_id]) * len(of_pro[pair.other_id]))
        assert abs(pair.strength - pair.members / root) < 1e-6
