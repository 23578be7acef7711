"""How much of a week was done: tables of cases, and what stays true whatever the week."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.programmes.rules.adherence import (
    ALL_EXCEPTED,
    NO_PLAN,
    ON_BREAK,
    adherence,
    excepted_items,
)
from pro_am.programmes.rules.weeks import (
    ExceptionFacts,
    ItemFacts,
    WeekFacts,
    day_of,
)
from pro_am.programmes.rules.words import ExceptionKind, ItemKind, ItemState

MONDAY = date(2030, 1, 7)
ANY = 7
P, D, H, S = ItemState.PLANNED, ItemState.DONE, ItemState.PARTLY, ItemState.SKIPPED


def week(*items, exceptions=(), breaks=()):
    """A week of items (day, state[, weight]), exceptions (first, last) and days of a break."""
    return WeekFacts(
        1,
        MONDAY,
        tuple(
            ItemFacts(
                number,
                day_of(MONDAY, day),
                ItemKind.SESSION,
                "Run",
                None,
                "",
                *weight or (1,),
                state,
            )
            for number, (day, state, *weight) in enumerate(items)
        ),
        tuple(exception(first, last) for first, last in exceptions),
        frozenset(MONDAY + timedelta(days=day) for day in breaks),
    )


def exception(first, last):
    return ExceptionFacts(
        MONDAY + timedelta(days=first), MONDAY + timedelta(days=last), ExceptionKind.REST, ""
    )


@pytest.mark.parametrize(
    ("facts", "planned", "done", "excepted", "share"),
    [
        (week((0, D), (2, P)), 2, 1, 0, Fraction(1, 2)),
        (week((0, D), (2, D)), 2, 2, 0, Fraction(1)),
        (week((0, S), (2, P)), 2, 0, 0, Fraction(0)),
        # partly is half
        (week((0, H), (2, P)), 2, Fraction(1, 2), 0, Fraction(1, 4)),
        (week((0, H, 3), (2, D)), 4, Fraction(5, 2), 0, Fraction(5, 8)),
        # an exceptional day takes what was not done on it out of the count
        (week((0, D), (1, P), (2, P), exceptions=[(1, 1)]), 3, 1, 1, Fraction(1, 2)),
        (week((0, D), (1, S), exceptions=[(1, 1)]), 2, 1, 1, Fraction(1)),
        # but never what was done
        (week((0, P), (1, D), exceptions=[(1, 1)]), 2, 1, 0, Fraction(1, 2)),
        (week((0, P), (1, H), exceptions=[(1, 1)]), 2, Fraction(1, 2), 0, Fraction(1, 4)),
        # two exceptions over one day count once
        (week((0, D), (1, P), exceptions=[(1, 1), (0, 2)]), 2, 1, 1, Fraction(1)),
        # one that begins before the week, or ends after it
        (week((0, P), (6, D), exceptions=[(-5, 0)]), 2, 1, 1, Fraction(1)),
        (week((0, D), (6, P), exceptions=[(6, 20)]), 2, 1, 1, Fraction(1)),
        # any day will do until no day is left
        (week((ANY, P), (0, D), exceptions=[(0, 5)]), 2, 1, 0, Fraction(1, 2)),
        (week((ANY, P), (0, D), exceptions=[(0, 6)]), 2, 1, 1, Fraction(1)),
        (week((ANY, P), (0, D), exceptions=[(0, 3)], breaks=[4, 5, 6]), 2, 1, 1, Fraction(1)),
        # days of a break ask for nothing
        (week((0, D), (4, P), breaks=[4, 5, 6]), 2, 1, 1, Fraction(1)),
    ],
)
def test_what_counts_is_what_was_planned_less_what_was_excepted(
    facts, planned, done, excepted, share
):
    counted = adherence(facts)

    assert (counted.planned, counted.done, counted.excepted) == (planned, done, excepted)
    assert counted.share == share
    assert counted.counted == planned - excepted
    assert not counted.why_none


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (week(), NO_PLAN),
        (week(exceptions=[(0, 6)]), NO_PLAN),
        (week((0, P), (ANY, S), exceptions=[(0, 6)]), ALL_EXCEPTED),
        (week((3, P), exceptions=[(3, 3)]), ALL_EXCEPTED),
        (week((3, P), breaks=range(7)), ON_BREAK),
        (week(breaks=range(7)), ON_BREAK),
    ],
)
def test_a_week_in_which_nothing_counts_has_no_share_and_says_why(facts, why):
    counted = adherence(facts)

    assert counted.share is None
    assert counted.why_none == why


def test_the_items_that_do_not_count_are_named():
    facts = week((0, P), (1, P), (1, D), (ANY, P), exceptions=[(1, 3)])

    assert excepted_items(facts) == {1}


items = st.lists(
    st.tuples(st.integers(0, 7), st.sampled_from(ItemState), st.integers(1, 5)), max_size=8
)
ranges = st.lists(
    st.tuples(st.integers(-3, 9), st.integers(0, 9)).map(lambda each: (each[0], sum(each))),
    max_size=3,
)
weeks = st.builds(
    lambda planned, excepted, breaks: week(*planned, exceptions=excepted, breaks=breaks),
    items,
    ranges,
    st.sets(st.integers(0, 6)),
)


@settings(max_examples=100)
@given(weeks)
def test_a_share_is_between_nothing_and_all(facts):
    share = adherence(facts).share

    assert share is None or 0 <= share <= 1


@settings(max_examples=100)
@given(weeks, st.integers(-3, 9), st.integers(0, 9))
def test_an_exception_never_lowers_the_share_and_taken_back_restores_it(facts, first, length):
    more = replace(facts, exceptions=(*facts.exceptions, exception(first, first + length)))

    before, after = adherence(facts), adherence(more)
    assert after.done == before.done
    if after.share is None:
        assert not before.share  # nothing of it was done
    else:
        assert before.share is not None
        assert after.share >= before.share
    assert adherence(replace(more, exceptions=more.exceptions[:-1])) == before


@settings(max_examples=100)
@given(weeks)
def test_more_that_is_done_never_lowers_the_share(facts):
    better = replace(facts, items=tuple(replace(each, state=D) for each in facts.items))

    if facts.items:
        assert adherence(better).share == 1
        assert (adherence(facts).share or 0) <= 1
