"""What one process knows of offers and of those who offer them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from pro_am.profiles.rules import PlaceMode
from pro_am.search.memory.searches import Searches
from pro_am.search.memory.table import OfferTable, Rows
from pro_am.search.queries.offers import FactsColumns, OfferFacts
from pro_am.search.queries.people import PeopleFacts
from pro_am.search.rules import rank
from pro_am.search.rules.documents import Hit
from pro_am.search.rules.numbered import ById, Ids
from pro_am.search.rules.rank import USUAL_ANSWERS, Candidate, one_for_each_member

MOST_SHOWN = 20  # of the most trusted
LOOKED_AT = 200  # of whom they are chosen


class KnownOffers:
    """All offers that can be booked, as of one place in the outbox.

    One thread at a time brings it up to date; what others read meanwhile is each as old or as new.
    """

    def __init__(self, facts: OfferTable, position: int, scores_revision: int) -> None:
        self.facts = facts
        self.position = position
        self.scores_revision = scores_revision
        self.scores_at: datetime | None = None
        self.day = date.min
        """Of what follows."""
        self._answered = ById(USUAL_ANSWERS, np.float64)
        """The share of requests that each answers, by member."""
        self._newcomers_not = ById(True, np.bool_)
        """Who is no newcomer; nobody is one before this is read."""
        self.version = 0
        """Rises whenever something here changes."""
        self.withdrawn_at = 0
        """The place in the outbox of the last news by which an offer went away; 0 at first."""
        self.searches = Searches()
        self._read_at = position
        self._heard: dict[int, int] = {}
        """The last news of each profile that changed since."""
        self._lows = ById(np.nan, np.float64)
        """Of trust, by member: of proven ones alone."""
        self._changed = ById(0, np.int64)
        """By offer, the version that changed it last."""
        self._all_changed = 0
        self._told: tuple[int, _Told] | None = None

    @property
    def revision(self) -> tuple[int, int, date]:
        return self.position, self.scores_revision, self.day

    def last_news_of(self, profile_id: int) -> int:
        """Rises whenever the profile or one of its offers changes."""
        return self._heard.get(profile_id, self._read_at)

    def trust_low(self, member_id: int) -> float | None:
        """The lower end of the interval; None of who is not proven."""
        low: float = self._lows.one(member_id)
        return None if low != low else low  # noqa: PLR0124 - it is not a number

    def has_changed(self, offer_ids: Ids, since: int) -> bool:
        """Whether anything that ranks or shows one of these offers did."""
        if self.version == since:
            return False
        return self._all_changed > since or bool((self._changed.of(offer_ids) > since).any())

    def candidate(
        self, hit: Hit, facts: OfferFacts, tastes: frozenset[str] = frozenset()
    ) -> Candidate:
        """What ranks the offer for somebody with these tastes."""
        member_id = facts.member_id
        return Candidate(
            facts.offer_id,
            member_id,
            hit.score,
            None if facts.bookable.place_mode is PlaceMode.REMOTE else hit.distance_km,
            self.trust_low(member_id),
            len(tastes & facts.tastes) if tastes else 0,
            self._answered.one(member_id),
            max(self.day.toordinal() - facts.changed_on, 0),
            facts.craft_id,
            facts.specialities,
            self.is_newcomer(member_id),
        )

    def is_newcomer(self, member_id: int) -> bool:
        return not self._newcomers_not.one(member_id)

    @property
    def people_by_craft(self) -> Counter[int]:
        """How many pro-ams can be booked, by craft id."""
        return self._what_is_told.people_by_craft

    @property
    def towns(self) -> list[tuple[int, str, int]]:
        """Id, name and number of pro-ams who can be booked, the most first."""
        return self._what_is_told.towns

    @property
    def most_trusted(self) -> list[int]:
        """One offer of each pro-am, as `rank` orders them for a visitor who asks for nothing."""
        return self._what_is_told.most_trusted

    @property
    def _what_is_told(self) -> "_Told":
        version, told = self.version, self._told
        if told is None or told[0] != version:
            told = self._told = (version, _Told(self))
        return told[1]

    def worth_alone(self, people: Rows) -> NDArray[np.float64]:
        """What each counts for when nothing was asked, of one row for each member."""
        return rank.worth_alone(
            self._lows.of(people["member_id"]),
            self._answered.of(people["member_id"]),
            np.maximum(self.day.toordinal() - people["changed_on"], 0),
        )

    def hear_news(
        self, changed: Mapping[int, int], read: Iterable[FactsColumns], position: int
    ) -> None:
        """Of profiles, by id, with the place of each in the outbox; what is published of them."""
        other = self.facts.replace(list(changed), read)
        self._changed.put(other, self.version + 1)
        if not all(offer_id in self.facts for offer_id in other.tolist()):
            self.withdrawn_at = position
        self._heard.update(changed)
        self.position = position
        self.version += 1  # last: who remembers something remembers an older one

    def hear_scores(self, lows: Mapping[int, float | None], at: datetime, revision: int) -> None:
        members = np.fromiter(lows, np.int64, len(lows))
        new = np.array([np.nan if low is None else low for low in lows.values()], np.float64)
        other = members[~np.isclose(self._lows.of(members), new, 0, 0, equal_nan=True)]
        self._lows.put(members, new)
        rows = self.facts.rows()
        theirs = rows["offer_id"][np.isin(rows["member_id"], other)]
        self._changed.put(theirs, self.version + 1)
        self.scores_at, self.scores_revision = at, revision
        self.version += 1

    def take_people_of(self, before: "KnownOffers") -> None:
        self.day = before.day
        self._answered, self._newcomers_not = before._answered, before._newcomers_not

    def hear_people(self, people: PeopleFacts) -> None:
        answered, known = (ById(USUAL_ANSWERS, np.float64), ById(False, np.bool_))
        shares = people.answered
        answered.put(np.fromiter(shares, np.int64, len(shares)), list(shares.values()))
        known.put(np.fromiter(people.known, np.int64, len(people.known)), True)
        self._answered, self._newcomers_not, self.day = answered, known, people.day
        self._all_changed = self.version + 1
        self.version += 1


class _Told:
    """What is said of everybody, as of one version."""

    def __init__(self, known: KnownOffers) -> None:
        self._known = known

    @cached_property
    def _people(self) -> Rows:
        return self._known.facts.rows(one_for_each_member=True)

    @cached_property
    def people_by_craft(self) -> Counter[int]:
        crafts, counts = np.unique(self._people["craft_id"], return_counts=True)
        return Counter(dict(zip(crafts.tolist(), counts.tolist(), strict=True)))

    @cached_property
    def towns(self) -> list[tuple[int, str, int]]:
        counts = np.bincount(self._people["town"])
        told = [
            (*self._known.facts.town(number), int(counts[number]))
            for number in np.flatnonzero(counts).tolist()
        ]
        return sorted(told, key=lambda town: (-town[2], town[1]))

    @cached_property
    def most_trusted(self) -> list[int]:
        known, people = self._known, self._people
        best = np.argsort(-known.worth_alone(people), kind="stable")[:LOOKED_AT]
        chosen = known.facts.of(people["offer_id"][best].tolist())
        ranked = rank.rank(known.candidate(Hit(each.offer_id, 0.0, None), each) for each in chosen)
        return [each.candidate.offer_id for each in one_for_each_member(ranked)[:MOST_SHOWN]]
