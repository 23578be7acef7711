"""Pure: a questionnaire as data, and which of its questions somebody is asked.

A question may depend on an earlier one that is answered by choices; since it is an earlier one,
conditions never run in a circle. Questions about the body come last, on one page, with a consent
of their own, and nothing depends on them but others of that page.
"""

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pro_am.foundation.words import mark
from pro_am.intake.rules.meanings import Meaning, as_text, meanings_from

MOST_QUESTIONS = 20
MOST_CHOICES = 12
SCALE = range(1, 6)
LONGEST_TEXT = 600
LARGEST_NUMBER = 99_999

Answers = dict[str, Any]
"""By key of the question: a choice's key, a list of them, a whole number, a text."""


class Kind(enum.StrEnum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE = "scale"  # 1 to 5; its choices are the words at both ends
    NUMBER = "number"
    TEXT = "text"


class About(enum.StrEnum):
    """Which part of somebody's goals it tells."""

    GOAL = "goal"
    LEVEL = "level"
    TIME = "time"
    STYLE = "style"
    LIMITS = "limits"
    WISHES = "wishes"
    TOWN = "town"  # a line of text that names one
    HEIGHT = "height"  # in centimetres
    WEIGHT = "weight"  # in kilograms, now
    WEIGHT_WISHED = "weight_wished"
    HEALTH = "health"


KINDS = {
    Kind.SINGLE: mark("one of several choices"),
    Kind.MULTIPLE: mark("any of several choices"),
    Kind.SCALE: mark("a scale from 1 to 5"),
    Kind.NUMBER: mark("a whole number"),
    Kind.TEXT: mark("a few words"),
}
ABOUTS = {
    About.GOAL: mark("Goal"),
    About.LEVEL: mark("Level"),
    About.TIME: mark("Time"),
    About.STYLE: mark("Way of coaching"),
    About.LIMITS: mark("What to take care of"),
    About.WISHES: mark("Wishes"),
    About.TOWN: mark("Town, to find people nearby"),
    About.HEIGHT: mark("Height, in centimetres (health)"),
    About.WEIGHT: mark("Weight, in kilograms (health)"),
    About.WEIGHT_WISHED: mark("Weight wished for, in kilograms (health)"),
    About.HEALTH: mark("Health"),
}
OF_HEALTH = frozenset({About.HEIGHT, About.WEIGHT, About.WEIGHT_WISHED, About.HEALTH})
NUMBERS = frozenset({About.HEIGHT, About.WEIGHT, About.WEIGHT_WISHED})
CHOSEN = frozenset({Kind.SINGLE, Kind.MULTIPLE})
WITH_CHOICES = CHOSEN | {Kind.SCALE}


@dataclass(frozen=True)
class Choice:
    key: str
    names: Mapping[str, str]
    means: tuple[Meaning, ...] = ()


@dataclass(frozen=True)
class Condition:
    """Asked only if that question is answered with one of these choices."""

    question: str
    one_of: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    key: str
    names: Mapping[str, str]
    kind: Kind
    about: About
    choices: tuple[Choice, ...] = ()
    required: bool = False
    least: int = 0
    most: int = LARGEST_NUMBER
    only_if: Condition | None = None

    @property
    def is_of_health(self) -> bool:
        return self.about in OF_HEALTH


def asked(questions: Sequence[Question], answers: Mapping[str, Any]) -> list[Question]:
    """Which of them are asked, given these answers; those about health last.

    A question whose condition rests on one that is not asked is not asked either.
    """
    found: dict[str, Question] = {}
    for question in questions:
        if _is_met(question.only_if, found, answers):
            found[question.key] = question
    return sorted(found.values(), key=lambda question: question.is_of_health)


def _is_met(
    condition: Condition | None, asked: Mapping[str, Question], answers: Mapping[str, Any]
) -> bool:
    if condition is None:
        return True
    if condition.question not in asked:
        return False
    answer = answers.get(condition.question)
    chosen = answer if isinstance(answer, list) else [answer]
    return any(each in condition.one_of for each in chosen)


def questions_from(rows: Iterable[Mapping[str, Any]]) -> tuple[Question, ...]:
    return tuple(_question(row) for row in rows)


def _question(row: Mapping[str, Any]) -> Question:
    condition = row.get("only_if")
    return Question(
        key=row["key"],
        names=row["names"],
        kind=Kind(row["kind"]),
        about=About(row["about"]),
        choices=tuple(
            Choice(each["key"], each["names"], meanings_from(each.get("means", "")))
            for each in row.get("choices", ())
        ),
        required=row.get("required", False),
        least=row.get("least", 0),
        most=row.get("most", LARGEST_NUMBER),
        only_if=Condition(condition["question"], tuple(condition["one_of"])) if condition else None,
    )


def as_row(question: Question) -> dict[str, Any]:
    """The other way round: what is stored."""
    row: dict[str, Any] = {
        "key": question.key,
        "names": dict(question.names),
        "kind": question.kind.value,
        "about": question.about.value,
    }
    if question.choices:
        row["choices"] = [
            {"key": each.key, "names": dict(each.names), "means": as_text(each.means)}
            for each in question.choices
        ]
    if question.required:
        row["required"] = True
    if question.kind is Kind.NUMBER:
        row |= {"least": question.least, "most": question.most}
    if question.only_if:
        row["only_if"] = {
            "question": question.only_if.question,
            "one_of": list(question.only_if.one_of),
        }
    return row
