"""What search knows of every offer that can be booked, kept in memory by each process.

Search looks at hundreds of offers to show twenty. What decides about them changes rarely, so it
is read once, and then only where the outbox says that a profile changed. Every search asks the
outbox first: what was withdrawn is gone at once, in every process, however far the index lags.
"""

import threading
from collections import Counter, OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask import current_app

from pro_am.foundation import clock
from pro_am.foundation.database import already_read
from pro_am.foundation.revisions import revision
from pro_am.profiles.rules import PlaceMode
from pro_am.search import queries
from pro_am.search.queries import offers
from pro_am.search.queries.offers import OfferFacts
from pro_am.search.queries.people import PeopleFacts, people_facts
from pro_am.search.rules.documents import Hit
from pro_am.search.rules.rank import USUAL_ANSWERS, Candidate, one_for_each_member, rank
from pro_am.standing.models import SCORES

MOST_SHOWN = 20  # of the most trusted
MOST_SEARCHES = 24  # of some hundred offers each: about 5 MB
MANY_PROFILES = 500  # so many changed: reading all is no dearer, and the outbox keeps only so much


@dataclass(frozen=True)
class KnownOffers:
    """All offers that can be booked, as of one place in the outbox; never changed once made."""

    position: int
    scores_revision: int
    facts: dict[int, OfferFacts]
    trust_lows: dict[int, float]
    """Of proven members alone."""
    read_at: int
    """The place in the outbox when all were read together."""
    heard: dict[int, int]
    """The last news of each profile that changed since."""
    people: PeopleFacts
    """As of this day."""

    @property
    def revision(self) -> tuple[int, int]:
        return self.position, self.scores_revision

    def last_news_of(self, profile_id: int) -> int:
        """Rises whenever the profile or one of its offers changes."""
        return self.heard.get(profile_id, self.read_at)

    @cached_property
    def searches(self) -> "Searches":
        """What was found among these offers; it goes with them."""
        return Searches()

    @cached_property
    def by_slug(self) -> dict[str, list[OfferFacts]]:
        """The offers of each profile, the oldest first."""
        found: dict[str, list[OfferFacts]] = {}
        for each in sorted(self.facts.values(), key=lambda facts: facts.offer_id):
            found.setdefault(each.slug, []).append(each)
        return found

    @cached_property
    def by_member(self) -> dict[int, OfferFacts]:
        """One offer of each pro-am: what it says of the profile holds for all of them."""
        return {each.member_id: each for each in self.facts.values()}

    @cached_property
    def people_by_craft(self) -> Counter[int]:
        """How many pro-ams can be booked, by craft id."""
        of_members = {each.member_id: each.craft_id for each in self.facts.values()}
        return Counter(of_members.values())

    @cached_property
    def towns(self) -> list[tuple[int, str, int]]:
        """Id, name and number of pro-ams who can be booked, the most first."""
        counts = Counter({each.member_id: each.town for each in self.facts.values()}.values())
        most_first = sorted(counts.items(), key=lambda item: (-item[1], item[0][1]))
        return [(town_id, name, count) for (town_id, name), count in most_first]

    def candidate(
        self, hit: Hit, facts: OfferFacts, tastes: frozenset[str] = frozenset()
    ) -> Candidate:
        """What ranks the offer for somebody with these tastes."""
        member_id, people = facts.member_id, self.people
        return Candidate(
            facts.offer_id,
            member_id,
            hit.score,
            None if facts.bookable.place_mode is PlaceMode.REMOTE else hit.distance_km,
            self.trust_lows.get(member_id),
            len(tastes & facts.tastes),
            people.answered.get(member_id, USUAL_ANSWERS),
            max(people.day.toordinal() - facts.changed_on, 0),
            facts.craft_id,
            facts.specialities,
            member_id not in people.known,
        )

    @cached_property
    def most_trusted(self) -> list[int]:
        """One offer of each pro-am, as `rank` orders them for a visitor who asks for nothing."""
        ranked = rank(
            self.candidate(Hit(each.offer_id, 0.0, None), each) for each in self.facts.values()
        )
        return [each.candidate.offer_id for each in one_for_each_member(ranked)[:MOST_SHOWN]]


class Searches:
    """What searches found of late, each with what decided it, for all threads of a process.

    Nothing in here says that it is still right: who asks compares what decided it then with now.
    """

    def __init__(self) -> None:
        self._found: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()
        self.get = self._found.get

    def remember(self, question: Hashable, found: object) -> None:
        with self._lock:
            self._found[question] = found
            self._found.move_to_end(question)
            if len(self._found) > MOST_SEARCHES:
                self._found.popitem(last=False)


class Memory:
    """The newest that one process has read, for all its threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: KnownOffers | None = None

    def known_offers(self) -> KnownOffers:
        known, scores = self._known, revision(SCORES)
        if known is None:
            fresh = _read_all(scores)
        else:
            news = queries.news_after(known.position)
            is_same_day = known.people.day == clock.now().date()
            if not news and scores == known.scores_revision and is_same_day:
                return known
            fresh = _read_news(known, news, scores)
        with self._lock:
            newest = self._known
            if newest is None or (
                fresh.position >= newest.position
                and fresh.scores_revision >= newest.scores_revision
                and fresh.people.day >= newest.people.day
            ):
                self._known = fresh
        return fresh


def known_offers() -> KnownOffers:
    """What can be booked, as the database says now: two questions when nothing changed."""
    read = already_read()
    if KnownOffers not in read:
        memory: Memory = current_app.extensions.setdefault("pro_am_known_offers", Memory())
        read[KnownOffers] = memory.known_offers()
    known: KnownOffers = read[KnownOffers]
    return known


def _read_all(scores_revision: int) -> KnownOffers:
    position = queries.latest_news()  # first: what changes meanwhile is read again
    facts = _by_id(offers.facts_of_profiles())
    people = people_facts(clock.now())
    return KnownOffers(position, scores_revision, facts, offers.trust_lows(), position, {}, people)


def _read_news(known: KnownOffers, news: list[tuple[int, int]], scores: int) -> KnownOffers:
    changed = {profile_id: news_id for news_id, profile_id in news}
    if len(changed) > MANY_PROFILES:
        return _read_all(scores)
    same_scores = scores == known.scores_revision
    facts = [each for each in known.facts.values() if each.bookable.profile_id not in changed]
    if changed:
        facts += offers.facts_of_profiles(changed)
    now = clock.now()
    return KnownOffers(
        news[-1][0] if news else known.position,
        scores,
        _by_id(facts),
        known.trust_lows if same_scores else offers.trust_lows(),
        known.read_at,
        known.heard | changed,
        known.people if known.people.day == now.date() else people_facts(now),
    )


def _by_id(facts: list[OfferFacts]) -> dict[int, OfferFacts]:
    return {each.offer_id: each for each in facts}
