"""Reading what was looked for in vain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, case, func, select, tuple_

from pro_am.foundation.database import db
from pro_am.search.asked.models import AskedSearch, StruckWords
from pro_am.search.asked.rules import LEAST_ASKINGS, LEAST_DAYS

_WHAT = (AskedSearch.words, AskedSearch.craft, AskedSearch.speciality)
_IN_VAIN = func.sum(AskedSearch.in_vain)
_DAYS_IN_VAIN = func.count(func.distinct(case((AskedSearch.in_vain > 0, AskedSearch.day))))


@dataclass(frozen=True)
class Want:
    """What people looked for, and how often nobody was found."""

    words: str
    shown: str
    craft: str
    speciality: str
    in_vain: int
    times: int
    days: int
    is_struck: int
    """1 when a moderator keeps it off the public page."""

    @property
    def what(self) -> tuple[str, str, str]:
        return self.words, self.craft, self.speciality


def unmet(since: date, most: int) -> list[Want]:
    """What may be shown to everybody, the most wanted first."""
    of_everybody = (_IN_VAIN >= LEAST_ASKINGS) & (_DAYS_IN_VAIN >= LEAST_DAYS)
    return _wants(since, most, of_everybody, struck=False)


def in_vain(since: date, most: int) -> list[Want]:
    """For moderators: from the second asking on, and what they struck, too."""
    return _wants(since, most, _IN_VAIN >= 2, struck=True)


def towns_of(
    wants: Sequence[Want], since: date, least: int = LEAST_ASKINGS
) -> dict[tuple[str, str, str], list[tuple[int, int]]]:
    """Where each was looked for, with how often in vain, the most often first."""
    if not wants:
        return {}
    rows = db.session.execute(
        select(*_WHAT, AskedSearch.town_id, _IN_VAIN)
        .where(
            AskedSearch.day >= since,
            AskedSearch.town_id != 0,
            tuple_(*_WHAT).in_([each.what for each in wants]),
        )
        .group_by(*_WHAT, AskedSearch.town_id)
        .having(least <= _IN_VAIN)
        .order_by(_IN_VAIN.desc(), AskedSearch.town_id)
    )
    found: dict[tuple[str, str, str], list[tuple[int, int]]] = {}
    for words, craft, speciality, town_id, times in rows:
        found.setdefault((words, craft, speciality), []).append((town_id, times))
    return found


def _wants(since: date, most: int, shown: ColumnElement[bool], *, struck: bool) -> list[Want]:
    is_struck = AskedSearch.words.in_(select(StruckWords.words))
    asked = (
        select(
            AskedSearch.words,
            func.max(AskedSearch.shown),  # accents sort behind bare letters
            AskedSearch.craft,
            AskedSearch.speciality,
            _IN_VAIN,
            func.sum(AskedSearch.times),
            _DAYS_IN_VAIN,
            func.max(case((is_struck, 1), else_=0)),
        )
        .where(
            AskedSearch.day >= since,
            (AskedSearch.words != "") | (AskedSearch.craft != "") | (AskedSearch.speciality != ""),
        )
        .group_by(*_WHAT)
        .having(shown)
        .order_by(_IN_VAIN.desc(), *_WHAT)
        .limit(most)
    )
    if not struck:
        asked = asked.where(~is_struck)
    return [Want(*row) for row in db.session.execute(asked)]
