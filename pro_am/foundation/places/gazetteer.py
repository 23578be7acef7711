"""Towns from the file that ships with the product: offline, read-only, one connection a thread."""

import re
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, floor, radians
from pathlib import Path
from typing import Any

from pro_am.foundation.places.distance import coarse, distance_km
from pro_am.foundation.places.names import fold, fold_beginning

FILE = Path(__file__).with_name("towns.sqlite")

CELLS_PER_DEGREE = 2
CELLS_PER_ROW = 360 * CELLS_PER_DEGREE
KM_PER_DEGREE = 111.2
LONGEST_TEXT = 100  # characters; the longest name in the file has half of that
MANY = 60  # towns of one name or postcode, or names of one town
SHORTEST_BEGINNING = 3  # letters before the beginning of a name is taken for the whole
# Looked at in this order until there are enough: large towns are few, and quickly found.
LARGE_MEDIUM_ANY = (20_000, 2_000, 0)  # inhabitants

POSTCODE = re.compile(r"\d{5}")
KEPT_KB = 256  # of the file, by each thread; the system has the rest at hand
LAST = "\x7f"  # sorts after every letter of a folded name
SELECT_TOWNS = """
    SELECT towns.id, towns.name, region, country, lat, lon, population, time_zones.name, approximate
    FROM towns JOIN time_zones ON time_zones.id = time_zone """
# Gravity: inhabitants over squared distance, in cells; within a cell, nearer is not better. Without
# a place to start from, north and east are 0 and inhabitants alone count.
NORTH, EAST = f"(cell / {CELLS_PER_ROW} - :row)", f"(cell % {CELLS_PER_ROW} - :column)"
PULL = f"weight / (1.0 + :north * {NORTH} * {NORTH} + :east * {EAST} * {EAST})"

Point = tuple[float, float]  # latitude and longitude, degrees

_of_this_thread = threading.local()


@dataclass(frozen=True, slots=True)
class Town:
    """A town, told as exactly as anybody may know: its centre rounded to 0.01 degree (1 km).

    `id` is its GeoNames id; negative for small French communes that GeoNames lacks, whose centre is
    then the middle of their located neighbours (`approximate`). `region` is the French department
    or the American state, elsewhere empty; `country` is ISO 3166-1 alpha-2.
    """

    id: int
    name: str
    region: str
    country: str
    lat: float
    lon: float
    population: int
    time_zone: str
    approximate: bool

    @property
    def label(self) -> str:
        """`Nantes (44)`, `Geneva (CH)`, `Springfield (IL, US)`: `find_town` reads it back."""
        if self.country == "FR":
            return f"{self.name} ({self.region})"
        return f"{self.name} ({', '.join(filter(None, (self.region, self.country)))})"

    @property
    def point(self) -> Point:
        return self.lat, self.lon


def town(town_id: int) -> Town | None:
    found = _towns("WHERE towns.id = :id", {"id": town_id})
    return found[0] if found else None


def find_town(text: str, near: Point | None = None) -> Town | None:
    """The town a person most likely means by what they typed: a name, a postcode, both, a label.

    Among towns of one name the larger wins; with `near`, the one that pulls more.
    """
    text = text[:LONGEST_TEXT]
    candidates = _called(fold(text), near) or _described(text, near)
    if not candidates and len(fold(text)) >= SHORTEST_BEGINNING:
        candidates = suggest_towns(text, limit=1, near=near)
    return candidates[0] if candidates else None


def suggest_towns(prefix: str, limit: int = 8, near: Point | None = None) -> list[Town]:
    """Towns whose name or postcode begins as typed, those of exactly that name first.

    Then by inhabitants or, with `near`, by how much they pull: worth giving wherever it is known,
    or a community in Nantes is offered Nanjing first.
    """
    beginnings = fold_beginning(prefix[:LONGEST_TEXT])
    if not beginnings:
        return []
    if beginnings[0].isdigit():
        return _with_postcode(beginnings[0], beginnings[0] + LAST, limit)
    called = [each for beginning in beginnings for each in _called(beginning, near)]
    exact = [each for each in called if fold(each.name) in beginnings]
    begun = _spelled([(each, each + LAST) for each in beginnings], near, limit)
    return list(dict.fromkeys([*exact, *begun]))[:limit]


def towns_around(lat: float, lon: float, km: float, limit: int) -> list[Town]:
    """The largest towns within `km` of a point, largest first; the date line ends the view."""
    cells = ",".join(map(str, _cells_around(lat, lon, km)))
    found: list[Town] = []
    for least in LARGE_MEDIUM_ANY:
        rows = _towns(
            f"WHERE cell IN ({cells}) AND population >= :least ORDER BY population DESC",
            {"least": least},
        )
        found = [each for each in rows if distance_km(lat, lon, *each.point) <= km]
        if len(found) >= limit:
            break
    return found[:limit]


