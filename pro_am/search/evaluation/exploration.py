"""What places kept for newcomers give them, and what they cost those who search.

A community is drawn by lot: pro-ams with a hidden quality, of whom the known ones have reviews that
A community is drawn by lot: pro-ams of a hidden quality, of whom the known have reviews that
with the same pages without kept places: how many of the places go to newcomers (fewer than
REVIEWS_OF_NEWCOMERS reviews), and how much worth of the page is lost, as nDCG at 20 with the true
worth of each offer as its gain (Järvelin and Kekäläinen, 2002, with linear gains).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import log2, sqrt
from random import Random
from statistics import mean

from pro_am.search.rules.arrangement import REVIEWS_OF_NEWCOMERS, arranged
from pro_am.search.rules.rank import Candidate, rank

PAGE = 20
TOPICS = 12
TOWN_KM = 25.0
MOST_REVIEWS = 40
NEW_SHARE = 0.2  # of pro-ams
FITTING, BARELY = 6.0, 1.5  # text scores of those who do what was asked, and who mention it


@dataclass(frozen=True)
class ProAm:
    id: int
    topics: tuple[int, ...]
    at: tuple[float, float]
    quality: float
    reviews: int
    trust_low: float | None

    @property
    def is_newcomer(self) -> bool:
        return self.reviews < REVIEWS_OF_NEWCOMERS


@dataclass(frozen=True)
class Exploration:
    """Shares of impressions on first pages, and the worth of these pages."""

    searches: int
    newcomers: int
    impressions_of_newcomers: float
    impressions_without: float
    newcomers_seen: float
    """The share of newcomers who were shown at least once."""
    newcomers_seen_without: float
    ndcg: float
    ndcg_without: float

    @property
    def loss(self) -> float:
        """Of nDCG, as a share."""
        return 1 - self.ndcg / self.ndcg_without

    def told(self) -> dict[str, float]:
        return {name: round(value, 4) for name, value in asdict(self).items()} | {
            "loss": round(self.loss, 4)
        }


def simulate(seed: int, *, pro_ams: int = 300, visitors: int = 40, days: int = 30) -> Exploration:
    """Every visitor searches once a day."""
    rng = Random(seed)  # noqa: S311 - no secret depends on it
    people = [_pro_am(number, rng) for number in range(1, pro_ams + 1)]
    new = {each.id for each in people if each.is_newcomer}
    pages: list[list[int]] = []
    pages_without: list[list[int]] = []
    worths: list[float] = []
    worths_without: list[float] = []
    for day in range(days):
        for visitor in range(visitors):
            candidates, gains = _search(people, rng)
            plain = [each._replace(is_newcomer=False) for each in candidates]
            visit = f"{seed}/{day}/{visitor}"
            for found, shown, worth in (
                (candidates, pages, worths),
                (plain, pages_without, worths_without),
            ):
                order = [each.candidate.member_id for each in arranged(rank(found), visit)]
                shown.append(order[:PAGE])
                worth.append(ndcg([gains[each] for each in order], PAGE))
    return Exploration(
        len(pages),
        len(new),
        _share(pages, new),
        _share(pages_without, new),
        _seen(pages, new),
        _seen(pages_without, new),
        mean(worths),
        mean(worths_without),
    )


def ndcg(gains: Sequence[float], at: int) -> float:
    """Of gains in the order shown: 1 for the best order; 0 where there is nothing to gain."""
    ideal = _dcg(sorted(gains, reverse=True)[:at])
    return _dcg(gains[:at]) / ideal if ideal else 0.0


def _dcg(gains: Sequence[float]) -> float:
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains))


def _pro_am(number: int, rng: Random) -> ProAm:
    quality = rng.betavariate(8, 2)
    is_new = rng.random() < NEW_SHARE
    reviews = rng.randrange(REVIEWS_OF_NEWCOMERS) if is_new else rng.randint(3, MOST_REVIEWS)
    width = 0.3 / sqrt(reviews + 1)
    low = quality + rng.gauss(0, width) - width
    return ProAm(
        number,
        tuple(rng.sample(range(TOPICS), rng.randint(1, 3))),
        (rng.uniform(-TOWN_KM, TOWN_KM), rng.uniform(-TOWN_KM, TOWN_KM)),
        quality,
        reviews,
        None if reviews < REVIEWS_OF_NEWCOMERS else min(max(low, 0.0), 1.0),
    )


def _search(people: Sequence[ProAm], rng: Random) -> tuple[list[Candidate], dict[int, float]]:
    """Who has the words, and what each is truly worth to this visitor, by member."""
    topic = rng.randrange(TOPICS)
    here = rng.uniform(-TOWN_KM, TOWN_KM), rng.uniform(-TOWN_KM, TOWN_KM)
    candidates: list[Candidate] = []
    gains: dict[int, float] = {}
    for each in people:
        fits = topic in each.topics
        if not fits and rng.random() > 0.15:
            continue
        km = sqrt((each.at[0] - here[0]) ** 2 + (each.at[1] - here[1]) ** 2)
        text = max((FITTING if fits else BARELY) + rng.gauss(0, 0.8), 0.1)
        candidates.append(
            Candidate(
                each.id,
                each.id,
                text,
                km,
                each.trust_low,
                specialities=each.topics,
                is_newcomer=each.is_newcomer,
            )
        )
        gains[each.id] = (1.0 if fits else 0.2) * each.quality * 10 / (10 + km)
    return candidates, gains


def _share(pages: Sequence[Sequence[int]], new: set[int]) -> float:
    shown = [each for page in pages for each in page]
    return sum(each in new for each in shown) / len(shown)


def _seen(pages: Sequence[Sequence[int]], new: set[int]) -> float:
    return len({each for page in pages for each in page} & new) / len(new)
