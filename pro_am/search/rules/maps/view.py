"""What part of the earth a map shows, and where on the drawing a place is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, radians

from pro_am.foundation.places.clipping import XY, Box
from pro_am.foundation.places.distance import EARTH_RADIUS_KM
from pro_am.foundation.places.gazetteer import Point
from pro_am.search.rules.documents import Area

WIDTH, HEIGHT = 420, 520
MARGIN = 34  # half a pin and a little more
RINGS = (2, 5, 10, 25, 50, 100)  # km
LEAST_KM = 5  # from the middle to the edge, when nobody is far away
FARTHEST_NORTH = 85.0  # beyond, a flat map says nothing
KM_PER_DEGREE = radians(1) * EARTH_RADIUS_KM


@dataclass(frozen=True)
class View:
    """The earth around a point, flat: right enough for the few hundred kilometres of a community.

    Distances from the middle are true along its latitude and its longitude.
    """

    lat: float
    lon: float
    scale: float
    """Units of the drawing for a kilometre."""

    def place(self, point: Point) -> XY:
        x = _turned(point[1] - self.lon) * self._km_per_degree_east * self.scale
        y = (point[0] - self.lat) * KM_PER_DEGREE * self.scale
        return WIDTH / 2 + x, HEIGHT / 2 - y

    @property
    def box(self) -> Box:
        """In degrees, with a little around it."""
        east = (WIDTH / 2 + MARGIN) / self.scale / self._km_per_degree_east
        north = (HEIGHT / 2 + MARGIN) / self.scale / KM_PER_DEGREE
        return Box(self.lon - east, self.lat - north, self.lon + east, self.lat + north)

    @property
    def area(self) -> Area:
        """What is shown, to about a hundred metres."""
        high = HEIGHT / 2 / self.scale / KM_PER_DEGREE
        wide = min(WIDTH / 2 / self.scale / self._km_per_degree_east, 179.9)
        south, north = max(-90.0, self.lat - high), min(90.0, self.lat + high)
        west, east = (round((self.lon + x + 180) % 360 - 180, 3) for x in (-wide, wide))
        return Area(round(south, 3), west, round(north, 3), east)

    @property
    def reach_km(self) -> float:
        """From the middle to a corner."""
        return hypot(WIDTH, HEIGHT) / 2 / self.scale

    @property
    def _km_per_degree_east(self) -> float:
        return KM_PER_DEGREE * cos(radians(self.lat))


def _turned(degrees: float) -> float:
    """Of two ways round the earth the shorter."""
    return (degrees + 180) % 360 - 180 if abs(degrees) > 180 else degrees


def view_around(center: Point, points: Sequence[Point]) -> tuple[View, list[int]]:
    """The place that was asked in the middle, and around it the rings that hold all the points.

    The rings are in kilometres; on the map of a place where nobody is, they tell how large it is.
    """
    lat = _flat(center[0])
    near = View(lat, center[1], 1.0)
    offsets = [(x - WIDTH / 2, y - HEIGHT / 2) for x, y in map(near.place, points)]
    farthest = max((hypot(*offset) for offset in offsets), default=0)
    outer = next((km for km in RINGS if km >= max(farthest, LEAST_KM)), None)
    reach = outer or farthest
    inner = [km for km in RINGS if km < reach][-1:]
    scale = (WIDTH / 2 - MARGIN) / reach
    return View(lat, center[1], scale), inner + ([outer] if outer else [])


def view_of(points: Sequence[Point]) -> View:
    """All of the points, when no place was asked: at least one is needed."""
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    lat, lon = _flat((min(lats) + max(lats)) / 2), (min(lons) + max(lons)) / 2
    near = View(lat, lon, 1.0)
    placed = [near.place(point) for point in points]
    wide = max(LEAST_KM, *(abs(x - WIDTH / 2) for x, _ in placed))
    high = max(LEAST_KM, *(abs(y - HEIGHT / 2) for _, y in placed))
    return View(lat, lon, min((WIDTH / 2 - MARGIN) / wide, (HEIGHT / 2 - MARGIN) / high))


def view_in(area: Area) -> View:
    """Just this part of the map."""
    wide, high = (area.east - area.west) % 360, area.north - area.south
    lon = (area.west + wide / 2 + 180) % 360 - 180
    flat = View(_flat((area.south + area.north) / 2), lon, 1.0)
    km_wide = max(wide * flat._km_per_degree_east, 0.1)
    return replace(flat, scale=min(WIDTH / km_wide, HEIGHT / (high * KM_PER_DEGREE)))


def _flat(lat: float) -> float:
    return max(-FARTHEST_NORTH, min(FARTHEST_NORTH, lat))
