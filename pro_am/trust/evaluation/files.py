"""Reading networks of ratings, and who in them is known for a fraud or for honest."""

import csv
import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from pro_am.trust.rules.arrays import Booleans, Floats, Integers
from pro_am.trust.rules.broken_file import BrokenFile, text_of

RATING_COLUMNS: Final = ("rater", "rated", "rating", "time")
LABEL_COLUMNS: Final = ("member", "label")
MOST: Final = 10  # ratings are -10..10
DAY: Final = 86_400  # seconds
LATEST: Final = 1e11  # seconds: the year 5138


@dataclass(frozen=True)
class Ratings:
    """Who rated whom, one per place in every array, in the order of the file.

    Members are counted from 0; `names` has the number of each in the file.
    """

    names: Integers
    rater: Integers
    rated: Integers
    x: Floats  # in [-1, 1]
    days: Floats

    def __len__(self) -> int:
        return len(self.x)

    @property
    def members(self) -> int:
        return len(self.names)

    def only(self, places: Booleans) -> "Ratings":
        """Those at some places; everybody stays a member."""
        return replace(
            self,
            rater=self.rater[places],
            rated=self.rated[places],
            x=self.x[places],
            days=self.days[places],
        )


@dataclass(frozen=True)
class Labels:
    """The members of whom the truth is known, and whether they are frauds."""

    members: Integers
    is_fraud: Booleans

    def only(self, places: Booleans) -> "Labels":
        return Labels(self.members[places], self.is_fraud[places])


def read_ratings(content: bytes) -> Ratings:
    """Lines of rater, rated, rating (-10..10), time (seconds). Raises BrokenFile."""
    members, numbers = [], []
    for line, (rater, rated, rating, time) in _lines(content, RATING_COLUMNS):
        stars = _number(line, "rating", rating, -MOST, MOST)
        who, whom = _member(line, "rater", rater), _member(line, "rated", rated)
        if who == whom:
            raise BrokenFile(line, f"the member {who} rates themselves")
        members.append((who, whom))
        numbers.append((stars / MOST, _number(line, "time", time, 0, LATEST) / DAY))
    names, place = np.unique(np.array(members, dtype=np.int64), return_inverse=True)
    place = place.reshape(-1, 2).astype(np.int32)
    x, days = np.array(numbers).T
    return Ratings(names, place[:, 0], place[:, 1], x, days)


def read_labels(content: bytes, ratings: Ratings) -> Labels:
    """Lines of member, label: 1 for honest, -1 for a fraud. Raises BrokenFile."""
    place = {name: number for number, name in enumerate(ratings.names.tolist())}
    frauds: dict[int, bool] = {}
    for line, (member, label) in _lines(content, LABEL_COLUMNS):
        name, found = _member(line, "member", member), _number(line, "label", label, -1, 1)
        if name not in place:
            raise BrokenFile(line, f"the member {name} is in no rating")
        if found == 0 or not found.is_integer():
            raise BrokenFile(line, f"the label {label} is neither 1 (honest) nor -1 (fraud)")
        if place[name] in frauds:
            raise BrokenFile(line, f"the member {name} has two labels")
        frauds[place[name]] = found < 0
    for kind, is_missing in (("fraud", not any(frauds.values())), ("honest", all(frauds.values()))):
        if is_missing:
            raise BrokenFile(line, f"nobody is labelled {kind}: there is nothing to compare")
    return Labels(np.array(list(frauds)), np.array(list(frauds.values())))


def _lines(content: bytes, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The lines and their numbers; a first one without any number is a heading."""
    reader = csv.reader(io.StringIO(text_of(content), newline=""))
    found = 0
    try:
        for row in reader:
            fields = [field.strip() for field in row]
            is_heading = reader.line_num == 1 and not any(_is_number(field) for field in fields)
            if not any(fields) or is_heading:
                continue
            if len(fields) != len(columns):
                raise BrokenFile(
                    reader.line_num,
                    f"{len(fields)} columns instead of {len(columns)}: {', '.join(columns)}",
                )
            found += 1
            yield reader.line_num, fields
    except csv.Error as fault:
        raise BrokenFile(reader.line_num, f"this is not CSV: {fault}") from None
    if not found:
        raise BrokenFile(max(reader.line_num, 1), "nothing follows the heading")


def _is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def _number(line: int, column: str, text: str, least: float, most: float) -> float:
    if not _is_number(text):
        raise BrokenFile(line, f"{column}: {text[:40]!r} is not a number")
    if not least <= float(text) <= most:
        raise BrokenFile(line, f"{column}: {text[:40]} is not from {least:.0f} to {most:.0f}")
    return float(text)


def _member(line: int, column: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 18):
        raise BrokenFile(line, f"{column}: {text[:40]!r} is not the number of a member")
    return int(text)
