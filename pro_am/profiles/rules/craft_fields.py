"""Pure: what a craft asks, of each offer and of whoever books, and the answers to it.

Crafts are data, and so are their questions: rows of JSON in `crafts.offer_fields` and
`crafts.booking_questions`, read here into `CraftField`s.
"""

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

MOST_FIELDS = 8
MOST_CHOICES = 20
LARGEST_NUMBER = 999_999
LONGEST_TEXT = 200

Answers = dict[str, Any]
"""By key: a choice's key, a list of them, a whole number, a yes (True) or no, a short text."""


class FieldKind(enum.StrEnum):
    CHOICE = "choice"
    SEVERAL = "several"
    NUMBER = "number"
    YES_NO = "yes_no"
    SHORT_TEXT = "short_text"


FIELD_KINDS = {
    FieldKind.CHOICE: mark("one of several choices"),
    FieldKind.SEVERAL: mark("any of several choices"),
    FieldKind.NUMBER: mark("a whole number"),
    FieldKind.YES_NO: mark("yes or no"),
    FieldKind.SHORT_TEXT: mark("a line of text"),
}
WITH_CHOICES = {FieldKind.CHOICE, FieldKind.SEVERAL}
YES_OR_NO = {True: mark("yes"), False: mark("no")}


class MustBeAnswered(Refusal):
    message = mark("This has to be answered first.")

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.field = form_name(key)


class DoesNotFit(Refusal):
    """An answer that the form would not have let through."""

    message = mark("This answer does not fit the question.")

    def __init__(self, key: str) -> None:
        super().__init__()
        self.field = form_name(key)


@dataclass(frozen=True)
class Choice:
    key: str
    names: Mapping[str, str]


@dataclass(frozen=True)
class CraftField:
    key: str
    names: Mapping[str, str]
    kind: FieldKind
    choices: tuple[Choice, ...] = ()
    required: bool = False


def form_name(key: str) -> str:
    """How a question is called in forms."""
    return f"answer_{key}"


def fields_from(rows: Iterable[Mapping[str, Any]]) -> tuple[CraftField, ...]:
    return tuple(
        CraftField(
            key=row["key"],
            names=row["names"],
            kind=FieldKind(row["kind"]),
            choices=tuple(Choice(each["key"], each["names"]) for each in row.get("choices", ())),
            required=row.get("required", False),
        )
        for row in rows
    )


def as_row(field: CraftField) -> dict[str, Any]:
    """The other way round: what is stored."""
    row: dict[str, Any] = {"key": field.key, "names": dict(field.names), "kind": field.kind.value}
    if field.choices:
        row["choices"] = [{"key": each.key, "names": dict(each.names)} for each in field.choices]
    if field.required:
        row["required"] = True
    return row


def fits(field: CraftField, answer: object) -> bool:
    """Whether a stored answer is one to this question, as the question is now."""
    keys = {choice.key for choice in field.choices}
    if field.kind is FieldKind.CHOICE:
        return isinstance(answer, str) and answer in keys
    if field.kind is FieldKind.SEVERAL:
        chosen = answer if isinstance(answer, list) else []
        return bool(chosen) and all(isinstance(each, str) and each in keys for each in chosen)
    if field.kind is FieldKind.NUMBER:
        return type(answer) is int and 0 <= answer <= LARGEST_NUMBER
    if field.kind is FieldKind.YES_NO:
        return isinstance(answer, bool)
    return isinstance(answer, str) and bool(answer.strip()) and len(answer) <= LONGEST_TEXT


def check_answers(fields: Sequence[CraftField], answers: Mapping[str, object]) -> None:
    """Every answer belongs to a question and fits it; what is left out is left open."""
    known = {field.key: field for field in fields}
    for key, answer in answers.items():
        if key not in known or not fits(known[key], answer):
            raise DoesNotFit(key)


def unanswered(fields: Iterable[CraftField], answers: Mapping[str, object]) -> list[str]:
    """The keys of required questions without a fitting answer."""
    return [
        field.key
        for field in fields
        if field.required and not (field.key in answers and fits(field, answers[field.key]))
    ]


def check_all_answered(fields: Iterable[CraftField], answers: Mapping[str, object]) -> None:
    for key in unanswered(fields, answers):
        raise MustBeAnswered(key)


def answers_kept(fields: Iterable[CraftField], answers: Mapping[str, Any]) -> Answers:
    """Of stored answers, those that still fit: the operator may have changed the questions."""
    return {
        field.key: answers[field.key]
        for field in fields
        if field.key in answers and fits(field, answers[field.key])
    }


def names_chosen(field: CraftField, answer: Any) -> list[Mapping[str, str]]:
    """The names of the chosen choices, in the order of the question."""
    if field.kind not in WITH_CHOICES:
        return []
    chosen = [answer] if field.kind is FieldKind.CHOICE else answer
    return [choice.names for choice in field.choices if choice.key in chosen]


def search_words(fields: Iterable[CraftField], answers: Mapping[str, Any]) -> tuple[str, ...]:
    """What an offer may be found by: its chosen choices, in every language."""
    fields = tuple(fields)
    kept = answers_kept(fields, answers)
    return tuple(
        name
        for field in fields
        if field.key in kept
        for names in names_chosen(field, kept[field.key])
        for name in names.values()
    )


def as_asked(fields: Sequence[CraftField], answers: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Questions with their answers, to be kept in a booking as they were."""
    return [
        {"question": as_row(field), "answer": answers[field.key]}
        for field in fields
        if field.key in answers
    ]


def from_asked(rows: Iterable[Mapping[str, Any]]) -> list[tuple[CraftField, Any]]:
    return [(fields_from([row["question"]])[0], row["answer"]) for row in rows]
