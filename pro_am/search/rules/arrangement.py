"""Who stands where among the ranked: not only the same few people, and a chance for the new.

Where there are enough results to choose from, the first ten hold at most two offers of one pro-am
and three of one speciality; two of every twenty places are kept for newcomers, drawn by lot for
each visitor and day; and one of the first ten for something unlike what a member usually books.
Where there are few, the best match simply comes first, whoever makes it.
"""

from collections import Counter, OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import log

from pro_am.search.rules.rank import Candidate, Ranked, Stands, one_for_each_member

ARRANGED_FROM = 20  # where fewer are found, all are on one page anyhow
TOP = 10
MOST_PER_MEMBER = 2  # in the first ten
MOST_PER_SPECIALITY = 3  # in the first ten
REVIEWS_OF_NEWCOMERS = 3  # who has fewer is new
BLOCK = 20  # places, of which some are kept for newcomers
KEPT_PLACES = ((3, 10), (11, 20))  # one in each stretch of a block, drawn by lot
SURPRISE_PLACE = 6  # counted from 0
SHARPNESS = 4.0  # how much better a newcomer's chance is when they fit better


@dataclass(frozen=True)
class Habits:
    """What a member books, by ids."""

    crafts: frozenset[int]
    specialities: frozenset[int]

    def hold(self, candidate: Candidate) -> bool:
        """Whether it is of a speciality they know; where it has none, of a craft they know."""
        if candidate.specialities:
            return not self.specialities.isdisjoint(candidate.specialities)
        return candidate.craft_id in self.crafts


def arranged(ranked: Sequence[Ranked], seed: str, habits: Habits | None = None) -> list[Ranked]:
    """The same results, in the order in which they are shown; `stands` says who was moved.

    `seed` stays the same for a visitor and a day, so that pages follow one another. `habits` are
    those of a member who likes a surprise; None for everybody else. Whoever gains points never
    loses a place by it.
    """
    if len(ranked) < ARRANGED_FROM:
        return list(ranked)
    return list(_placed(ranked, seed, _surprise(ranked, habits) if habits else None))


def kept_places(many: int, seed: str) -> frozenset[int]:
    """Places among so many, counted from 0, that are kept for newcomers."""
    kept = set()
    for block in range(0, many, BLOCK):
        for first, end in KEPT_PLACES:
            kept.add(block + first + int(_lot(f"{seed}/{block}/{first}") * (end - first)))
    return frozenset(kept)


def _placed(ranked: Sequence[Ranked], seed: str, surprise: Ranked | None) -> Iterator[Ranked]:
    kept, newcomers = kept_places(len(ranked), seed), _drawn(ranked, seed)
    left = OrderedDict((each.candidate.offer_id, each) for each in ranked)
    spread = _Spread(ranked)
    for place in range(len(ranked)):
        admits = spread.admits if place < TOP else _anybody
        chosen = next(filter(admits, left.values()), None) or next(iter(left.values()))
        stands = Stands.SURPRISE if chosen is surprise else Stands.BY_SCORE
        if place == SURPRISE_PLACE and surprise and _is_in(left, surprise) and admits(surprise):
            chosen, stands = surprise, Stands.SURPRISE
        elif place in kept:
            waiting = (each for each in newcomers if _is_in(left, each) and admits(each))
            new = next(waiting, chosen)
            if new is not chosen:
                chosen, stands = new, Stands.NEWCOMER
        del left[chosen.candidate.offer_id]
        spread.note(chosen)
        yield chosen if stands is Stands.BY_SCORE else chosen._replace(stands=stands)


def _is_in(left: OrderedDict[int, Ranked], each: Ranked) -> bool:
    return each.candidate.offer_id in left


class _Spread:
    """Counts of those placed, against what the first ten may hold."""

    def __init__(self, ranked: Sequence[Ranked]) -> None:
        # What most results share was looked for: it cannot be held back.
        counts = Counter(topic for each in ranked for topic in each.candidate.specialities)
        self._looked_for = {topic for topic, many in counts.items() if 2 * many > len(ranked)}
        self._members: Counter[int] = Counter()
        self._topics: Counter[int] = Counter()

    def admits(self, each: Ranked) -> bool:
        return self._members[each.candidate.member_id] < MOST_PER_MEMBER and all(
            self._topics[topic] < MOST_PER_SPECIALITY for topic in self._of(each)
        )

    def note(self, each: Ranked) -> None:
        self._members[each.candidate.member_id] += 1
        self._topics.update(self._of(each))

    def _of(self, each: Ranked) -> Iterator[int]:
        return (topic for topic in each.candidate.specialities if topic not in self._looked_for)


def _anybody(_each: Ranked) -> bool:
    return True


def _surprise(ranked: Sequence[Ranked], habits: Habits) -> Ranked | None:
    """The best of those unlike the usual; None where most are, since then that was looked for."""
    unlike = [each for each in ranked if not habits.hold(each.candidate)]
    return unlike[0] if unlike and 2 * len(unlike) <= len(ranked) else None


def _drawn(ranked: Sequence[Ranked], seed: str) -> list[Ranked]:
    """One offer of each newcomer, by a lot in which those who fit better have better chances.

    By -log(u) / weight: Efraimidis and Spirakis (2006), "Weighted random sampling".
    """
    new = one_for_each_member(each for each in ranked if each.candidate.is_newcomer)
    return sorted(new, key=lambda each: _draw(each, seed))


def _draw(each: Ranked, seed: str) -> float:
    weight = max(each.score, 1e-9) ** SHARPNESS
    return -log(_lot(f"{seed}/{each.candidate.member_id}")) / weight


def _lot(what: str) -> float:
    """Above 0 and below 1, always the same for the same words."""
    drawn = int.from_bytes(blake2b(what.encode(), digest_size=7).digest(), "big")
    return (drawn + 0.5) / 2**56
