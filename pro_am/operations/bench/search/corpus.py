"""Documents by seed, of any number, whose words are as frequent as those that people write.

The words are made of syllables; beside them stand the real stop words, which are most of a text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from pro_am.foundation import places
from pro_am.profiles.rules import ALLERGENS, DIETS, SPOKEN, PlaceMode
from pro_am.search.rules.documents import TRUST_STEP, UNPROVEN, SearchDocument, ingredient
from pro_am.search.rules.text import LANGUAGES, STOP_WORDS

LOT = 500  # documents are made in such lots
DISTINCT_WORDS = 40_000  # in each language, stop words aside
STOPS = 0.45  # of a text; they are not indexed, but have to be read
EXPONENT, SHIFT = 1.05, 10  # of Zipf and Mandelbrot: the word of rank r comes 1 / (r + 10)^1.05
TITLE, BODY = range(3, 7), (4.75, 0.45)  # words; log-normal, 115 in the middle
LONGEST_BODY = 1000
CRAFTS = tuple(f"craft-{number}" for number in range(12))
SPECIALITIES, INGREDIENTS = 120, 400
FRENCH, PROVEN, FOOD, WITH_PICTURE, AT_ONCE = 0.55, 0.6, 0.5, 0.7, 0.3  # shares of all
CITY, AROUND_KM, TOWNS = "Nantes (44)", 250, 80
SCATTER = 0.03  # degrees, around the town

_SYLLABLES = {
    "fr": ("ba bou che cra de du fa fri ga gne jou la lé lou ma mi mou na no pa pê pi plo ra ré "
           "ri ro sa si sou ta té ti tou va vi von bri cho"),
    "en": ("ba ber bo ca chi dow fa fer go ha hil ken la ley lo man mer mo na nor pel pi ra ri "
           "sha shi so ta ter tha ti ton wa wel wi wood ya rish low ker"),
}  # fmt: skip
_ENDINGS = {"fr": ("", "s", "e", "es", "er", "ement", "ée"), "en": ("", "s", "ing", "ed", "er")}
_STOP_WORDS = {code: np.array(sorted(words)) for code, words in STOP_WORDS.items()}
_LOT = 7  # beside the seed: a stream of numbers for texts alone


@dataclass(frozen=True)
class Corpus:
    size: int
    seed: int = 1

    def documents(self) -> Iterator[SearchDocument]:
        """With the ids 1 to `size`."""
        for first in range(1, self.size + 1, LOT):
            yield from self._lot(first, min(LOT, self.size + 1 - first))

    @cached_property
    def words(self) -> dict[str, NDArray[np.str_]]:
        """Of each language, the most frequent first, stop words aside."""
        return {language: self._made_words(language) for language in LANGUAGES}

    def _made_words(self, language: str) -> NDArray[np.str_]:
        rng = Random(f"{self.seed} {language}")  # noqa: S311 - no secret depends on it
        syllables = _SYLLABLES[language].split()
        words: dict[str, None] = {}
        while len(words) < DISTINCT_WORDS:
            root = "".join(rng.choices(syllables, k=rng.randint(2, 4)))
            words[root + rng.choice(_ENDINGS[language])] = None
        return np.array(list(words))

    @cached_property
    def towns(self) -> tuple[places.Town, ...]:
        """The largest first."""
        city = places.find_town(CITY)
        assert city is not None  # noqa: S101 - the gazetteer has it
        return tuple(places.towns_around(*city.point, AROUND_KM, TOWNS))

    @cached_property
    def specialities(self) -> tuple[str, ...]:
        return self._names(SPECIALITIES, among=range(200, 4000))

    @cached_property
    def ingredients(self) -> tuple[str, ...]:
        return self._names(INGREDIENTS, among=range(300, 9000))

    def _names(self, count: int, *, among: range) -> tuple[str, ...]:
        rng = Random(f"{self.seed} {count}")  # noqa: S311 - no secret depends on it
        return tuple(str(self.words["fr"][rank]) for rank in rng.sample(among, count))

    def _lot(self, first: int, count: int) -> Iterator[SearchDocument]:
        draws = np.random.default_rng([self.seed, _LOT, first])
        rng = Random(f"{self.seed} {first}")  # noqa: S311 - no secret depends on it
        for offer_id in range(first, first + count):
            [home] = rng.choices(self.towns, self._pull)
            yield self._document(draws, rng, offer_id, home)

    @cached_property
    def _pull(self) -> list[float]:
        """How often each town is somebody's."""
        return [1 / (number + SHIFT) for number in range(len(self.towns))]

    def _document(
        self, draws: Generator, rng: Random, offer_id: int, town: places.Town
    ) -> SearchDocument:
        language = "fr" if rng.random() < FRENCH else "en"
        lat, lon = town.point
        favourites = tuple(self.ingredients[n] for n in _skewed(rng, INGREDIENTS, 5))
        slugs = tuple(self.specialities[n] for n in _skewed(rng, SPECIALITIES, 3))
        place = places.coarse(lat + rng.gauss(0, SCATTER), lon + rng.gauss(0, SCATTER))
        return SearchDocument(
            offer_id=offer_id,
            member_id=offer_id,
            language=language,
            title=self._text(draws, language, rng.choice(TITLE)),
            body=self._text(draws, language, min(int(rng.lognormvariate(*BODY)), LONGEST_BODY)),
            lat=place[0],
            lon=place[1],
            specialities=slugs,
            speciality_slugs=frozenset(slugs),
            favourites=favourites,
            ingredients=frozenset(map(ingredient, favourites)),
            **_facts(rng),
        )

    def _text(self, draws: Generator, language: str, count: int) -> str:
        stops = draws.random(count) < STOPS
        ranks = np.searchsorted(self._until, draws.random(count) * self._until[-1])
        words = self.words[language][ranks]
        words[stops] = draws.choice(_STOP_WORDS[language], int(stops.sum()))
        return " ".join(words.tolist())

    @cached_property
    def _until(self) -> NDArray[np.float64]:
        until: NDArray[np.float64] = np.cumsum((np.arange(DISTINCT_WORDS) + SHIFT) ** -EXPONENT)
        return until


