"""What trust costs, beside what it may."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pro_am.operations.bench.trust import community, explaining

SECONDS = 2  # for each page
ROOT = Path(__file__).parents[4]


@dataclass(frozen=True)
class TrustFigure:
    what: str
    unit: str
    found: float
    at_most: float

    @property
    def is_good(self) -> bool:
        return self.found <= self.at_most


def figures(members: int, seed: int, tell: Callable[[str], None]) -> Iterator[TrustFigure]:
    """Of a community with ten reviews and four vouches for each of so many members."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tell(f"a community of {members:,}")
        community.make(members, seed, folder)
        tell("every score anew")
        run = _measured("full_run", folder)
        yield TrustFigure("full run, wall clock", "s", run["seconds"], 15)
        yield TrustFigure("full run, CPU", "s", run["cpu_seconds"], 15)
        yield TrustFigure("full run, most memory", "MB", run["memory_mb"], 1500)
        tell("one change after the other")
        updates = _measured("updates", folder)
        for kind in ("review", "vouch", "taken back"):
            what = f"update after a {'vouch ' if kind == 'taken back' else ''}{kind} (p95)"
            yield TrustFigure(f"{what}, CPU", "ms", updates[kind], 5)
    for page, spent in explaining.cpu_ms(seed, SECONDS, tell).items():
        yield TrustFigure(f"{page} of {explaining.REVIEWS:,} reviews, CPU", "ms", spent, 30)


def _measured(what: str, folder: Path) -> dict[str, Any]:
    child = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", "pro_am.operations.bench.trust.measuring", what, str(folder)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(child.stdout)
    return found
