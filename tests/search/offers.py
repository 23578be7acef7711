"""Random offers and queries over few words and places, so that they often meet."""

import random

from pro_am.profiles.rules import PlaceMode
from pro_am.search.rules.documents import Order, Query, SearchDocument

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

    return Query(
        words=sometimes("", _some_words(rng, 3)),
        every_word=rng.random() < 0.3,
        language=sometimes(rng.choice(["fr", "en"])),
        craft=sometimes(rng.choice([*CRAFTS, "unknown"])),
        speciality=sometimes(rng.choice([*SPECIALITIES, "unknown"])),
        spoken=sometimes(rng.choice(SPOKEN)),
        people=sometimes(rng.randint(1, 7)),
        max_price_minor=sometimes(rng.choice([0, 2500, 5000])),
        place_mode=sometimes(rng.choice(MODES)),
        near=sometimes(rng.choice(PLACES)),
        km=rng.choice([0.5, 5, 25, 400, 20_000]),
        diets=sometimes(frozenset(rng.sample(DIETS, 1)), frozenset()),
        without_allergens=sometimes(frozenset(rng.sample(ALLERGENS, 1)), frozenset()),
        with_picture=rng.random() < 0.2,
        at_once=rng.random() < 0.2,
        order=rng.choice(list(Order)),
        limit=sometimes(3, 500),
    )


def _some_words(rng, most):
    return " ".join(rng.choices(WORDS, k=rng.randint(0, most)))
