"""The public evidence on a score, as a file from which anybody can compute it again.

It names nobody: `member` and the ids of reviews are pseudonyms, and a review carries what it
weighs, not the standing of its author.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime

import numpy as np

from pro_am.standing.rules import ReviewedAs
from pro_am.standing.rules import constants as c
from pro_am.trust.rules.days import days
from pro_am.trust.rules.json_places import Place, parsed
from pro_am.trust.rules.reviews import opinion
from pro_am.trust.rules.score import Evidence, Parts, gather, interval, weigh_up

PRECISION = 6  # decimals of weights, standing and stake
POINT_PRECISION = 3  # decimals of points
SAME_POINTS = 0.05  # numbers that differ by no more are the same to a tenth
SAME_SHARE = 0.0005  # and so are ends of intervals, which are shown in per cent
PART_NAMES = (*(part.name for part in fields(Parts)), "clipping")


@dataclass(frozen=True)
class ReviewLine:
    """One review. `weight` is om; `undecayed` is om before its age counts."""

    id: str
    by: str  # a pseudonym of its author, in this file alone
    stars: int
    time: datetime  # when it was published, naive UTC
    weight: float
    undecayed: float


@dataclass(frozen=True)
class Numbers:
    """A score with its interval, and the parts that add up to it beside the base.

    Unproven, there is neither a score nor an interval, and no parts.
    """

    score: float | None
    low: float | None  # in [0, 1]
    high: float | None
    parts: Mapping[str, float]  # by PART_NAMES


@dataclass(frozen=True)
class EvidenceFile:
    version: str  # of the constants
    computed_at: datetime
    member: str
    role: ReviewedAs
    standing: float  # as it counts in this role: TrustResult.support
    stake: float
    reviews: tuple[ReviewLine, ...]
    told: Numbers


@dataclass(frozen=True)
class Difference:
    """What the file says otherwise than what its reviews add up to."""

    name: str
    told: float | None
    found: float | None


def write(file: EvidenceFile) -> str:
    """The file as JSON, one review a line."""
    told = file.told
    facts = {
        "version": file.version,
        "computed_at": _written(file.computed_at),
        "member": file.member,
        "role": file.role.value,
        "standing": round(file.standing, PRECISION),
        "stake": round(file.stake, PRECISION),
        "score": _rounded(told.score, POINT_PRECISION),
        "low": _rounded(told.low, PRECISION),
        "high": _rounded(told.high, PRECISION),
        "parts": {name: round(points, POINT_PRECISION) for name, points in told.parts.items()},
    }
    lines = [f"  {json.dumps(name)}: {json.dumps(fact)}" for name, fact in facts.items()]
    reviews = ",\n".join(f"    {json.dumps(_review_facts(line))}" for line in file.reviews)
    lines.append(f'  "reviews": [\n{reviews}\n  ]' if reviews else '  "reviews": []')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def read(text: str) -> EvidenceFile:
    """Raises BrokenFile for what cannot be used."""
    whole = parsed(text)
    version = whole["version"]
    if version.words() != c.VERSION:
        version.refuse(f"computed with constants {version.value}; these here are {c.VERSION}")
    return EvidenceFile(
        version=version.value,
        computed_at=whole["computed_at"].instant(),
        member=whole["member"].words(),
        role=ReviewedAs(whole["role"].one_of([role.value for role in ReviewedAs])),
        standing=whole["standing"].number(0, 1),
        stake=whole["stake"].number(0, 1),
        reviews=_reviews(whole["reviews"]),
        told=_numbers(whole),
    )


def recompute(file: EvidenceFile) -> Numbers:
    """What the reviews of the file add up to, by the constants and the rules of the score.

    Weights are rounded in the file: at the very edge of being proven it is believed.
    """
    evidence = evidence_of(file.reviews)
    weight = float(evidence.N[0])
    is_proven = bool(evidence.is_proven[0])
    is_at_the_edge = abs(weight - c.PROVEN_WEIGHT) <= len(file.reviews) * 10.0**-PRECISION
    if is_at_the_edge and evidence.voices[0] >= c.PROVEN_VOICES:
        is_proven = file.told.score is not None
    if not is_proven:
        return Numbers(None, None, None, {})
    parts = weigh_up(evidence, np.array([file.standing]), np.array([file.stake]))
    points = {name: float(line[0]) for name, line in vars(parts).items()}
    low, high = interval(evidence.a, evidence.b, evidence.n0)
    return Numbers(
        score=float(parts.total[0]),
        low=float(low[0]),
        high=float(high[0]),
        parts=points | {"clipping": float(parts.clipping[0])},
    )


def differences(told: Numbers, found: Numbers) -> list[Difference]:
    """What is not the same to a tenth of a point, or of a per cent."""
    names = [name for name in PART_NAMES if name in told.parts or name in found.parts]
    compared = [
        ("score", told.score, found.score, SAME_POINTS),
        ("low", told.low, found.low, SAME_SHARE),
        ("high", told.high, found.high, SAME_SHARE),
        *((name, told.parts.get(name), found.parts.get(name), SAME_POINTS) for name in names),
    ]
    return [
        Difference(name, said, is_so)
        for name, said, is_so, slack in compared
        if (said is None) != (is_so is None)
        or (said is not None and is_so is not None and abs(said - is_so) > slack)
    ]


def evidence_of(reviews: tuple[ReviewLine, ...]) -> Evidence:
    """What these reviews say of the one member they are about."""
    return gather(
        subject=np.zeros(len(reviews), dtype=np.intp),
        reviewer=np.unique([line.by for line in reviews], return_inverse=True)[1],
        x=opinion(np.array([line.stars for line in reviews], dtype=float)),
        time_days=np.array([days(line.time) for line in reviews], dtype=float),
        om=np.array([line.weight for line in reviews], dtype=float),
        undecayed=np.array([line.undecayed for line in reviews], dtype=float),
        n=1,
    )


def _reviews(places: Place) -> tuple[ReviewLine, ...]:
    seen: set[str] = set()
    lines = []
    for place in places.items():
        line = _review(place)
        if line.id in seen:
            place["id"].refuse(f"the review {line.id} comes twice")
        seen.add(line.id)
        lines.append(line)
    return tuple(lines)


def _review(place: Place) -> ReviewLine:
    stars = place["stars"]
    if not stars.number(1, 5).is_integer():
        stars.refuse("stars are whole")
    return ReviewLine(
        id=place["id"].words(),
        by=place["by"].words(),
        stars=int(stars.value),
        time=place["time"].instant(),
        weight=place["weight"].number(0, c.MULTIPLIER_MOST),
        undecayed=place["undecayed"].number(0, c.MULTIPLIER_MOST),
    )


def _numbers(whole: Place) -> Numbers:
    score = whole["score"].number_or_none(0, 100)
    parts = whole["parts"]
    is_bare = score is None and parts.value == {}
    return Numbers(
        score=score,
        low=whole["low"].number_or_none(0, 1),
        high=whole["high"].number_or_none(0, 1),
        parts={} if is_bare else {name: parts[name].number(-200, 200) for name in PART_NAMES},
    )


def _review_facts(line: ReviewLine) -> dict[str, object]:
    return {
        "id": line.id,
        "by": line.by,
        "stars": line.stars,
        "time": _written(line.time),
        "weight": _weight(line.weight),
        "undecayed": _weight(line.undecayed),
    }


def _weight(weight: float) -> float:
    """Rounded, but never to nothing: a review that counts a little still marks a day."""
    return max(round(weight, PRECISION), 10.0**-PRECISION) if weight > 0 else 0.0


def _rounded(number: float | None, decimals: int) -> float | None:
    return None if number is None else round(number, decimals)


def _written(instant: datetime) -> str:
    return instant.isoformat() + "Z"
