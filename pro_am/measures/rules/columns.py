"""What the columns of a table mean, by their names in French or English."""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pro_am.measures.rules.kinds import SeriesKind

WHEN, NOTE, SKIP = "when", "note", "skip"
NEW = "new-"  # and a kind: begins a series

_NAMES: dict[str, str] = {
    WHEN: "date|jour|day|when|quand|moment|timestamp|horodatage|date heure|date time|datetime"
    "|date et heure|date and time|start time|debut|start",
    NOTE: "note|notes|comment|comments|commentaire|commentaires|remarque|remark|remarks",
    SeriesKind.WEIGHT: "weight|poids|masse|body weight|poids corporel|body mass",
    SeriesKind.STEPS: "steps|pas|step count|nombre de pas|number of steps|steps count",
    SeriesKind.MINUTES: "minutes|duree|duration|minutes of movement|minutes de mouvement"
    "|active minutes|minutes actives|temps actif|moving time",
    SeriesKind.DISTANCE: "distance|km|kilometres|kilometers|distance parcourue",
}
MEANINGS: dict[str, str] = {
    name: meaning for meaning, names in _NAMES.items() for name in names.split("|")
}
# What a unit in a header is worth in the unit that is kept.
FACTORS: dict[SeriesKind, dict[str, str]] = {
    SeriesKind.WEIGHT: {"kg": "1", "g": "0.001", "lb": "0.45359237", "lbs": "0.45359237"},
    SeriesKind.MINUTES: {"min": "1", "mn": "1", "minutes": "1", "h": "60", "hours": "60"}
    | {"heures": "60", "s": "0.016666666667", "sec": "0.016666666667"},
    SeriesKind.DISTANCE: {"km": "1", "m": "0.001", "mi": "1.609344", "miles": "1.609344"},
}
_UNIT = re.compile(r"[(\[]\s*([^()\[\]]+?)\s*[)\]]\s*$")


class Known(NamedTuple):
    """A series that is there."""

    public_id: str
    kind: SeriesKind
    name: str


class Column(NamedTuple):
    meaning: str  # WHEN, NOTE, SKIP, the id of a series, or NEW with a kind
    kind: SeriesKind | None
    factor: Decimal = Decimal(1)


def bare(name: str) -> str:
    """`Poids (kg)` as `poids`: without its unit, accents and whatever is no word."""
    plain = unicodedata.normalize("NFKD", _UNIT.sub("", name)).casefold()
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return " ".join(re.findall(r"[^\W_]+", letters))


def unit_in(name: str) -> str:
    found = _UNIT.search(name)
    return found[1] if found else ""


def guess(header: Sequence[str], known: Sequence[Known]) -> list[str]:
    """The meaning of each column; of two that mean the same the first one does."""
    by_name = {bare(each.name): each.public_id for each in known}
    by_kind: dict[SeriesKind, str] = {
        each.kind: each.public_id for each in known if each.kind is not SeriesKind.OTHER
    }
    found: list[str] = []
    for name in header:
        word = bare(name)
        meant = MEANINGS.get(word, SKIP)
        if isinstance(meant, SeriesKind):
            meant = by_kind.get(meant) or f"{NEW}{meant}"
        meaning = by_name.get(word) or meant
        found.append(SKIP if meaning in found else meaning)
    return found


def understood(
    header: Sequence[str], meanings: Sequence[str], known: Sequence[Known]
) -> list[Column]:
    """The columns with the kind of their values, and what their unit is worth."""
    kinds: dict[str, SeriesKind] = {each.public_id: each.kind for each in known}
    kinds |= {f"{NEW}{kind}": kind for kind in SeriesKind}
    columns = []
    for name, meaning in zip(header, meanings, strict=True):
        kind = kinds.get(meaning)
        factor = FACTORS.get(kind, {}).get(unit_in(name).casefold(), "1") if kind else "1"
        columns.append(Column(meaning, kind, Decimal(factor)))
    return columns
