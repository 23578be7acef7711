"""How many searches one may save, what they are called, and how often they write."""

import enum
from collections.abc import Iterable
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

MOST = 50
LONGEST_NAME = 80
LONGEST_ASKED = 1000  # characters of an address's query
LETTER_HOUR = 8  # of the day on the member's clock: when daily letters are written
BETWEEN_LETTERS = timedelta(minutes=15)  # of one saved search, so that many news are one letter
WAITS = timedelta(days=30)  # a find that cannot be told yet; then nobody is waiting any more


class Pace(enum.StrEnum):
    AT_ONCE = "at_once"
    DAILY = "daily"
    OFF = "off"


PACES = {
    Pace.AT_ONCE: mark("a letter at once"),
    Pace.DAILY: mark("a letter a day"),
    Pace.OFF: mark("no letters"),
}


class EnoughSaved(Refusal):
    message = mark("You have saved %(most)s searches, which is the most. Delete one first.")


class NothingAsked(Refusal):
    message = mark("Search for something first: words, a place, or any other filter.")


class AskedTooMuch(Refusal):
    message = mark("This search is too long to be saved. Take some filters away first.")


def check_saving(asked: str, saved: int) -> None:
    if not asked:
        raise NothingAsked
    if len(asked) > LONGEST_ASKED:
        raise AskedTooMuch
    if saved >= MOST:
        raise EnoughSaved(most=MOST)


def proposed_name(filters: Iterable[str]) -> str:
    """The filters in use, in words: what it is called until somebody calls it otherwise."""
    return called(", ".join(filters))


def called(name: str) -> str:
    """On one line, and not too long."""
    name = " ".join(name.split())
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def is_due(pace: Pace, told: datetime | None, now: datetime) -> bool:
    """Whether a letter may be written; both moments are on the member's clock, with its zone."""
    if pace is Pace.AT_ONCE:
        return told is None or now - told >= BETWEEN_LETTERS
    is_morning = now.hour >= LETTER_HOUR
    return pace is Pace.DAILY and is_morning and (told is None or now.date() > told.date())
