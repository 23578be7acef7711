"""Squares of the map as terms, so that a search near a place reads only the squares around it.

Two levels: squares of 0.1 degree (about 11 km from south to north) for the usual search, of 0.5
degree for a wide one. Squares only narrow down: the exact distance decides.
"""

from collections.abc import Iterator, Sequence
from math import asin, ceil, cos, degrees, floor, radians, sin

from pro_am.foundation.places.distance import EARTH_RADIUS_KM
from pro_am.search.rules.documents import Area

LEVELS = (10, 2)  # squares in a degree
HALF = 180  # degrees, around the earth
MOST_SQUARES = 120  # beyond, the next level; beyond at the last, looking everywhere is cheaper


def squares_of(lat: float, lon: float, levels: Sequence[int] = LEVELS) -> list[str]:
    """The square of each level that holds the point."""
    return [_name(level, floor(lat * level), floor(lon * level)) for level in levels]


def squares_around(
    lat: float, lon: float, km: float, levels: Sequence[int] = LEVELS
) -> list[str] | None:
    """Squares that together hold every point within `km`; None when that would be too many."""
    around = _reaches(lat, km)
    if around is None:
        return None
    reach, lon_reach = around
    for level in levels:
        rows = range(floor((lat - reach) * level), ceil((lat + reach) * level))
        columns = range(floor((lon - lon_reach) * level), ceil((lon + lon_reach) * level))
        if len(rows) * len(columns) <= MOST_SQUARES:
            return list(_names(level, rows, columns))
    return None


def area_around(lat: float, lon: float, km: float) -> Area | None:
    """An area that holds every point within `km`; None where every longitude would be."""
    around = _reaches(lat, km)
    if around is None or around[1] >= HALF:
        return None
    reach, lon_reach = around
    return Area(lat - reach, _turned(lon - lon_reach), lat + reach, _turned(lon + lon_reach))


def _turned(lon: float) -> float:
    return (lon + HALF) % (2 * HALF) - HALF


def _reaches(lat: float, km: float) -> tuple[float, float] | None:
    """How many degrees of latitude and of longitude `km` are at most; None near a pole."""
    reach = degrees(km / EARTH_RADIUS_KM) + 1e-6
    if abs(lat) + reach >= 90:
        return None  # a pole is near: every longitude is
    return reach, degrees(asin(sin(radians(reach)) / cos(radians(lat)))) + 1e-6


def _names(level: int, rows: range, columns: range) -> Iterator[str]:
    return (_name(level, row, column) for row in rows for column in columns)


def _name(level: int, row: int, column: int) -> str:
    around = 360 * level  # 180 degrees east is 180 degrees west
    return f"square{level}:{row},{(column + around // 2) % around - around // 2}"
