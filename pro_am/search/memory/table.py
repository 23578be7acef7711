"""All offers that can be booked, in few bytes: made into facts when somebody asks for them."""

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pro_am.availability.memory import Bookable
from pro_am.search.queries.offers import FactsColumns, OfferFacts, Timing
from pro_am.search.rules.numbered import ROOM, ById, Ids, OneCopy

MOST_MADE = 10_000  # facts kept as they were made: about 10 MB

ROW = np.dtype(
    [
        ("offer_id", "<i8"),
        ("price_minor", "<i8"),
        ("member_id", "<i4"),
        ("craft_id", "<i4"),
        ("calendar_id", "<i4"),
        ("profile_id", "<i4"),
        ("changed_on", "<i4"),
        ("town", "<i4"),
        ("timing", "<i4"),
        ("tastes", "<i4"),
        ("specialities", "<i4"),
        ("public_id", "S24"),
    ]
)

AS_READ = (
    *("offer_id", "price_minor", "member_id", "craft_id", "calendar_id", "profile_id"),
    *("changed_on", "public_id"),
)

Rows = NDArray[Any]


class _State(NamedTuple):
    """Rows that were once written stay as they are, so that all may read while one writes."""

    rows: Rows
    slugs: list[str]
    """Of each row."""
    row_of: ById
    """By offer id; -1 of what cannot be booked."""
    first_of: ById
    """The first row of a profile, by its id; the others follow. -1 of who offers nothing."""
    offer_of: ById
    """One offer of each member; -1 of who has none."""


