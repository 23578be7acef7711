"""What Whoosh stores of an offer: its words, what it has or has not, and a row of plain facts."""

from typing import Any

import numpy as np
from whoosh.columns import FixedBytesColumn
from whoosh.fields import COLUMN, ID, KEYWORD, Schema

from pro_am.profiles.rules import PlaceMode
from pro_am.search.rules.documents import TRAVELLING, SearchDocument, weighted_terms

DEGREE = 10_000  # degrees are stored in parts of 11 m
NO_PLACE = 2**31 - 1  # where a latitude is stored

# One row for each offer of a segment, fixed in length.
FACTS = np.dtype(
    [
        ("offer_id", "<i8"),
        ("price_minor", "<i8"),
        ("lat", "<i4"),
        ("lon", "<i4"),
        ("radius_km", "<i4"),
        ("length", "<i4"),
        ("seats_least", "<i4"),
        ("seats_most", "<i4"),
        ("trust", "<i2"),
        ("place_modes", "u1"),
        ("has_picture", "u1"),
        ("is_instant", "u1"),
    ]
)

MODE_BITS = {mode: 1 << bit for bit, mode in enumerate(PlaceMode)}
TRAVELLING_BITS = sum(MODE_BITS[mode] for mode in TRAVELLING)

SCHEMA = Schema(
    offer=ID(),  # to find the document that a newer one replaces
    # "Scorable" only because Whoosh then has lengths in memory, and writes in half the time.
    words=KEYWORD(scorable=True),
    marks=KEYWORD(scorable=True),  # what an offer has or has not, each as `kind:value`
    facts=COLUMN(FixedBytesColumn(FACTS.itemsize)),
)


def fields_of(document: SearchDocument) -> dict[str, Any]:
    """The document as Whoosh stores it."""
    counts = weighted_terms(document)
    return {
        "offer": str(document.offer_id),
        "words": list(counts.elements()),
        "marks": _marks_of(document),
        "facts": _facts_of(document, length=counts.total()),
    }


def _marks_of(document: SearchDocument) -> list[str]:
    marks = [f"language:{document.language}", f"craft:{document.craft}"]
    marks += [f"speciality:{slug}" for slug in document.speciality_slugs]
    marks += [f"spoken:{code}" for code in document.spoken]
    marks += [f"ingredient:{name}" for name in document.ingredients]
    marks += [f"diet:{diet}" for diet in document.diets]
    marks += [f"allergen:{allergen}" for allergen in document.allergens_contained]
    return marks


def _facts_of(document: SearchDocument, *, length: int) -> bytes:
    lat = lon = NO_PLACE
    if document.lat is not None and document.lon is not None:
        lat, lon = round(document.lat * DEGREE), round(document.lon * DEGREE)
    row = (
        document.offer_id,
        document.price_minor,
        lat,
        lon,
        document.radius_km,
        length,
        document.seats_least,
        document.seats_most,
        document.trust,
        sum(MODE_BITS[mode] for mode in document.place_modes),
        document.has_picture,
        document.is_instant,
    )
    return np.array(row, dtype=FACTS).tobytes()