def cell_of(lat: float, lon: float) -> int:
    """The number of a point's half-degree cell: from west to east, then from south to north."""
    row = floor((lat + 90) * CELLS_PER_DEGREE)
    column = floor((lon + 180) * CELLS_PER_DEGREE)
    return row * CELLS_PER_ROW + min(column, CELLS_PER_ROW - 1)


def _cells_around(lat: float, lon: float, km: float) -> Iterator[int]:
    height = km / KM_PER_DEGREE
    width = height / max(0.01, cos(radians(min(90.0, abs(lat) + height))))
    south, north = max(-90.0, lat - height), min(90.0, lat + height)
    west, east = max(-180.0, lon - width), min(180.0, lon + width)
    first = cell_of(south, west)
    across = cell_of(south, east) - first
    for row_begins in range(first, cell_of(north, west) + 1, CELLS_PER_ROW):
        yield from range(row_begins, row_begins + across + 1)


def _called(folded: str, near: Point | None) -> list[Town]:
    if POSTCODE.fullmatch(folded):
        return _with_postcode(folded, folded, MANY)
    return _spelled([(folded, folded)], near, MANY)


def _spelled(spans: list[tuple[str, str]], near: Point | None, limit: int) -> list[Town]:
    """Ranked in the table of spellings alone, so that `s` stays nearly as fast as `sautron`."""
    within = " UNION ALL ".join(
        f"SELECT town, {PULL} AS pull FROM spellings WHERE folded BETWEEN :first{n} AND :last{n}"  # noqa: S608
        for n in range(len(spans))
    )
    values = {f"first{n}": first for n, (first, _) in enumerate(spans)}
    values |= {f"last{n}": last for n, (_, last) in enumerate(spans)}
    return _towns(
        f"""JOIN (SELECT town, pull FROM ({within}) ORDER BY pull DESC LIMIT :spellings)
              ON town = towns.id GROUP BY towns.id ORDER BY max(pull) DESC LIMIT :limit""",  # noqa: S608
        {"spellings": limit + MANY, "limit": limit, **values, **_where_from(near)},
    )


def _with_postcode(first: str, last: str, limit: int) -> list[Town]:
    return _towns(
        """JOIN postcodes ON town = towns.id WHERE postcode BETWEEN :first AND :last
           GROUP BY towns.id ORDER BY population DESC LIMIT :limit""",
        {"first": first, "last": last, "limit": limit},
    )


def _described(text: str, near: Point | None) -> list[Town]:
    """Read `44000 Nantes`, `Nantes, 44`, `Springfield (IL, US)`: a name, and where it is."""
    words = fold(text).split()
    for postcode in filter(POSTCODE.fullmatch, words):
        name = " ".join(word for word in words if word != postcode)
        there = _called(postcode, near)
        return [each for each in there if fold(each.name).startswith(name)] or there
    for length in (len(words) - 1, len(words) - 2):
        where = {word.upper() for word in words[length:]}
        found = _called(" ".join(words[:length]), near) if length > 0 else []
        if there := [each for each in found if where <= {each.region, each.country}]:
            return there
    return []


def _where_from(near: Point | None) -> dict[str, float]:
    if near is None:
        return {"row": 0, "column": 0, "north": 0.0, "east": 0.0}
    row, column = divmod(cell_of(*near), CELLS_PER_ROW)
    return {"row": row, "column": column, "north": 1.0, "east": cos(radians(near[0])) ** 2}


def _towns(tail: str, values: Mapping[str, object]) -> list[Town]:
    return [_town(row) for row in _connection().execute(SELECT_TOWNS + tail, values)]


def _town(row: tuple[Any, ...]) -> Town:
    town_id, name, region, country, lat, lon, population, time_zone, approximate = row
    point = coarse(lat / 10_000, lon / 10_000)
    return Town(town_id, name, region, country, *point, population, time_zone, bool(approximate))


def _connection() -> sqlite3.Connection:
    """This thread's own: a connection is cheap, the pages of the file are shared by the system."""
    if not hasattr(_of_this_thread, "connection"):
        _of_this_thread.connection = sqlite3.connect(
            f"{FILE.as_uri()}?mode=ro&immutable=1", uri=True
        )
        _of_this_thread.connection.execute(f"PRAGMA cache_size={-KEPT_KB}")
    connection: sqlite3.Connection = _of_this_thread.connection
    return connection
