"""What crafts ask, and which answers fit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.profiles.rules import craft_fields
from pro_am.profiles.rules.craft_fields import (
    Choice,
    CraftField,
    FieldKind,
    answers_kept,
    as_asked,
    as_row,
    check_answers,
    fields_from,
    fits,
    from_asked,
    search_words,
    unanswered,
)
from pro_am.profiles.starting_crafts import STARTING_CRAFTS


def named(english):
    return {"fr": f"{english} (fr)", "en": english}


GARDENS = CraftField(
    "gardens",
    named("Gardens"),
    FieldKind.SEVERAL,
    (Choice("balcony", named("Balcony")), Choice("orchard", named("Orchard"))),
)
EQUIPMENT = CraftField(
    "equipment", named("Equipment"), FieldKind.CHOICE, GARDENS.choices, required=True
)
SIZE = CraftField("size", named("Size"), FieldKind.NUMBER)
WATER = CraftField("water", named("Water"), FieldKind.YES_NO)
WISH = CraftField("wish", named("Wish"), FieldKind.SHORT_TEXT, required=True)
ALL = (GARDENS, EQUIPMENT, SIZE, WATER, WISH)

names = st.fixed_dictionaries({"fr": st.text(min_size=1), "en": st.text(min_size=1)})
keys = st.from_regex(r"[a-z][a-z-]{0,9}", fullmatch=True)
choices = st.lists(
    st.builds(Choice, keys, names), min_size=1, max_size=4, unique_by=lambda c: c.key
)
questions = st.builds(
    CraftField, keys, names, st.sampled_from(FieldKind), choices.map(tuple), st.booleans()
)


@pytest.mark.parametrize(
    ("field", "answer", "expected"),
    [
        (GARDENS, ["balcony"], True),
        (GARDENS, ["balcony", "moon"], False),
        (GARDENS, [], False),
        (GARDENS, "balcony", False),
        (EQUIPMENT, "orchard", True),
        (EQUIPMENT, "moon", False),
        (EQUIPMENT, ["orchard"], False),
        (SIZE, 0, True),
        (SIZE, 999_999, True),
        (SIZE, 1_000_000, False),
        (SIZE, -1, False),
        (SIZE, "12", False),
        (SIZE, True, False),
        (WATER, True, True),
        (WATER, False, True),
        (WATER, "yes", False),
        (WISH, "Roses", True),
        (WISH, "  ", False),
        (WISH, "x" * 201, False),
        (WISH, None, False),
    ],
)
def test_an_answer_fits_its_question_or_not(field, answer, expected):
    assert fits(field, answer) is expected


@pytest.mark.parametrize("answers", [{"moon": "x"}, {"size": "big"}, {"equipment": "moon"}])
def test_answers_to_no_question_or_of_another_kind_are_refused_at_their_field(answers):
    with pytest.raises(craft_fields.DoesNotFit) as refused:
        check_answers(ALL, answers)

    assert refused.value.field == f"answer_{next(iter(answers))}"


def test_what_is_required_and_open_is_named():
    assert unanswered(ALL, {"size": 3}) == ["equipment", "wish"]
    assert unanswered(ALL, {"equipment": "moon", "wish": "Roses"}) == ["equipment"]
    with pytest.raises(craft_fields.MustBeAnswered) as refused:
        craft_fields.check_all_answered(ALL, {"equipment": "orchard"})
    assert refused.value.field == "answer_wish"


def test_chosen_choices_are_found_by_words_in_both_languages():
    answers = {"gardens": ["orchard"], "wish": "not searched", "size": 7, "equipment": "moon"}

    assert search_words(ALL, answers) == ("Orchard (fr)", "Orchard")


def test_answers_that_no_longer_fit_are_left_alone():
    changed = (CraftField("gardens", named("Gardens"), FieldKind.CHOICE, GARDENS.choices), WATER)

    assert answers_kept(changed, {"gardens": ["orchard"], "water": True}) == {"water": True}


def test_a_booking_remembers_the_questions_as_they_were():
    answers = {"gardens": ["orchard"], "water": False}

    assert from_asked(as_asked(ALL, answers)) == [(GARDENS, ["orchard"]), (WATER, False)]


@given(questions)
@settings(max_examples=50, deadline=None)
def test_questions_survive_being_stored(question):
    assert fields_from([as_row(question)]) == (question,)


@given(questions, st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
@settings(max_examples=100, deadline=None)
def test_whatever_is_stored_is_judged_without_stumbling(question, answer):
    kept = answers_kept([question], {question.key: answer})

    assert (kept == {question.key: answer}) is fits(question, answer)
    search_words([question], {question.key: answer})


def test_the_crafts_of_a_new_community_ask_well_formed_questions():
    for craft in STARTING_CRAFTS:
        for row in (*craft.get("offer_fields", ()), *craft.get("booking_questions", ())):
            (field,) = fields_from([row])
            assert set(field.names) == {"fr", "en"}
            assert bool(field.choices) is (field.kind in craft_fields.WITH_CHOICES)
            assert all(set(choice.names) == {"fr", "en"} for choice in field.choices)
