"""What was measured of an engine, beside what it may cost (one core, no server around it)."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

SMALL = 10_000  # documents
MOST_BUILD_SECONDS, MOST_MB, MOST_RATIO, MOST_VISIBLE_MS = 360, 350, 3.0, 2000
SUGGESTED_WITHIN_MS = 5


@dataclass(frozen=True)
class Spread:
    """Milliseconds."""

    p50: float
    p95: float
    p99: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Spread":
        cuts = quantiles([1000 * each for each in seconds], n=100, method="inclusive")
        return cls(*(round(cuts[at - 1], 2) for at in (50, 95, 99)))


@dataclass(frozen=True)
class Times:
    cpu: Spread
    wall: Spread


@dataclass(frozen=True)
class KindFigure:
    """A kind of search, each asked twice: `first` of a process that never read its words."""

    kind: str
    first: Times
    warm: Times
    found: int
    """Of the searches, how many found somebody."""


@dataclass(frozen=True)
class Ratio:
    """Beside SQLite's FTS5, for words of which any will do; both with everything in memory."""

    kind: str
    ours_ms: float  # median, CPU
    fts5_ms: float
    worst: float
    """Of single searches: so many times what FTS5 takes."""
    worst_from_1_ms: float
    """Of those that take us a millisecond: below, it is the way to the index that is measured."""

    @property
    def is_good(self) -> bool:
        return self.worst_from_1_ms <= MOST_RATIO


@dataclass(frozen=True)
class Measured:
    """By the process that only serves."""

    opening_ms: float
    """From nothing read to the first answer with its counts."""
    kinds: list[KindFigure]
    ratios: list[Ratio]
    mb: int


@dataclass(frozen=True)
class SearchFigures:
    engine: str
    documents: int
    seed: int
    build_seconds: float
    build_cpu_seconds: float
    index_mb: float
    measured: Measured
    visible: Spread
    """From the beginning of a commit until a search of another process finds what is new."""

    @property
    def per_second(self) -> int:
        return round(self.documents / self.build_seconds)

    def faults(self) -> list[str]:
        """Which bars are not met."""
        found = [
            f"{each.kind}: {fault}" for each in self.measured.kinds for fault in self._of(each)
        ]
        found += [
            f"{each.kind}: {each.worst_from_1_ms:.1f} times FTS5, at most {MOST_RATIO}"
            for each in self.measured.ratios
            if self.engine == "whoosh" and not each.is_good
        ]
        if self.build_seconds > MOST_BUILD_SECONDS:
            found.append(f"built in {self.build_seconds:.0f} s, at most {MOST_BUILD_SECONDS}")
        if self.measured.mb > MOST_MB:
            found.append(f"{self.measured.mb} MB, at most {MOST_MB}")
        if self.visible.p99 > MOST_VISIBLE_MS:
            found.append(f"visible after {self.visible.p99:.0f} ms, at most {MOST_VISIBLE_MS}")
        return found

    def _of(self, figure: KindFigure) -> list[str]:
        first, warm, worst = self.bars(figure.kind)
        of_all = (
            ("first p95", self.time(figure.first).p95, first),
            ("warm p95", self.time(figure.warm).p95, warm),
            ("first p99", self.time(figure.first).p99, worst),
        )
        return [
            f"{what} {found} ms, at most {bar}"
            for what, found, bar in of_all
            if bar and found > bar
        ]

    def time(self, times: Times) -> Spread:
        """A database works in processes of its own, which only the clock sees."""
        return times.cpu if self.engine == "whoosh" else times.wall

    def bars(self, kind: str) -> tuple[float, float, float | None]:
        """Milliseconds: p95 at first and once warm, and p99 at first."""
        if kind == SUGGESTED:
            return SUGGESTED_WITHIN_MS, SUGGESTED_WITHIN_MS, None
        if self.engine != "whoosh":
            return 60, 60, None
        return (10, 10, None) if self.documents <= SMALL else (50, 20, 120)


SUGGESTED = "suggested while typing"
