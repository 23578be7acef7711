"""How far two points of the earth are from each other, and how exactly a place may be told."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088  # mean radius R1 of the GRS80 ellipsoid (IUGG)


def distance_km(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """Great-circle distance of two points in degrees: the haversine formula (Sinnott 1984)."""
    lat_from, lat_to = radians(a_lat), radians(b_lat)
    half_lat = sin((lat_to - lat_from) / 2)
    half_lon = sin(radians(b_lon - a_lon) / 2)
    square = half_lat * half_lat + cos(lat_from) * cos(lat_to) * half_lon * half_lon
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(square)))  # rounding may pass 1 at antipodes


def coarse(lat: float, lon: float) -> tuple[float, float]:
    """The point rounded to 0.01 degree, about 1 km: as exact as an index or a page may be."""
    return round(lat, 2), round(lon, 2)
