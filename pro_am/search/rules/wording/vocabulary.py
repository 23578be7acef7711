"""All words and names in public offers: which there are, how frequent, and in which offers."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple
from zlib import crc32

import numpy as np

from pro_am.search.rules.text import LANGUAGES, LONGEST_TOKEN, fold, term_of, words_as_written
from pro_am.search.rules.wording.phrases import END, Numbers, Phrases, Said, spelling
from pro_am.search.rules.wording.typos import TypoDictionary, mistakes_allowed, mistakes_between

MOST_WORDS = 80_000  # the most frequent; what is said once among so many is mistyped itself
FEW = 8  # a word of no more offers is gone with them; one of more is nobody's own

CRAFT, SPECIALITY, INGREDIENT, TITLE, NAME = range(5)
"""Kinds of phrases."""


class OfferWording(NamedTuple):
    """What everybody may read of an offer and its profile."""

    offer_id: int
    language: str
    title: str
    body: str
    """Headline, story, description."""
    ingredients: Sequence[str]
    pro_name: str
    pro_slug: str
    speciality_slugs: Sequence[str]
    craft_slug: str


class Names(NamedTuple):
    """Of crafts and specialities, by slug: each in every language."""

    crafts: Mapping[str, Mapping[str, str]]
    specialities: Mapping[str, Mapping[str, str]]


class Similar(NamedTuple):
    """A word that somebody may have meant."""

    mistakes: int
    offers: int
    word: str
    """As it is mostly written, in small letters."""


@dataclass(frozen=True)
class Vocabulary:
    """Never changed once made."""

    what: Phrases
    """Crafts, specialities, ingredients, titles."""
    who: Phrases
    words: bytes
    """Folded and sorted, a line each."""
    written: bytes
    """The same as they are mostly written."""
    words_at: Numbers
    written_at: Numbers
    counts: Numbers
    witnesses: Numbers
    """The offers of words that few have."""
    witnesses_at: Numbers
    terms: Numbers
    """Hashes of all terms, sorted: other forms of a word exist where its term does."""
    typos: TypoDictionary

    @classmethod
    def of(
        cls,
        offers: Iterable[OfferWording],
        names: Names,
        besides: "Vocabulary | None" = None,
    ) -> "Vocabulary":
        """What all these offers say; of words, those that are not counted `besides`."""
        heard = _Heard(names)
        for offer in offers:
            heard.hear(offer)
        words, as_written = heard.kept_words(), heard.as_written()
        if besides:
            words = [word for word in words if not besides.offers_with(word)]
        lines = [word.encode() + END for word in words]
        written = [as_written[word].encode() + END for word in words]
        few = [heard.offers[word] if heard.counts[word] <= FEW else [] for word in words]
        return cls(
            what=Phrases.of([said for said in heard.phrases.values() if said.kind != NAME]),
            who=Phrases.of([said for said in heard.phrases.values() if said.kind == NAME]),
            words=b"".join(lines),
            written=b"".join(written),
            words_at=_starts(lines),
            written_at=_starts(written),
            counts=np.array([heard.counts[word] for word in words], np.uint32),
            witnesses=np.array([offer for some in few for offer in some], np.uint32),
            witnesses_at=_starts(few),
            terms=np.array(sorted(heard.terms()), np.uint32),
            typos=TypoDictionary.of(words),
        )

    def has(self, token: str) -> bool:
        """Whether the folded word, or another form of it, is said in any offer."""
        for language in LANGUAGES:
            if term := term_of(token, language):
                number = np.uint32(crc32(term.encode()))
                place = np.searchsorted(self.terms, number)
                if place < len(self.terms) and self.terms[place] == number:
                    return True
        return False

    def offers_with(self, token: str) -> int:
        """In how many offers the folded word is said in just this form."""
        return int(self.counts[place]) if (place := self._place(token)) is not None else 0

    def similar(self, token: str, is_there: Callable[[int], bool]) -> list[Similar]:
        """Other words that differ by few mistakes: the fewest first, then the most frequent."""
        most = mistakes_allowed(len(token))
        found = []
        for place in self.typos.near(token):
            word = self._line(self.words, self.words_at, place)
            mistakes = mistakes_between(token, word, most)
            if mistakes and self._is_said(place, is_there):
                written = self._line(self.written, self.written_at, place)
                found.append(Similar(mistakes, int(self.counts[place]), written))
        return sorted(found, key=lambda each: (each.mistakes, -each.offers, each.word))

    def _is_said(self, place: int, is_there: Callable[[int], bool]) -> bool:
        if self.counts[place] > FEW:
            return True
        first, last = self.witnesses_at[place : place + 2]
        return any(map(is_there, self.witnesses[first:last].tolist()))

    def _place(self, token: str) -> int | None:
        low, high = 0, len(self.counts)
        while low < high:
            middle = (low + high) // 2
            if self._line(self.words, self.words_at, middle) < token:
                low = middle + 1
            else:
                high = middle
        is_it = low < len(self.counts) and self._line(self.words, self.words_at, low) == token
        return low if is_it else None

    @staticmethod
    def _line(text: bytes, starts: Numbers, place: int) -> str:
        return text[starts[place] : starts[place + 1] - 1].decode()


class _Heard:
    """What is gathered offer by offer."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._folded: dict[str, str] = {}  # by what is written
        self._variants: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()
        self.offers: dict[str, list[int]] = {}
        self._languages: set[tuple[str, str]] = set()
        self.phrases: dict[tuple[int, str], Said] = {}

    def hear(self, offer: OfferWording) -> None:
        self._hear_words(offer)
        self._hear_phrases(offer)

    def _hear_words(self, offer: OfferWording) -> None:
        names = [
            *self._names.crafts.get(offer.craft_slug, {}).values(),
            *(
                name
                for slug in offer.speciality_slugs
                for name in self._names.specialities.get(slug, {}).values()
            ),
        ]
        text = "\n".join([offer.title, offer.body, offer.pro_name, *offer.ingredients, *names])
        written = set(words_as_written(text))
        self._variants.update(written)
        for word in {self._fold(each) for each in written}:
            self.counts[word] += 1
            self._languages.add((word, offer.language))
            if self.counts[word] <= FEW:
                self.offers.setdefault(word, []).append(offer.offer_id)

    def kept_words(self) -> list[str]:
        """Sorted; none has figures in it."""
        words = [word for word in self.counts if word.isalpha()]
        if len(words) > MOST_WORDS:
            words = sorted(words, key=lambda word: (-self.counts[word], word))[:MOST_WORDS]
        return sorted(words)

    def as_written(self) -> dict[str, str]:
        """How each folded word is mostly written."""
        rarest_first = sorted(self._variants.items(), key=lambda item: (item[1], item[0]))
        return {self._folded[written]: written for written, _ in rarest_first}

    def terms(self) -> set[int]:
        """Hashes of them."""
        found = (term_of(word, language) for word, language in self._languages)
        return {crc32(term.encode()) for term in found if term}

    def _fold(self, written: str) -> str:
        if written not in self._folded:
            self._folded[written] = fold(written).replace("'", "")[:LONGEST_TOKEN]
        return self._folded[written]

    def _hear_phrases(self, offer: OfferWording) -> None:
        crafts, specialities = self._names
        slug = offer.craft_slug
        self._add(CRAFT, slug, slug, crafts.get(slug, {}).values(), offer)
        for slug in offer.speciality_slugs:
            self._add(SPECIALITY, slug, slug, specialities.get(slug, {}).values(), offer)
        for text in offer.ingredients:
            self._add(INGREDIENT, spelling(text), text, [text], offer)
        self._add(TITLE, spelling(offer.title), offer.title, [offer.title], offer)
        self._add(NAME, offer.pro_slug, offer.pro_name, [offer.pro_name], offer)

    def _add(
        self, kind: int, key: str, text: str, names: Iterable[str], offer: OfferWording
    ) -> None:
        """What is written in two ways is shown as it was written first."""
        if (kind, key) not in self.phrases:
            spellings = tuple(filter(None, map(spelling, names)))
            self.phrases[kind, key] = Said(kind, " ".join(text.split()), spellings, [])
        self.phrases[kind, key].offers.append(offer.offer_id)


def _starts(lines: Sequence[Sized]) -> Numbers:
    return np.array(list(accumulate(map(len, lines), initial=0)), np.uint32)
