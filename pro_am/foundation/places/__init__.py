"""Where things are: towns by name, what lies around them, and how far. Works offline."""

from pro_am.foundation.places.distance import coarse, distance_km
from pro_am.foundation.places.gazetteer import (
    Point,
    Town,
    find_town,
    suggest_towns,
    town,
    towns_around,
)

__all__ = [
    "Point",
    "Town",
    "coarse",
    "distance_km",
    "find_town",
    "suggest_towns",
    "town",
    "towns_around",
]
