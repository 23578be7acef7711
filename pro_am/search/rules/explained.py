"""Why a result stands where it does, in points that add up to the number shown."""

from dataclasses import dataclass

from pro_am.foundation.words import mark
from pro_am.search.rules import rank
from pro_am.search.rules.rank import Ranked

WHOLE = 1000  # tenths of a point in 100 points

# In the order in which they are told, each with what it may count for at most.
PARTS = {
    "text": (mark("Your words"), rank.TEXT),
    "trust": (mark("Trust"), rank.TRUST),
    "nearness": (mark("Nearness"), rank.NEARNESS),
    "affinity": (mark("Tastes in common"), rank.AFFINITY),
    "answers": (mark("Answers given"), rank.ANSWERS),
    "freshness": (mark("Kept up to date"), rank.FRESHNESS),
}


@dataclass(frozen=True)
class Part:
    label: str
    points: float
    """Of 100, to a tenth."""
    most: int
    """Points that it may count for."""


@dataclass(frozen=True)
class Explained:
    parts: tuple[Part, ...]
    total: float
    """Of 100, to a tenth: exactly what the parts add up to."""


def explained(ranked: Ranked) -> Explained:
    """Rounded so that nothing is lost: the largest remainders are rounded up."""
    exact = [getattr(ranked, name) * WHOLE for name in PARTS]
    tenths = [int(each) for each in exact]
    missing = round(ranked.score * WHOLE) - sum(tenths)
    by_remainder = sorted(range(len(exact)), key=lambda n: tenths[n] - exact[n])
    for number in by_remainder[:missing]:
        tenths[number] += 1
    parts = tuple(
        Part(label, points / 10, round(most * 100))
        for (label, most), points in zip(PARTS.values(), tenths, strict=True)
    )
    return Explained(parts, sum(tenths) / 10)