def _facts(rng: Random) -> dict[str, Any]:
    seats, is_food = rng.randint(1, 3), rng.random() < FOOD
    return {
        "craft": CRAFTS[min(int(rng.expovariate(1 / 3)), len(CRAFTS) - 1)],
        "price_minor": rng.choice((0, rng.randint(500, 12_000))),
        "place_modes": frozenset(rng.choices(tuple(PlaceMode), (4, 3, 2, 1))),
        "spoken": frozenset({"fr", *(tuple(SPOKEN)[n] for n in _skewed(rng, len(SPOKEN), 2))}),
        "seats_least": seats,
        "seats_most": seats + rng.randint(0, 7),
        "radius_km": rng.randint(5, 60),
        "diets": _some(rng, tuple(DIETS), 0.25 * is_food),
        "allergens_contained": _some(rng, tuple(ALLERGENS), 0.3 * is_food),
        "has_picture": rng.random() < WITH_PICTURE,
        "is_instant": rng.random() < AT_ONCE,
        "trust": rng.randrange(30, 95, TRUST_STEP) if rng.random() < PROVEN else UNPROVEN,
    }


def _skewed(rng: Random, choices: int, most: int) -> list[int]:
    """So many at most of the choices, the first ones more often."""
    drawn = (int(rng.expovariate(6 / choices)) for _ in range(rng.randint(0, most)))
    return sorted({each for each in drawn if each < choices})


def _some(rng: Random, values: tuple[str, ...], share: float) -> frozenset[str]:
    return frozenset(value for value in values if rng.random() < share)
