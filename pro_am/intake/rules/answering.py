"""Pure: whether answers fit their questions, what they stand for, and what still is to be asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.intake.rules.meanings import Meaning
from pro_am.intake.rules.questions import (
    CHOSEN,
    LONGEST_TEXT,
    SCALE,
    About,
    Answers,
    Choice,
    Kind,
    Question,
    asked,
)

# WHO: an adult with a body mass index below 18.5 is underweight.
# https://www.who.int/data/gho/data/themes/topics/topic-details/GHO/body-mass-index
LEAST_HEALTHY_INDEX = Decimal("18.5")


class DoesNotFit(Refusal):
    """An answer that the form would not have let through."""

    message = mark("This answer does not fit the question.")
    field = "answer"


class HasToBeAnswered(Refusal):
    message = mark("Please answer this: what follows depends on it.")
    field = "answer"


class NeedsConsent(Refusal):
    message = mark(
        "Tick the box if the coach you choose may read this, or leave the questions empty:"
        " both are fine."
    )
    field = "consent"


class NeedsHeight(Refusal):
    message = mark("Add your height too: whether a weight is a healthy one depends on it.")
    field = "answer"


class BelowHealthyWeight(Refusal):
    message = mark(
        "For your height, that is lighter than what the World Health Organization calls healthy"
        " (from %(least)s kg). We would rather not plan for it. How about another goal: more"
        " strength, better sleep, a first 5 km? And if food or weight worry you, your doctor is a"
        " good person to talk to."
    )
    field = "answer"


@dataclass(frozen=True)
class Said:
    """One thing that an answer stands for, with the words that said it."""

    meaning: Meaning
    question: Question
    choice: Choice


def fits(question: Question, answer: object) -> bool:
    keys = {choice.key for choice in question.choices}
    if question.kind is Kind.SINGLE:
        return isinstance(answer, str) and answer in keys
    if question.kind is Kind.MULTIPLE:
        chosen = answer if isinstance(answer, list) else []
        return bool(chosen) and all(isinstance(each, str) and each in keys for each in chosen)
    if question.kind is Kind.SCALE:
        return type(answer) is int and answer in SCALE
    if question.kind is Kind.NUMBER:
        return type(answer) is int and question.least <= answer <= question.most
    return isinstance(answer, str) and bool(answer.strip()) and len(answer) <= LONGEST_TEXT


def check(question: Question, answer: object) -> None:
    """An answer that was left empty is None."""
    if answer is None:
        if question.required:
            raise HasToBeAnswered
    elif not fits(question, answer):
        raise DoesNotFit


def kept(questions: Sequence[Question], answers: Mapping[str, Any]) -> Answers:
    """Of these answers, those to questions that are asked, and that fit them."""
    return {
        question.key: answers[question.key]
        for question in asked(questions, answers)
        if question.key in answers and fits(question, answers[question.key])
    }


def open_questions(questions: Sequence[Question], answers: Mapping[str, Any]) -> list[Question]:
    """Those that have to be answered, and are not; those about health never have to be."""
    known = kept(questions, answers)
    return [
        question
        for question in asked(questions, answers)
        if question.required and not question.is_of_health and question.key not in known
    ]


def chosen(question: Question, answer: Any) -> list[Choice]:
    """The choices it stands for, in the order of the question; of a scale, the end it leans to."""
    if question.kind is Kind.SCALE:
        ends = question.choices
        if len(ends) < 2 or answer == SCALE[len(SCALE) // 2]:
            return []
        return [ends[0] if answer < SCALE[len(SCALE) // 2] else ends[1]]
    if question.kind not in CHOSEN:
        return []
    keys = answer if isinstance(answer, list) else [answer]
    return [choice for choice in question.choices if choice.key in keys]


def said(questions: Sequence[Question], answers: Mapping[str, Any]) -> list[Said]:
    """All that fitting answers stand for."""
    known = kept(questions, answers)
    return [
        Said(meaning, question, choice)
        for question in asked(questions, answers)
        if question.key in known
        for choice in chosen(question, known[question.key])
        for meaning in choice.means
    ]


def least_healthy_kg(height_cm: int) -> int:
    """The lowest whole number of kilograms whose index is not below the least."""
    metres = Decimal(height_cm) / 100
    return int((LEAST_HEALTHY_INDEX * metres * metres).to_integral_value(rounding="ROUND_CEILING"))


def check_weight_wished(questions: Iterable[Question], answers: Mapping[str, Any]) -> None:
    """Raises, naming the question, when a weight is wished for that is not healthy."""
    by_about = {question.about: question for question in questions}
    height = _number(by_about.get(About.HEIGHT), answers)
    wished_for = by_about.get(About.WEIGHT_WISHED)
    wished = _number(wished_for, answers)
    if wished is None or wished_for is None:
        return
    if height is None:
        needed = by_about.get(About.HEIGHT)
        if needed is None:
            return  # this craft does not ask
        raise _beside(needed, NeedsHeight())
    least = least_healthy_kg(height)
    if wished < least:
        raise _beside(wished_for, BelowHealthyWeight(least=least))


def check_consent(answers: Mapping[str, Any], *, agrees: bool) -> None:
    if answers and not agrees:
        raise NeedsConsent


def form_name(key: str) -> str:
    """How a question is called in forms."""
    return f"answer_{key}"


def _beside(question: Question, refusal: Refusal) -> Refusal:
    refusal.field = form_name(question.key)
    return refusal


def _number(question: Question | None, answers: Mapping[str, Any]) -> int | None:
    if question is None or question.kind is not Kind.NUMBER:
        return None
    answer = answers.get(question.key)
    return answer if type(answer) is int else None
