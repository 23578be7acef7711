"""Which questions are asked, which answers fit, and what no goal may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.intake.rules import answering
from pro_am.intake.rules.answering import BelowHealthyWeight, HasToBeAnswered, NeedsHeight
from pro_am.intake.rules.meanings import Kind as Means
from pro_am.intake.rules.meanings import Meaning, NotUnderstood, as_text, meanings_from
from pro_am.intake.rules.questions import (
    About,
    Choice,
    Condition,
    Kind,
    Question,
    as_row,
    asked,
    questions_from,
)
from pro_am.intake.rules.steps import step_of, steps
from pro_am.intake.rules.writing import (
    DependsOnHealth,
    DependsOnLater,
    DependsOnNothing,
    NotANumber,
    TwiceTheSame,
    check,
)
from pro_am.intake.starting_questionnaires import STARTING_QUESTIONNAIRES
from pro_am.profiles.starting_crafts import STARTING_CRAFTS


def names(words):
    return {"fr": words, "en": words}


def question(key, kind=Kind.SINGLE, *, about=About.WISHES, keys=("a", "b"), **facts):
    choices = tuple(Choice(each, names(each)) for each in keys) if kind in "single multiple" else ()
    return Question(key, names(key), kind, about, choices, **facts)


def only_if(key, *choices):
    return {"only_if": Condition(key, choices)}


FIRST = question("first")
SECOND = question("second", Kind.MULTIPLE, **only_if("first", "a"))
THIRD = question("third", Kind.TEXT, **only_if("second", "b"))
HEIGHT = question("height", Kind.NUMBER, about=About.HEIGHT, least=100, most=250)
WISHED = question("wished", Kind.NUMBER, about=About.WEIGHT_WISHED, least=25, most=400)


@pytest.mark.parametrize(
    ("answers", "keys"),
    [
        ({}, ["first"]),
        ({"first": "b"}, ["first"]),
        ({"first": "a"}, ["first", "second"]),
        ({"first": "a", "second": ["a"]}, ["first", "second"]),
        ({"first": "a", "second": ["a", "b"]}, ["first", "second", "third"]),
        # What a question that is not asked was answered with counts no more.
        ({"first": "b", "second": ["b"]}, ["first"]),
    ],
)
def test_a_question_is_asked_when_its_condition_is_met(answers, keys):
    assert [each.key for each in asked([FIRST, SECOND, THIRD], answers)] == keys


@pytest.mark.parametrize(
    ("questions", "refusal"),
    [
        ([SECOND, FIRST], DependsOnLater),
        ([question("self", **only_if("self", "a"))], DependsOnLater),
        ([FIRST, question("next", **only_if("first", "z"))], DependsOnNothing),
        ([FIRST, question("next", **only_if("first"))], DependsOnNothing),
        (
            [question("words", Kind.TEXT), question("next", **only_if("words", "a"))],
            DependsOnNothing,
        ),
        (
            [question("ill", about=About.HEALTH), question("next", **only_if("ill", "a"))],
            DependsOnHealth,
        ),
        ([question("height", Kind.TEXT, about=About.HEIGHT)], NotANumber),
        ([HEIGHT, question("tall", Kind.NUMBER, about=About.HEIGHT)], TwiceTheSame),
    ],
)
def test_questions_that_cannot_be_asked_are_refused(questions, refusal):
    with pytest.raises(refusal):
        check(questions, "en")


@pytest.mark.parametrize("craft", STARTING_QUESTIONNAIRES)
def test_the_starting_questions_can_be_asked_and_name_what_their_craft_has(craft):
    questions = questions_from(STARTING_QUESTIONNAIRES[craft])
    specialities = next(each for each in STARTING_CRAFTS if each["slug"] == craft)["specialities"]
    meant = {
        meaning.value
        for each in questions
        for choice in each.choices
        for meaning in choice.means
        if meaning.kind is Means.SPECIALITY
    }

    check(questions, "en")
    assert meant <= set(specialities)
    assert questions_from(as_row(each) for each in questions) == questions
    assert all(each.names["fr"] and each.names["en"] for each in questions)


@pytest.mark.parametrize(
    ("asks", "answer", "is_fitting"),
    [
        (FIRST, "a", True),
        (FIRST, "z", False),
        (FIRST, ["a"], False),
        (SECOND, ["a", "b"], True),
        (SECOND, [], False),
        (SECOND, ["a", "z"], False),
        (question("scale", Kind.SCALE), 5, True),
        (question("scale", Kind.SCALE), 6, False),
        (question("scale", Kind.SCALE), True, False),
        (HEIGHT, 170, True),
        (HEIGHT, 99, False),
        (HEIGHT, "170", False),
        (THIRD, "words", True),
        (THIRD, "  ", False),
        (THIRD, "x" * 601, False),
    ],
)
def test_an_answer_fits_its_question_or_does_not(asks, answer, is_fitting):
    assert answering.fits(asks, answer) is is_fitting


def test_what_has_to_be_answered_is_asked_for_until_it_is():
    needed = question("needed", required=True)

    with pytest.raises(HasToBeAnswered):
        answering.check(needed, None)
    assert answering.open_questions([needed], {}) == [needed]
    assert answering.open_questions([needed], {"needed": "z"}) == [needed]
    assert answering.open_questions([needed], {"needed": "a"}) == []


def test_questions_about_health_come_last_on_one_page():
    way = steps([HEIGHT, FIRST, WISHED], {})

    assert [step.key for step in way] == ["first", None]
    assert step_of(way, None).questions == (HEIGHT, WISHED)


# 18.5 kg/m²: the WHO's lowest healthy index of adults.
@pytest.mark.parametrize(("cm", "least"), [(150, 42), (170, 54), (180, 60), (200, 74)])
def test_no_weight_below_a_healthy_one_is_a_goal(cm, least):
    answering.check_weight_wished([HEIGHT, WISHED], {"height": cm, "wished": least})
    with pytest.raises(BelowHealthyWeight) as refused:
        answering.check_weight_wished([HEIGHT, WISHED], {"height": cm, "wished": least - 1})

    assert refused.value.field == "answer_wished"
    assert refused.value.facts == {"least": least}


def test_a_weight_is_wished_for_together_with_a_height():
    with pytest.raises(NeedsHeight) as refused:
        answering.check_weight_wished([HEIGHT, WISHED], {"wished": 60})

    assert refused.value.field == "answer_height"


@given(cm=st.integers(100, 250))
def test_the_least_healthy_weight_is_the_first_that_is_healthy(cm):
    least = answering.least_healthy_kg(cm)

    assert least * 10_000 / cm**2 >= 18.5 > (least - 1) * 10_000 / cm**2


@pytest.mark.parametrize(
    "text",
    ["speciality: running", "when: evenings, price: 40", "level: starting, style: gentle", ""],
)
def test_what_an_answer_stands_for_is_read_as_it_is_written(text):
    assert as_text(meanings_from(text)) == text


@pytest.mark.parametrize(
    "text",
    ["running", "when: never", "price: much", "colour: red", "level:", "language: xx", "price: -1"],
)
def test_what_stands_for_nothing_known_is_named(text):
    with pytest.raises(NotUnderstood, match=text):
        meanings_from(f"place: near, {text}")


def test_an_answer_says_what_its_choices_stand_for():
    choices = (Choice("a", names("a"), meanings_from("when: evenings")), Choice("b", names("b")))
    asks = Question("q", names("q"), Kind.MULTIPLE, About.TIME, choices)

    found = answering.said([asks], {"q": ["a", "b"]})

    assert [(each.meaning, each.choice.key) for each in found] == [
        (Meaning(Means.WHEN, "evenings"), "a")
    ]


@given(st.dictionaries(st.sampled_from(["first", "second", "third"]), st.sampled_from(["a", "b"])))
def test_a_question_is_never_asked_without_the_one_it_depends_on(answers):
    keys = [each.key for each in asked([FIRST, SECOND, THIRD], answers)]

    assert keys == ["first", "second", "third"][: len(keys)]
