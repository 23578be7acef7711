"""The words of all offers, kept in memory by each process.

A worker writes them down now and then. What changed since is read here, so that new words are known
at once; and whatever is said of words is said only while an offer that can be booked has them, so
that those of a withdrawn one are gone at once.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from flask import Flask, current_app

from pro_am.foundation.database import already_read
from pro_am.foundation.revisions import revision
from pro_am.search import memory, queries
from pro_am.search.actions import HEARD_KEPT
from pro_am.search.actions.words import MANY_CHANGES
from pro_am.search.memory import KnownOffers
from pro_am.search.models import WORDS
from pro_am.search.queries import wording
from pro_am.search.rules.wording.packed import unpacked
from pro_am.search.rules.wording.phrases import Phrase
from pro_am.search.rules.wording.vocabulary import OfferWording, Similar, Vocabulary

READ_AT_ONCE = 2_000_000  # bytes; more is read beside the pages, which do without meanwhile


@dataclass(frozen=True)
class Written:
    """What a worker wrote down, as of one place in the outbox."""

    revision: int = 0
    position: int = 0
    vocabulary: Vocabulary | None = None


@dataclass(frozen=True)
class Since:
    """The profiles that changed since, with the words of the last of them."""

    position: int
    changed: frozenset[int] = frozenset()
    wording: dict[int, list[OfferWording]] = field(default_factory=dict)
    vocabulary: Vocabulary | None = None


@dataclass(frozen=True)
class KnownWords:
    """What pages ask of words, as of now."""

    written: Written
    since: Since
    offers: KnownOffers

    def has(self, token: str) -> bool:
        return any(each.has(token) for each in self._vocabularies())

    def offers_with(self, token: str) -> int:
        return sum(each.offers_with(token) for each in self._vocabularies())

    def similar(self, token: str) -> list[Similar]:
        """The fewest mistakes first, then the most frequent; each word once."""
        found = sorted(
            chain(
                self.written.vocabulary.similar(token, self._still_says)
                if self.written.vocabulary
                else (),
                self.since.vocabulary.similar(token, self._is_there)
                if self.since.vocabulary
                else (),
            ),
            key=lambda each: (each.mistakes, -each.offers, each.word),
        )
        return list({each.word: each for each in reversed(found)}.values())[::-1]

    def what(self, typed: str, most: int) -> list[Phrase]:
        return self._begun("what", typed, most)

    def who(self, typed: str, most: int) -> list[Phrase]:
        return self._begun("who", typed, most)

    def _begun(self, part: str, typed: str, most: int) -> list[Phrase]:
        found: list[Phrase] = []
        if self.written.vocabulary:
            phrases = getattr(self.written.vocabulary, part)
            found += phrases.beginning_with(typed, most, self._still_says)
        if self.since.vocabulary:
            phrases = getattr(self.since.vocabulary, part)
            found += phrases.beginning_with(typed, most, self._is_there)
        found.sort(key=lambda each: -each.weight)
        # Two people may have one name; of everything else, one is enough.
        once = {(each.kind, each.text, part == "who" and each.offer_id): each for each in found}
        return list(once.values())[:most]

    def _vocabularies(self) -> Iterator[Vocabulary]:
        return filter(None, (self.written.vocabulary, self.since.vocabulary))

    def _is_there(self, offer_id: int) -> bool:
        return offer_id in self.offers.facts

    def _still_says(self, offer_id: int) -> bool:
        """There, and what it says is what was written down."""
        facts = self.offers.facts.get(offer_id)
        return facts is not None and facts.bookable.profile_id not in self.since.changed


class Memory:
    """The newest that one process has read, for all its threads."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._lock = threading.Lock()
        self._reading = threading.Lock()
        self._written = Written()
        self._since = Since(0)

    def known_words(self) -> KnownWords:
        offers, number = memory.known_offers(), revision(WORDS)
        if number != self._written.revision:
            self._read_written(number)
        with self._lock:
            written, since = self._written, self._since
            if offers.position > since.position:
                since = self._since = _later(since, written)
        return KnownWords(written, since, offers)

    def _read_written(self, number: int) -> None:
        if not self._reading.acquire(blocking=False):
            return  # somebody else does
        kept = wording.kept()
        if kept is None or kept.size <= READ_AT_ONCE:
            self._take(number)
        else:
            threading.Thread(target=self._take_beside, args=(number,), daemon=True).start()

    def _take_beside(self, number: int) -> None:
        with self._app.app_context():
            self._take(number)

    def _take(self, number: int) -> None:
        try:
            kept = wording.kept_vocabulary()
            position, vocabulary = (kept[0], unpacked(kept[1])) if kept else (0, None)
            latest = queries.latest_news()
            if vocabulary is None or not latest - HEARD_KEPT <= position <= latest:
                position, vocabulary = 0, None  # of another version, history or time
            since = _later(Since(position), Written(number, position, vocabulary))
            with self._lock:
                self._written = Written(number, position, vocabulary)
                self._since = since
        finally:
            self._reading.release()


def known_words() -> KnownWords:
    read = already_read()
    if KnownWords not in read:
        if "pro_am_known_words" not in current_app.extensions:
            app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
            current_app.extensions["pro_am_known_words"] = Memory(app)
        read[KnownWords] = current_app.extensions["pro_am_known_words"].known_words()
    known: KnownWords = read[KnownWords]
    return known


def _later(since: Since, written: Written) -> Since:
    news = queries.news_after(since.position)
    if not news:
        return since
    # The newest last: should there be many, it is their words that are known.
    changed = list(dict.fromkeys(profile_id for _, profile_id in reversed(news)))[:MANY_CHANGES]
    wording_of = {
        profile_id: offers
        for profile_id, offers in since.wording.items()
        if profile_id not in changed
    }
    wording_of |= _by_profile(changed)
    kept = dict(list(wording_of.items())[-MANY_CHANGES:])
    return Since(
        news[-1][0],
        since.changed | {profile_id for _, profile_id in news},
        kept,
        Vocabulary.of(chain.from_iterable(kept.values()), wording.names(), written.vocabulary),
    )


def _by_profile(profile_ids: list[int]) -> dict[int, list[OfferWording]]:
    found: dict[int, list[OfferWording]] = {profile_id: [] for profile_id in profile_ids}
    for profile_id, offer in wording.wording_of(profile_ids):
        found[profile_id].append(offer)
    return dict(reversed(found.items()))
