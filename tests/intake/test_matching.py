"""Who fits: parts that add up, for reasons that were said, and chances for who is new."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.intake.rules.answering import Said
from pro_am.intake.rules.matching import (
    MOST,
    SHOWN,
    Coach,
    Part,
    fit,
    parts_of_week,
    recommended,
)
from pro_am.intake.rules.meanings import Kind, Meaning, Place, When
from pro_am.intake.rules.questions import About, Choice, Question
from pro_am.intake.rules.questions import Kind as Asked

EVENINGS = frozenset({(1, When.EVENINGS), (3, When.EVENINGS)})


def said(kind, value, *, choice=None):
    choice = Choice(choice or value, {"fr": value, "en": value})
    asks = Question(kind.value, {"fr": "?", "en": "?"}, Asked.MULTIPLE, About.WISHES, (choice,))
    return Said(Meaning(kind, value), asks, choice)


def coach(number=1, **facts):
    return Coach(offer_id=number, member_id=number, **facts)


def points(part, one, *wanted):
    return next((each.points for each in fit(one, wanted).reasons if each.part is part), None)


RUNNING, YOGA = said(Kind.SPECIALITY, "running"), said(Kind.SPECIALITY, "gentle-yoga")


@pytest.mark.parametrize(
    ("part", "one", "wanted", "share"),
    [
        (Part.GOAL, coach(specialities=frozenset({"running"})), [RUNNING], 1),
        (Part.GOAL, coach(specialities=frozenset({"running"})), [RUNNING, YOGA], Fraction(1, 2)),
        (Part.GOAL, coach(), [RUNNING], 0),
        (Part.TIME, coach(free=EVENINGS), [said(Kind.WHEN, "evenings")], 1),
        (Part.TIME, coach(free=EVENINGS), [said(Kind.WHEN, "mornings")], 0),
        (
            Part.TIME,
            coach(free=frozenset({(1, When.EVENINGS)})),
            [said(Kind.WHEN, "evenings")],
            Fraction(1, 2),
        ),
        (Part.PLACE, coach(is_online=True), [said(Kind.PLACE, Place.ONLINE)], 1),
        (Part.PLACE, coach(km=3), [said(Kind.PLACE, Place.ONLINE)], 0),
        (Part.PLACE, coach(km=3), [said(Kind.PLACE, Place.NEAR)], 1),
        (Part.PLACE, coach(km=30), [said(Kind.PLACE, Place.NEAR)], Fraction(1, 2)),
        (Part.PLACE, coach(km=80), [said(Kind.PLACE, Place.NEAR)], 0),
        (Part.PLACE, coach(), [said(Kind.PLACE, Place.NEAR)], 0),
        (Part.PRICE, coach(price=Fraction(40)), [said(Kind.PRICE, "40")], 1),
        (Part.PRICE, coach(price=Fraction(50)), [said(Kind.PRICE, "40")], Fraction(1, 2)),
        (Part.PRICE, coach(price=Fraction(51)), [said(Kind.PRICE, "40")], 0),
        (Part.LEVEL, coach(levels=frozenset({"starting"})), [said(Kind.LEVEL, "starting")], 1),
        (Part.LEVEL, coach(levels=frozenset({"practised"})), [said(Kind.LEVEL, "starting")], 0),
        (Part.LEVEL, coach(), [said(Kind.LEVEL, "starting")], Fraction(1, 2)),
        (Part.LANGUAGE, coach(spoken=frozenset({"fr"})), [said(Kind.LANGUAGE, "fr")], 1),
        (Part.TRUST, coach(trust=Fraction(4, 5)), [], Fraction(4, 5)),
        (Part.TRUST, coach(), [], Fraction(1, 2)),
    ],
)
def test_each_part_has_its_share_of_points(part, one, wanted, share):
    assert points(part, one, *wanted) == share * MOST[part]


def test_what_was_not_asked_gives_nobody_anything():
    assert points(Part.PRICE, coach(price=Fraction(1)), RUNNING) is None


def test_a_reason_quotes_what_was_said_and_names_what_answers_it():
    found = fit(coach(free=EVENINGS), [said(Kind.WHEN, "evenings")]).reasons[0]

    assert [each.choice.key for each in found.said] == ["evenings"]
    assert found.found == ("1 evenings", "3 evenings")


def test_a_choice_counts_once_whichever_of_its_specialities_somebody_has():
    either = [said(Kind.SPECIALITY, slug, choice="calm") for slug in ("breathing", "gentle-yoga")]

    assert points(Part.GOAL, coach(specialities=frozenset({"breathing"})), *either) == 25


def test_all_parts_together_are_a_hundred():
    assert sum(MOST.values()) == 100


def test_programmes_come_first_and_nobody_comes_twice():
    coaches = [
        Coach(offer_id=1, member_id=1, specialities=frozenset({"running"})),
        Coach(offer_id=2, member_id=2, is_programme=True),
        Coach(offer_id=3, member_id=2, specialities=frozenset({"running"})),
    ]

    found = recommended(coaches, [RUNNING], lot=1)

    assert [each.coach.offer_id for each in found] == [2, 1]


def test_a_place_is_kept_for_who_is_new():
    known = [coach(number, trust=Fraction(1)) for number in range(10)]
    new = [coach(20, is_newcomer=True), coach(21, is_newcomer=True, is_online=True)]

    found = recommended([*known, *new], [said(Kind.PLACE, Place.ONLINE)], lot=1)

    assert found[0].coach.member_id == 21
    assert len(found) == SHOWN
    worse = recommended([*known, new[0]], [RUNNING], lot=1)
    assert worse[-1].coach.member_id == 20


@pytest.mark.parametrize(
    ("weekday", "minute", "parts"),
    [
        (0, 9 * 60, [When.MORNINGS]),
        (0, 11 * 60 + 45, [When.MORNINGS, When.MIDDAYS]),
        (4, 15 * 60, []),
        (4, 18 * 60, [When.EVENINGS]),
        (5, 18 * 60, [When.WEEKENDS]),
    ],
)
def test_the_clock_on_the_wall_says_which_part_of_the_week_it_is(weekday, minute, parts):
    assert parts_of_week(weekday, minute) == parts


SLUGS = ("running", "gentle-yoga", "swimming", "hiking")
coaches = st.lists(
    st.builds(
        Coach,
        offer_id=st.integers(1, 10_000),
        member_id=st.integers(1, 50),
        is_programme=st.booleans(),
        specialities=st.frozensets(st.sampled_from(SLUGS)),
        is_online=st.booleans(),
        trust=st.none() | st.fractions(0, 1, max_denominator=20),
        is_newcomer=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda each: each.offer_id,
)
wishes = st.lists(
    st.sampled_from(
        [*(said(Kind.SPECIALITY, slug) for slug in SLUGS), said(Kind.PLACE, Place.ONLINE)]
    ),
    max_size=3,
    unique_by=lambda each: each.meaning,
)


@settings(max_examples=60)
@given(coaches, wishes, st.integers(1, 99))
def test_the_order_of_the_coaches_does_not_matter(all_of_them, wanted, lot):
    assert recommended(all_of_them, wanted, lot=lot) == recommended(
        all_of_them[::-1], wanted, lot=lot
    )


@settings(max_examples=60)
@given(coaches, wishes)
def test_at_least_three_are_found_when_there_are_three(all_of_them, wanted):
    people = {each.member_id for each in all_of_them}

    assert len(recommended(all_of_them, wanted, lot=1)) == min(len(people), SHOWN)


@settings(max_examples=60)
@given(st.sampled_from(SLUGS), st.integers(1, 99))
def test_another_answer_puts_somebody_else_first(slug, lot):
    one_of_each = [
        coach(number, specialities=frozenset({each})) for number, each in enumerate(SLUGS)
    ]

    first = recommended(one_of_each, [said(Kind.SPECIALITY, slug)], lot=lot)[0]

    assert first.coach.specialities == {slug}


@settings(max_examples=60)
@given(coaches, wishes, st.sampled_from(SLUGS))
def test_being_good_at_more_never_puts_anybody_lower(all_of_them, wanted, slug):
    for each in all_of_them:
        better = Coach(**{**vars(each), "specialities": each.specialities | {slug}})

        assert fit(better, wanted).points >= fit(each, wanted).points