class OfferTable(Mapping[int, OfferFacts]):
    """By offer id."""

    def __init__(self) -> None:
        self._towns: OneCopy[tuple[int, str]] = OneCopy()
        self._timings: OneCopy[Timing] = OneCopy()
        self._tastes: OneCopy[frozenset[str]] = OneCopy()
        self._specialities: OneCopy[tuple[int, ...]] = OneCopy()
        self._made: dict[int, OfferFacts] = {}
        self._profiles: dict[str, int] = {}
        self._lock = threading.Lock()
        self._state = _State(np.empty(0, ROW), [], *(ById(-1, np.int32) for _ in range(3)))

    def __getitem__(self, offer_id: int) -> OfferFacts:
        found = self.of([offer_id])
        if not found:
            raise KeyError(offer_id)
        return found[0]

    def __contains__(self, offer_id: object) -> bool:
        return isinstance(offer_id, int) and self._state.row_of.one(offer_id) >= 0

    def __iter__(self) -> Iterator[int]:
        return iter(sorted(self.rows()["offer_id"].tolist()))

    def __len__(self) -> int:
        return len(self.rows())

    def of(self, offer_ids: Sequence[int]) -> list[OfferFacts]:
        """Of those that can be booked, in this order."""
        known = [self._made.get(offer_id) for offer_id in offer_ids]
        missing = [offer for offer, each in zip(offer_ids, known, strict=True) if each is None]
        if not missing:
            return [each for each in known if each]
        state = self._state
        places = state.row_of.of(np.array(missing, np.int64))
        made = {each.offer_id: each for each in self._facts(state, places[places >= 0])}
        with self._lock:
            for offer_id, place in zip(missing, places.tolist(), strict=True):
                # What was written anew meanwhile is not what was made.
                if place >= 0 and self._state.row_of.one(offer_id) == place:
                    self._made[offer_id] = made[offer_id]
            for longest_known in list(islice(self._made, max(len(self._made) - MOST_MADE, 0))):
                del self._made[longest_known]
        both = (each or made.get(offer_id) for offer_id, each in zip(offer_ids, known, strict=True))
        return [each for each in both if each]

    def of_members(self, member_ids: Iterable[int]) -> list[OfferFacts]:
        """One offer of each who has any: what it says of the profile holds for all of them."""
        offers = [self._state.offer_of.one(member_id) for member_id in member_ids]
        return self.of([offer_id for offer_id in offers if offer_id >= 0])

    def of_profile(self, slug: str) -> list[OfferFacts]:
        """The offers of one profile, the oldest first."""
        profile_id = self._profiles.get(slug)
        if profile_id is None:
            return []
        return self.of(self._rows_of(self._state, profile_id)["offer_id"].tolist())

    def has_profile(self, slug: str) -> bool:
        return slug in self._profiles

    def rows(self, *, one_for_each_member: bool = False) -> Rows:
        """Of all offers, for what looks at everybody."""
        state = self._state
        numbers = np.arange(len(state.slugs))
        rows = state.rows[: len(numbers)]
        here = state.row_of.of(rows["offer_id"]) == numbers
        if one_for_each_member:
            here &= state.offer_of.of(rows["member_id"]) == rows["offer_id"]
        return rows[here]

    def town(self, number: int) -> tuple[int, str]:
        return self._towns[number]

    def replace(self, profile_ids: Collection[int], read: Iterable[FactsColumns]) -> Ids:
        """Instead of all offers of these profiles; the ids of those that are other now, or gone."""
        with self._lock:
            state = self._state
            gone = np.concatenate([self._rows_of(state, each) for each in profile_ids])
            for number in state.row_of.of(gone["offer_id"]).tolist():
                self._profiles.pop(state.slugs[number], None)
            state.first_of.put(gone["profile_id"], -1)
            state.offer_of.put(gone["member_id"], -1)
            state.row_of.put(gone["offer_id"], -1)
            changed = gone["offer_id"]
            for columns in read:
                self.append(columns)
                changed = np.union1d(changed, np.array(columns.offer_id, np.int64))
            for offer_id in changed.tolist():
                self._made.pop(offer_id, None)
            return changed

    def _rows_of(self, state: _State, profile_id: int) -> Rows:
        first = last = state.first_of.one(profile_id)
        if first < 0:
            return state.rows[:0]
        while last < len(state.slugs) and state.rows["profile_id"][last] == profile_id:
            last += 1
        return state.rows[first:last]

    def append(self, read: FactsColumns) -> None:
        """Those of one profile stand together, the oldest first; the last may go on next time."""
        count = len(read.offer_id)
        state = self._state = self._with_room_for(count)
        begin = len(state.slugs)
        rows = state.rows[begin : begin + count]
        rows["town"] = self._towns.numbers_of(read.town)
        rows["timing"] = self._timings.numbers_of(read.timing)
        rows["tastes"] = self._tastes.numbers_of(read.tastes)
        rows["specialities"] = self._specialities.numbers_of(read.specialities)
        for name in AS_READ:
            rows[name] = getattr(read, name)
        state.slugs.extend(read.slug)
        numbers = np.arange(begin, begin + count)
        state.row_of.put(rows["offer_id"], numbers)
        _put_first(state, rows, numbers)
        self._profiles.update(zip(read.slug, read.profile_id, strict=True))

    def _with_room_for(self, many: int) -> _State:
        """The same when there is room; else copies of what can be booked, with room for more."""
        state = self._state
        if len(state.slugs) + many <= len(state.rows):
            return state
        here = np.flatnonzero(
            state.row_of.of(state.rows["offer_id"][: len(state.slugs)])
            == np.arange(len(state.slugs))
        )
        count = len(here) + many
        rows = np.empty(count + count // 8 + ROOM, ROW)
        rows[: len(here)] = state.rows[here]
        fresh = _State(
            rows,
            [state.slugs[number] for number in here.tolist()],
            *(ById(-1, np.int32) for _ in range(3)),
        )
        kept, numbers = rows[: len(here)], np.arange(len(here))
        fresh.row_of.put(kept["offer_id"], numbers)
        _put_first(fresh, kept, numbers)
        return fresh

    def _facts(self, state: _State, places: NDArray[Any]) -> list[OfferFacts]:
        slugs = [state.slugs[place] for place in places.tolist()]
        return [
            OfferFacts(
                offer_id,
                member_id,
                craft_id,
                self._towns[town],
                price_minor,
                Bookable(calendar_id, profile_id, offer_id, *self._timings[timing]),
                public_id.decode(),
                slug,
                self._tastes[tastes],
                self._specialities[specialities],
                changed_on,
            )
            for (
                offer_id,
                price_minor,
                member_id,
                craft_id,
                calendar_id,
                profile_id,
                changed_on,
                town,
                timing,
                tastes,
                specialities,
                public_id,
            ), slug in zip(state.rows[places].tolist(), slugs, strict=True)
        ]


def _put_first(state: _State, rows: Rows, numbers: NDArray[Any]) -> None:
    """Of each profile among these rows, unless it began before them."""
    profiles, first = np.unique(rows["profile_id"], return_index=True)
    first = first[state.first_of.of(profiles) < 0]
    state.first_of.put(rows["profile_id"][first], numbers[first])
    state.offer_of.put(rows["member_id"][first], rows["offer_id"][first])
