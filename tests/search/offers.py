"""Random offers and queries over few words and places, so that they often meet."""

import random

from pro_am.profiles.rules import PlaceMode
from pro_am.search.rules.documents import Area, Order, Query, SearchDocument
from pro_am.search.rules.text import fold

WORDS = (
    *("crème", "brûlée", "crêpes", "pain", "levain", "tarte", "pommes", "l’œuf", "d'été", "maïs"),
    *("thé", "the", "soup", "for", "kids", "vegan", "bread", "le", "and", "10", "km", "yoga"),
    *("doux", "course", "coach", "running", "gâteau", "chocolat"),
)
PLACES = [(48.85, 2.35), (48.86, 2.41), (48.8, 2.3), (47.22, -1.55), (47.3, -1.5), (-16.5, 180.0)]
CRAFTS = ("cooking", "fitness")
DIETS = ("vegan", "halal")
ALLERGENS = ("milk", "egg")
SPECIALITIES = ("bread", "running")
SPOKEN = ("fr", "br")
INGREDIENTS = ("maïs, doux", "beurre salé", "cocoa")
MODES = tuple(PlaceMode)


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - no secret depends on it


def offer(offer_id, **facts):
    usual = {
        "member_id": offer_id,
        "language": "fr",
        "title": "Crème brûlée",
        "craft": "cooking",
        "price_minor": 2500,
        "place_modes": frozenset({PlaceMode.PROVIDER}),
        "lat": 48.85,
        "lon": 2.35,
    }
    return SearchDocument(offer_id=offer_id, **(usual | facts))


def any_offer(offer_id, rng: random.Random):
    lat, lon = rng.choice([*PLACES, (None, None)])
    return offer(
        offer_id,
        language=rng.choice(["fr", "en"]),
        title=_some_words(rng, 3),
        craft=rng.choice(CRAFTS),
        price_minor=rng.choice([0, 1000, 2500, 2501, 2**40]),
        place_modes=frozenset(rng.sample(MODES, rng.randint(0, 3))),
        specialities=tuple(rng.sample(WORDS, rng.randint(0, 2))),
        speciality_slugs=frozenset(rng.sample(SPECIALITIES, rng.randint(0, 2))),
        spoken=frozenset(rng.sample(SPOKEN, rng.randint(0, 2))),
        ingredients=frozenset(rng.sample(INGREDIENTS, rng.randint(0, 2))),
        trust=rng.choice([-1, 0, 45, 50, 65, 80, 100]),
        seats_least=rng.randint(1, 3),
        seats_most=rng.randint(3, 6),
        favourites=tuple(rng.sample(WORDS, rng.randint(0, 2))),
        body=_some_words(rng, 12),
        lat=lat,
        lon=lon,
        radius_km=rng.choice([0, 5, 30]),
        diets=frozenset(rng.sample(DIETS, rng.randint(0, 2))),
        allergens_contained=frozenset(rng.sample(ALLERGENS, rng.randint(0, 2))),
        has_picture=rng.random() < 0.5,
        is_instant=rng.random() < 0.5,
    )


def any_query(rng: random.Random):
    def sometimes(value, otherwise=None):
        return value if rng.random() < 0.3 else otherwise

    def some_of(values):
        return sometimes(frozenset(rng.sample(values, rng.randint(1, 2))), frozenset())

    return Query(
        words=sometimes("", _some_words(rng, 3)),
        also=_other_texts(rng),
        every_word=rng.random() < 0.3,
        language=sometimes(rng.choice(["fr", "en"])),
        crafts=some_of([*CRAFTS, "unknown"]),
        specialities=some_of([*SPECIALITIES, "unknown"]),
        spoken=some_of(SPOKEN),
        ingredients=some_of([*INGREDIENTS, "unknown"]),
        people=sometimes(rng.randint(1, 7)),
        max_price_minor=sometimes(rng.choice([0, 2500, 5000])),
        trust_least=sometimes(rng.choice([-1, 0, 50, 60, 101])),
        place_modes=some_of(MODES),
        near=sometimes(rng.choice(PLACES)),
        km=rng.choice([0.5, 5, 25, 400, 20_000]),
        area=sometimes(_any_area(rng)),
        diets=sometimes(frozenset(rng.sample(DIETS, 1)), frozenset()),
        without_allergens=sometimes(frozenset(rng.sample(ALLERGENS, 1)), frozenset()),
        with_picture=rng.random() < 0.2,
        at_once=rng.random() < 0.2,
        only=frozenset(rng.sample(range(1, 70), 30)) if rng.random() < 0.1 else None,
        order=rng.choice(list(Order)),
        limit=sometimes(3, 500),
    )


def _other_texts(rng):
    """Of some words, what else they may mean."""
    keys = [fold(word) for word in WORDS if word.isalpha()]
    return tuple(
        (key, ((rng.choice(WORDS), 0.5), (_some_words(rng, 2), 0.8)))
        for key in rng.sample(keys, rng.choice([0, 0, 5]))
    )


def _any_area(rng):
    """Whose edges often are where offers lie; sometimes across 180 degrees."""
    south, north = sorted(rng.sample([-90, -16.5, 47.22, 47.25, 48.8, 48.85, 60], 2))
    west, east = rng.sample([-180, -1.55, -1.5, 2.35, 2.4, 100, 180], 2)
    return Area(south, west, north, east)


def _some_words(rng, most):
    return " ".join(rng.choices(WORDS, k=rng.randint(0, most)))
