"""Whom to ring in need, by country: one file with what each number is for, in both languages.

Where we know no country, 112 stands alone: it works in most of Europe and from mobile telephones
in many places beyond.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ELSEWHERE = "*"


@dataclass(frozen=True)
class HelpNumber:
    number: str  # as it is written
    about: dict[str, str]  # what it is for, by language
    takes_texts: bool = False
    takes_calls: bool = True

    @property
    def dialled(self) -> str:
        return "".join(self.number.split())


def numbers_of(country: str) -> tuple[HelpNumber, ...]:
    """The most urgent ones first."""
    known = _known()
    return known.get(country, known[ELSEWHERE])


@cache
def _known() -> dict[str, tuple[HelpNumber, ...]]:
    told = json.loads((Path(__file__).parent / "numbers.json").read_text("utf-8"))
    return {country: tuple(HelpNumber(**each) for each in rows) for country, rows in told.items()}
