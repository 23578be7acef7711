"""What is asked of the engine: searches of several kinds, by seed, as people make them."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any, NamedTuple

from pro_am.operations.bench.search.corpus import CRAFTS, Corpus
from pro_am.profiles.rules import ALLERGENS, DIETS, SPOKEN
from pro_am.search.rules.documents import Query
from pro_am.search.rules.text import LANGUAGES

MOST_COMMON, COMMON, MIDDLING, RARE = (
    range(100),
    range(100, 1000),
    range(1000, 10_000),
    range(10_000, 35_000),
)
"""Ranks of words."""


class Kind(NamedTuple):
    name: str
    queries: list[Query]
    is_mistyped: bool = False
    """What may be meant is looked up first."""
    is_counted: bool = False
    """With what each choice of a filter would leave."""
    is_or: bool = False
    """Words alone, any of which will do: what SQLite can be asked, too."""


def kinds(corpus: Corpus, count: int) -> Iterator[Kind]:
    """So many searches of each kind."""
    rng = Random(f"{corpus.seed} questions")  # noqa: S311 - no secret depends on it
    asking = _Asking(corpus, rng)

    def some(**wishes: str) -> list[Query]:
        return [asking.query(**wishes) for _ in range(count)]

    yield Kind("one rare word", some(words="rare"), is_or=True)
    yield Kind("one common word", some(words="common"), is_or=True)
    yield Kind("three words", some(words="three"), is_or=True)
    yield Kind("words near a place", some(words="two", place="near"))
    yield Kind("words with filters", some(words="common", filters="some"))
    yield Kind("filters alone", some(filters="some"))
    yield Kind("a place alone", some(place="near"))
    yield Kind("a mistyped word", some(words="mistyped"), is_mistyped=True)
    yield Kind("with its counts", some(words="two", place="near"), is_counted=True)


def beginnings(corpus: Corpus, count: int) -> list[str]:
    """What stands in the field while somebody types."""
    rng = Random(f"{corpus.seed} beginnings")  # noqa: S311 - no secret depends on it
    asking = _Asking(corpus, rng)
    return [asking.word(COMMON)[: rng.randint(2, 5)] for _ in range(count)]


class _Asking:
    def __init__(self, corpus: Corpus, rng: Random) -> None:
        self._corpus, self._rng = corpus, rng

    def word(self, ranks: range) -> str:
        words = self._corpus.words[self._rng.choice(LANGUAGES)]
        return str(words[self._rng.choice(ranks)])

    def query(self, *, words: str = "", place: str = "", filters: str = "") -> Query:
        town = self._rng.choice(self._corpus.towns[:40])
        asked = _filters(self._rng) if filters else Query()
        near: dict[str, Any] = (
            {"near": town.point, "km": self._rng.choice((5, 10, 25, 25, 50))} if place else {}
        )
        return replace(asked, words=self._words(words), **near)

    def _words(self, kind: str) -> str:
        if kind == "mistyped":
            return _mistyped(self.word(COMMON), self._rng)
        ranks = {
            "rare": (RARE,),
            "common": (MOST_COMMON,),
            "two": (MOST_COMMON, MIDDLING),
            "three": (MOST_COMMON, COMMON, MIDDLING),
        }
        return " ".join(map(self.word, ranks.get(kind, ())))


def _filters(rng: Random) -> Query:
    """One to three of them."""
    wishes: dict[str, Any] = {
        "crafts": frozenset(rng.sample(CRAFTS[:6], rng.randint(1, 2))),
        "spoken": frozenset({rng.choice(tuple(SPOKEN))}),
        "max_price_minor": rng.choice((2000, 5000)),
        "people": rng.randint(1, 6),
        "diets": frozenset({rng.choice(tuple(DIETS))}),
        "without_allergens": frozenset(rng.sample(tuple(ALLERGENS), 2)),
        "trust_least": rng.choice((50, 60, 70)),
    }
    return Query(**{name: wishes[name] for name in rng.sample(sorted(wishes), rng.randint(1, 3))})


def _mistyped(word: str, rng: Random) -> str:
    """Two neighbours in the wrong order."""
    at = rng.randrange(1, max(2, len(word) - 1))
    return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
