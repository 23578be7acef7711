"""How reading a calendar went, in words for whoever keeps it."""

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from pro_am.calendar_sources.rules.troubles import SKIPPED, Remark, Trouble
from pro_am.foundation.words import mark

MOST_REMARKS = 200  # kept
SHOWN_REMARKS = 20


class Problem(enum.StrEnum):
    """Why a calendar could not be read the last time."""

    UNREACHABLE = "unreachable"
    ANSWERED_BADLY = "answered_badly"
    TOO_LARGE = "too_large"
    NO_CALENDAR = "no_calendar"
    TOO_MUCH_WORK = "too_much_work"


WORDS = {
    Problem.UNREACHABLE: mark(
        "We get no answer from this address. Is it still the right one, and open without a sign-in?"
    ),
    Problem.ANSWERED_BADLY: mark(
        "The address answers with an error (%(status)s). Has its secret link been changed?"
    ),
    Problem.TOO_LARGE: mark("The calendar is larger than 5 MB."),
    Problem.NO_CALENDAR: mark("What we found there is no calendar, but perhaps a page about one."),
    Problem.TOO_MUCH_WORK: mark("The calendar takes too much work to read."),
}


@dataclass(frozen=True)
class Doubts:
    """What was left out of a calendar, and what was read with a doubt."""

    skipped: list[Remark]
    others: list[Remark]


def doubts(remarks: Iterable[Sequence[object]]) -> Doubts:
    """From remarks as they are stored."""
    known = [Remark(int(str(line)), Trouble(str(trouble))) for line, trouble in remarks]
    return Doubts(
        [each for each in known if each.trouble in SKIPPED],
        [each for each in known if each.trouble not in SKIPPED],
    )


def masked(url: str) -> str:
    """Where it is kept; what follows is the secret."""
    return f"{urlsplit(url).hostname}/…"
