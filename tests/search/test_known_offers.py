"""What search keeps in memory of all offers: the same as the database says, in few bytes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.profiles.rules import PlaceMode
from pro_am.search.memory.known import KnownOffers
from pro_am.search.memory.table import OfferTable
from pro_am.search.queries.offers import FactsColumns
from pro_am.search.queries.people import PeopleFacts
from pro_am.search.rules.documents import Hit
from pro_am.search.rules.numbered import ById
from pro_am.search.rules.rank import one_for_each_member, rank
from tests.search.offers import seeded

TIMING = (60, 30, PlaceMode.PROVIDER, None, None, None, None, None, None, False)
NO_IDS = np.array([], np.int64)


def columns_of(offers):
    """(offer, profile, price) each; a profile has the id of its member, less a hundred."""
    rows = sorted(offers, key=lambda each: (each[1], each[0]))
    return FactsColumns(
        offer_id=[offer for offer, _, _ in rows],
        price_minor=[price for _, _, price in rows],
        member_id=[profile + 100 for _, profile, _ in rows],
        craft_id=[1 + profile % 3 for _, profile, _ in rows],
        calendar_id=[profile + 200 for _, profile, _ in rows],
        profile_id=[profile for _, profile, _ in rows],
        changed_on=[738_000 + profile for _, profile, _ in rows],
        town=[(profile % 4, f"Town {profile % 4}") for _, profile, _ in rows],
        timing=[TIMING] * len(rows),
        tastes=[frozenset({f"taste {profile % 2}"}) for _, profile, _ in rows],
        specialities=[(profile % 5,) for _, profile, _ in rows],
        public_id=[f"{offer:024x}" for offer, _, _ in rows],
        slug=[f"pro-am-{profile}" for _, profile, _ in rows],
    )


def table_of(offers):
    table = OfferTable()
    if offers:
        table.append(columns_of(offers))
    return table


# By profile, which offers it has, and at which price.
MARKETS = st.dictionaries(
    st.integers(1, 30), st.sets(st.integers(0, 3), min_size=0, max_size=4), max_size=12
)


def offers_in(market, price):
    return [(profile * 10 + n, profile, price) for profile, each in market.items() for n in each]


@given(first=MARKETS, changes=st.lists(MARKETS, max_size=6))
@settings(max_examples=60)
def test_whatever_changes_the_table_says_what_a_plain_dictionary_would(first, changes):
    market, price = dict(first), {profile: 0 for profile in first}
    table = table_of(offers_in(market, 0))
    list(table.values())  # made once, so that what is remembered must be forgotten

    for step, change in enumerate(changes, 1):
        market |= change
        price |= dict.fromkeys(change, step)
        if change:
            fresh = offers_in(change, step)
            table.replace(list(change), [columns_of(fresh)] if fresh else [])

        expected = {offer: (profile, price[profile]) for offer, profile, _ in offers_in(market, 0)}
        assert {k: (f.bookable.profile_id, f.price_minor) for k, f in table.items()} == expected
        for profile, each in market.items():
            assert [f.offer_id % 10 for f in table.of_profile(f"pro-am-{profile}")] == sorted(each)
            assert table.has_profile(f"pro-am-{profile}") == bool(each)
            theirs = table.of_members([profile + 100])
            assert [f.offer_id for f in theirs] == ([profile * 10 + min(each)] if each else [])


def test_a_profile_whose_offers_are_read_in_two_parts_keeps_them_all():
    table = table_of([(1, 1, 5), (2, 2, 5)])

    table.append(columns_of([(3, 2, 5), (4, 3, 5)]))

    assert [each.offer_id for each in table.of_profile("pro-am-2")] == [2, 3]
    assert [each.offer_id for each in table.of_members([102])] == [2]


def test_who_is_most_trusted_is_what_the_rank_of_everybody_says():
    rng = seeded(3)
    known = KnownOffers(table_of([(n, n // 2, 100) for n in range(2, 900)]), 1, 1)
    lows = {member: rng.choice([None, rng.random()]) for member in range(101, 550)}
    known.hear_scores(lows, None, 2)
    answered = {member: rng.random() for member in range(101, 550, 3)}
    known.hear_people(PeopleFacts(known.day.fromordinal(738_500), answered, frozenset()))

    everybody = rank(
        known.candidate(Hit(each.offer_id, 0.0, None), each) for each in known.facts.values()
    )

    expected = [each.candidate.offer_id for each in one_for_each_member(everybody)[:20]]
    assert known.most_trusted == expected


@pytest.mark.parametrize(
    ("change", "is_other"),
    [
        (lambda known: known.hear_news({1: 7}, [columns_of([(2, 1, 5)])], 7), True),
        (lambda known: known.hear_news({1: 7}, [], 7), True),
        (lambda known: known.hear_news({2: 7}, [columns_of([(4, 2, 5)])], 7), False),
        (lambda known: known.hear_scores({101: 0.5}, None, 2), True),
        (lambda known: known.hear_scores({102: 0.5}, None, 2), False),
        (lambda known: known.hear_people(PeopleFacts(known.day.fromordinal(738_001))), True),
    ],
    ids=("its profile", "it is gone", "another profile", "its score", "another score", "the day"),
)
def test_what_was_found_holds_until_one_of_its_offers_is_another(change, is_other):
    known = KnownOffers(table_of([(2, 1, 5), (4, 2, 5)]), 1, 1)
    before = known.version

    change(known)

    assert known.has_changed(np.array([2]), before) is is_other


def test_towns_and_crafts_count_people_and_follow_changes():
    known = KnownOffers(table_of([(2, 4, 5), (3, 4, 5), (4, 8, 5), (5, 5, 5)]), 1, 1)
    assert known.towns == [(0, "Town 0", 2), (1, "Town 1", 1)]

    known.hear_news({8: 9}, [], 9)

    assert known.towns == [(0, "Town 0", 1), (1, "Town 1", 1)]
    assert known.people_by_craft == {2: 1, 3: 1}


@given(st.dictionaries(st.integers(0, 50_000), st.integers(1, 9), max_size=20))
@settings(max_examples=60)
def test_numbers_by_id_are_those_of_a_dictionary(numbers):
    by_id = ById(-1, np.int64)

    for one, number in numbers.items():
        by_id.put(np.array([one]), number)

    ids = [*numbers, 0, 60_000]
    expected = [numbers.get(each, -1) for each in ids]
    assert by_id.of(np.array(ids)).tolist() == expected
    assert [by_id.one(each) for each in ids] == expected
