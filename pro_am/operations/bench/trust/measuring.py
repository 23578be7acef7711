"""Run in a process of its own, so that its memory is that of one run: prints one JSON object."""

import json
import resource
import sys
import time
from pathlib import Path
from random import Random
from statistics import median, quantiles

import numpy as np

from pro_am.operations.bench.trust import community
from pro_am.trust.rules.incremental.community import Touched
from pro_am.trust.rules.incremental.in_memory import InMemory
from pro_am.trust.rules.incremental.updating import update
from pro_am.trust.rules.network import compute

CHANGES = 300  # of each kind


def full_run(folder: Path) -> dict[str, float]:
    network = community.read(folder)
    began, cpu = time.perf_counter(), time.process_time()
    compute(network, community.NOW_DAYS)
    spent = {"seconds": time.perf_counter() - began, "cpu_seconds": time.process_time() - cpu}
    return spent | {"memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}


def updates(folder: Path) -> dict[str, float]:
    """CPU milliseconds of an update after a review, after a vouch, after one taken back."""
    network = community.read(folder)
    known = InMemory(compute(network, community.NOW_DAYS), community.NOW_DAYS)
    chance = Random(1)  # noqa: S311 - the same changes every time
    spent: dict[str, list[float]] = {"review": [], "vouch": [], "taken back": []}

    def timed(kind: str, touched: Touched) -> None:
        began = time.process_time()
        found = update(known, touched)
        spent[kind].append(1000 * (time.process_time() - began))
        known.keep(found)

    for _ in range(CHANGES):
        # Whoever has more reviews is more likely to have the next one.
        place = chance.randrange(len(network.reviews))
        reviewed, role = int(network.reviews.reviewed[place]), int(network.reviews.role[place])
        reviewer = _other(chance, network.members, reviewed)
        x = chance.choice([-1.0, -0.5, 0.0, 0.5, 1.0, 1.0, 1.0])
        known.add_review(
            reviewer=reviewer, reviewed=reviewed, role=role, x=x, day=community.NOW_DAYS
        )
        timed("review", Touched(pairs=[(reviewer, reviewed)]))
        vouched = chance.randrange(network.members)
        voucher = _other(chance, network.members, vouched)
        number = known.add_vouch(voucher, vouched, 1.0)
        timed("vouch", Touched(vouches=[(voucher, vouched)]))
        known.take_back_vouch(number)
        timed("taken back", Touched(vouches=[(voucher, vouched)]))
    return {kind: quantiles(each, n=20)[-1] for kind, each in spent.items()} | {
        f"{kind}, median": median(each) for kind, each in spent.items()
    }


def _other(chance: Random, members: int, but: int) -> int:
    found = chance.randrange(members - 1)
    return found + (found >= but)


if __name__ == "__main__":
    np.seterr(all="raise")
    measured = {"full_run": full_run, "updates": updates}[sys.argv[1]](Path(sys.argv[2]))
    sys.stdout.write(json.dumps(measured))
