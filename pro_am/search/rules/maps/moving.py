"""Parts of the map beside, inside and around the one that is shown."""

from pro_am.search.rules.documents import Area

LEAST_DEGREES, MOST_DEGREES = 0.02, 24.0  # from south to north
STEP = 0.5  # of what is shown
NORTHMOST = 85.0


def moves(area: Area) -> dict[str, Area]:
    """North, west, east, south, closer and wider; those left out would lead nowhere new."""
    high, wide = area.north - area.south, _wide(area)
    found = {
        "north": _shifted(area, STEP * high, 0),
        "west": _shifted(area, 0, -STEP * wide),
        "east": _shifted(area, 0, STEP * wide),
        "south": _shifted(area, -STEP * high, 0),
        "closer": _grown(area, 0.5) if high / 2 >= LEAST_DEGREES else area,
        "wider": _grown(area, 2.0) if high * 2 <= MOST_DEGREES else area,
    }
    return {name: other for name, other in found.items() if other != area}


def is_drawable(area: Area) -> bool:
    """Whether a flat map says something of it; otherwise only what was found there is shown."""
    return area.north - area.south <= MOST_DEGREES and _wide(area) <= 2 * MOST_DEGREES


def _wide(area: Area) -> float:
    return (area.east - area.west) % 360


def _shifted(area: Area, north: float, east: float) -> Area:
    """Never further towards a pole than a flat map reaches."""
    if north > 0:
        north = max(0, min(NORTHMOST - area.north, north))
    elif north < 0:
        north = min(0, max(-NORTHMOST - area.south, north))
    return _area(area.south + north, area.west + east, area.north + north, area.east + east)


def _grown(area: Area, factor: float) -> Area:
    high = (area.north - area.south) * (factor - 1) / 2
    wide = _wide(area) * (factor - 1) / 2
    south, north = max(-90.0, area.south - high), min(90.0, area.north + high)
    return _area(south, area.west - wide, north, area.east + wide)


def _area(south: float, west: float, north: float, east: float) -> Area:
    return Area(round(south, 3), _longitude(west), round(north, 3), _longitude(east))


def _longitude(degrees: float) -> float:
    return round((degrees + 180) % 360 - 180, 3)
