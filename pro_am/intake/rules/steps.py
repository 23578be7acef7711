"""Pure: the way through a questionnaire: a page for each question, and a last one for health."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pro_am.intake.rules.questions import Question, asked


@dataclass(frozen=True)
class Step:
    """A page that asks: one question, or all that are about health."""

    questions: tuple[Question, ...]
    number: int
    of: int

    @property
    def is_of_health(self) -> bool:
        return self.questions[0].is_of_health

    @property
    def key(self) -> str | None:
        """Of its question; None for the page about health."""
        return None if self.is_of_health else self.questions[0].key


def steps(questions: Sequence[Question], answers: Mapping[str, Any]) -> list[Step]:
    now = asked(questions, answers)
    pages: list[tuple[Question, ...]] = [(each,) for each in now if not each.is_of_health]
    if health := tuple(each for each in now if each.is_of_health):
        pages.append(health)
    return [Step(page, number, len(pages)) for number, page in enumerate(pages, 1)]


def step_of(way: Sequence[Step], key: str | None) -> Step | None:
    return next((step for step in way if step.key == key), None)
