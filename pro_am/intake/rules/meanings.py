"""Pure: what an answer stands for when somebody is looked for.

The operator writes it behind a choice as `speciality: running, when: evenings`.
"""

import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pro_am.foundation.words import mark
from pro_am.profiles.rules import SPOKEN


class Kind(enum.StrEnum):
    SPECIALITY = "speciality"  # of the craft, by its slug
    LEVEL = "level"
    STYLE = "style"
    MINUTES = "minutes"  # a week, at most
    WHEN = "when"
    PLACE = "place"
    PRICE = "price"  # at most, in whole units of the community's currency
    LANGUAGE = "language"


class Level(enum.StrEnum):
    STARTING = "starting"
    RETURNING = "returning"
    PRACTISED = "practised"


class Style(enum.StrEnum):
    GENTLE = "gentle"
    PLAYFUL = "playful"
    STRUCTURED = "structured"
    DEMANDING = "demanding"


class When(enum.StrEnum):
    MORNINGS = "mornings"
    MIDDAYS = "middays"
    EVENINGS = "evenings"
    WEEKENDS = "weekends"


class Place(enum.StrEnum):
    ONLINE = "online"
    NEAR = "near"


LEVELS: dict[str, str] = {
    Level.STARTING: mark("starting out"),
    Level.RETURNING: mark("taking it up again"),
    Level.PRACTISED: mark("used to it"),
}
STYLES: dict[str, str] = {
    Style.GENTLE: mark("gentle"),
    Style.PLAYFUL: mark("playful"),
    Style.STRUCTURED: mark("structured"),
    Style.DEMANDING: mark("demanding"),
}
_NUMBERS = {Kind.MINUTES, Kind.PRICE}
_WORDS: dict[Kind, frozenset[str]] = {
    Kind.LEVEL: frozenset(Level),
    Kind.STYLE: frozenset(Style),
    Kind.WHEN: frozenset(When),
    Kind.PLACE: frozenset(Place),
    Kind.LANGUAGE: frozenset(SPOKEN),
}
_NUMBER = re.compile(r"[0-9]{1,5}")
_SLUG = re.compile(r"[a-z0-9-]{1,60}")


@dataclass(frozen=True)
class Meaning:
    kind: Kind
    value: str

    @property
    def number(self) -> int:
        return int(self.value)


class NotUnderstood(ValueError):  # noqa: N818 - it reads as a word of the product
    """A part of what was written; its text is that part."""


def meanings_from(text: str) -> tuple[Meaning, ...]:
    """Raises NotUnderstood with the part that is none."""
    return tuple(_meaning(part.strip()) for part in text.split(",") if part.strip())


def as_text(meanings: Iterable[Meaning]) -> str:
    return ", ".join(f"{each.kind}: {each.value}" for each in meanings)


def kinds_with_words() -> dict[str, list[str]]:
    """What may be written, for the operator's page: by kind, its values when they are few."""
    return {kind.value: sorted(_WORDS.get(kind, ())) for kind in Kind}


def _meaning(part: str) -> Meaning:
    name, colon, value = (each.strip().lower() for each in part.partition(":"))
    if not colon or name not in set(Kind):
        raise NotUnderstood(part)
    kind = Kind(name)
    if not _fits(kind, value):
        raise NotUnderstood(part)
    return Meaning(kind, value)


def _fits(kind: Kind, value: str) -> bool:
    if kind in _NUMBERS:
        return bool(_NUMBER.fullmatch(value))
    return value in _WORDS[kind] if kind in _WORDS else bool(_SLUG.fullmatch(value))
