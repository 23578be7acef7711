"""Pure: a questionnaire as its operator writes it down, and the keys that hold it together.

The operator speaks of numbers: of questions as the page shows them, and of lines of choices. Keys
are made of the English words and then stay, so that answers survive a better wording.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.intake.rules.questions import (
    CHOSEN,
    NUMBERS,
    About,
    Choice,
    Condition,
    Kind,
    Question,
)
from pro_am.profiles.rules.craft_texts import free_key

Slug = Callable[[str], str]
LONGEST_KEY = 40


class CannotBeAsked(Refusal):
    """Of a questionnaire as the operator wrote it down."""

    field = "questions"


class DependsOnLater(CannotBeAsked):
    message = mark("“%(name)s” may only depend on a question that comes before it.")


class DependsOnNothing(CannotBeAsked):
    message = mark("“%(name)s” depends on choices, but that question has none of these.")


class DependsOnHealth(CannotBeAsked):
    message = mark("“%(name)s” depends on a question about health, which few others may see.")


class NotANumber(CannotBeAsked):
    message = mark("“%(name)s” asks for a number: choose “a whole number”.")


class TwiceTheSame(CannotBeAsked):
    message = mark("“%(name)s”: height and weights are each asked once.")


@dataclass(frozen=True)
class Numbered:
    """Asked only if the question of that number is answered with one of these lines."""

    question: int
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Written:
    """One question of the form: new ones and new choices have an empty key."""

    question: Question
    number: int  # as the page shows it
    place: int  # where it is to stand
    only_if: Numbered | None = None


def as_written(questions: Sequence[Question]) -> list[Written]:
    """The other way round: what the form shows."""
    numbers = {question.key: number for number, question in enumerate(questions, 1)}
    return [
        Written(question, number, number, _numbered(question.only_if, questions, numbers))
        for number, question in enumerate(questions, 1)
    ]


def questions_written(
    written: Iterable[Written], known: Iterable[Question], slug: Slug
) -> tuple[Question, ...]:
    """In their places, with keys; raises DependsOnNothing for numbers that are none."""
    before = {question.key: question for question in known}
    taken = set(before)
    keyed: dict[int, Question] = {}
    for each in written:
        question = each.question
        old = before.get(question.key)
        key = question.key if old else free_key(slug(question.names["en"])[:LONGEST_KEY], taken)
        taken.add(key)
        choices = _keyed(question.choices, old.choices if old else (), slug)
        keyed[each.number] = replace(question, key=key, choices=choices)
    in_place = sorted(written, key=lambda each: (each.place, each.number))
    return tuple(replace(keyed[each.number], only_if=_condition(each, keyed)) for each in in_place)


def check(questions: Sequence[Question], language: str) -> None:
    """Whether these can be asked, one after the other."""
    earlier: dict[str, Question] = {}
    bodily: set[About] = set()
    for question in questions:
        name = question.names[language]
        if question.about in NUMBERS:
            if question.kind is not Kind.NUMBER:
                raise NotANumber(name=name)
            if question.about in bodily:
                raise TwiceTheSame(name=name)
            bodily.add(question.about)
        _check_condition(question, earlier, name)
        earlier[question.key] = question


def _check_condition(question: Question, earlier: Mapping[str, Question], name: str) -> None:
    if question.only_if is None:
        return
    other = earlier.get(question.only_if.question)
    if other is None:
        raise DependsOnLater(name=name)
    keys = {choice.key for choice in other.choices}
    if (
        other.kind not in CHOSEN
        or not question.only_if.one_of
        or not keys.issuperset(question.only_if.one_of)
    ):
        raise DependsOnNothing(name=name)
    if other.is_of_health:
        raise DependsOnHealth(name=name)


def _keyed(choices: Iterable[Choice], old: Iterable[Choice], slug: Slug) -> tuple[Choice, ...]:
    """A choice with the same name in one of the languages is the same choice, reworded."""
    known, kept = list(old), []
    for choice in choices:
        same = next((each for each in known if _share_a_name(each, choice)), None)
        if same is not None:
            known.remove(same)
        kept.append(replace(choice, key=same.key if same else ""))
    taken = {choice.key for choice in (*kept, *known) if choice.key}
    keyed = []
    for choice in kept:
        key = choice.key or free_key(slug(choice.names["en"])[:LONGEST_KEY], taken)
        taken.add(key)
        keyed.append(replace(choice, key=key))
    return tuple(keyed)


def _share_a_name(one: Choice, other: Choice) -> bool:
    return any(one.names[language] == other.names[language] for language in one.names)


def _condition(written: Written, keyed: Mapping[int, Question]) -> Condition | None:
    numbered = written.only_if
    if numbered is None:
        return None
    other = keyed.get(numbered.question)
    if other is None or not set(numbered.lines) <= set(range(1, len(other.choices) + 1)):
        raise DependsOnNothing(name=written.question.names["en"])
    return Condition(other.key, tuple(other.choices[line - 1].key for line in numbered.lines))


def _numbered(
    condition: Condition | None, questions: Sequence[Question], numbers: Mapping[str, int]
) -> Numbered | None:
    if condition is None:
        return None
    number = numbers[condition.question]
    lines = {choice.key: line for line, choice in enumerate(questions[number - 1].choices, 1)}
    return Numbered(number, tuple(lines[key] for key in condition.one_of))
