"""Going through a file of cases, section by section."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pro_am.operations.cases import availability, bookings, elsewhere

# What is expected and what is so, for each question a case asks; files lie in the folder.
Answer = Callable[[Mapping[str, Any], Path], Iterator[tuple[Any, Any]]]

SECTIONS: Mapping[str, Answer] = {
    "availability": availability.answer,
    "rrule": elsewhere.answer_of_rule,
    "ics": elsewhere.answer_of_file,
    "policies": bookings.answer_of_policy,
    "deadlines": bookings.answer_of_deadline,
    "transitions": bookings.answer_of_transition,
}
ABOUT_THE_FILE = {"format", "conventions", "verified"}


@dataclass(frozen=True)
class Outcome:
    name: str
    fault: str = ""
    skipped: str = ""

    @property
    def words(self) -> str:
        if self.skipped:
            return f"{self.name} skipped: {self.skipped}"
        return f"{self.name} FAIL {self.fault}" if self.fault else f"{self.name} ok"


def outcomes(file: Path) -> Iterator[Outcome]:
    """Of every case in the file; sections that nobody can answer are skipped as a whole."""
    for section, cases in json.loads(file.read_text(encoding="utf-8")).items():
        if section in ABOUT_THE_FILE:
            continue
        if section not in SECTIONS:
            yield Outcome(section, skipped=f"{len(cases)} cases of a kind that is not known here")
            continue
        for case in cases:
            yield Outcome(case.get("id", "?"), fault=_fault(SECTIONS[section], case, file.parent))


def _fault(answer: Answer, case: Mapping[str, Any], folder: Path) -> str:
    try:
        answers = list(answer(case, folder))
    except (ArithmeticError, OSError, LookupError, TypeError, ValueError) as why:
        return f"{type(why).__name__}: {why}"
    wrong = [
        f"expected {json.dumps(expected)} got {json.dumps(got)}"
        for expected, got in answers
        if expected != got
    ]
    return "; ".join(wrong) if answers else "it expects nothing"
