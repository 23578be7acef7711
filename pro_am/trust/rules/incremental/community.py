"""What an incremental update asks, what it is told of a change, and what it gives back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pro_am.trust.rules.arrays import Floats, Integers
from pro_am.trust.rules.incremental.records import Records
from pro_am.trust.rules.score import Scores


class Community(Protocol):
    """What an update may ask. Ids are any integers, each once; answers are copies."""

    now_days: float  # of the last full run

    def members(self, ids: Integers) -> Records:
        """MEMBER records in the order of the ids; `new_member` for whom no run has seen."""

    def reviews_of(self, ids: Integers) -> Records:
        """All REVIEW records about these members, in any order.

        Those that are shown now (`counts`), and those that were when they were last counted.
        """

    def reviews_by(self, ids: Integers) -> Records:
        """The same, by these members."""

    def evidence_of(self, ids: Integers) -> Floats:
        """N of each role of these members, as last scored; of shape (ids, roles)."""

    def vouches_of(self, ids: Integers) -> Records:
        """All open vouches (VOUCH) for these members."""

    def vouches_by(self, ids: Integers) -> Records:
        """All open vouches that these members give."""


@dataclass(frozen=True)
class Touched:
    """What changed, after it did."""

    pairs: Sequence[tuple[int, int]] = ()  # reviewer, reviewed: of reviews shown, hidden, witnessed
    vouches: Sequence[tuple[int, int]] = ()  # voucher, vouched: given or taken back
    identities: Sequence[int] = ()  # whose identity evidence is another


@dataclass(frozen=True)
class Update:
    """What to write down.

    Members are sorted by id; `om` and `undecayed` are of the reviews, in their order. `support` and
    `scores` have the shape (members in `scored`, roles). Records of reviews that no longer count
    may be forgotten.
    """

    members: Records
    reviews: Records
    om: Floats
    undecayed: Floats
    scored: Integers  # ids
    support: Floats  # see network.TrustResult
    scores: Scores
