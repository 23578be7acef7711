"""The part of a community that one update has read so far, as it was and as it becomes."""

from typing import Final

import numpy as np

from pro_am.trust.rules.agreement import fading_of
from pro_am.trust.rules.arrays import Floats, Integers, distinct, sum_by
from pro_am.trust.rules.incremental.community import Community
from pro_am.trust.rules.incremental.records import MEMBER, REVIEW, Records
from pro_am.trust.rules.reviews import Role

OPINION_MATTERS: Final = 3e-4  # weight, as a share of 1 + all that was said; less waits for a night

ROOM: Final = 512  # members at first


class Book:
    """Members by id and reviews by the reviewed and the reviewer; both grow when asked for more.

    `reviews` hold what was last counted until the end, beside what they weigh now in `fading` and
    `lasting`.
    """

    def __init__(self, community: Community) -> None:
        self._community = community
        self._count = 0
        self._before: Records = np.empty(ROOM, MEMBER)
        self._members: Records = np.empty(ROOM, MEMBER)
        # Sorted ids, and where each stands: members themselves stay where they are once read.
        self._ids = np.empty(0, np.int64)
        self._places = np.empty(0, np.int64)
        self.about = np.empty(0, np.int64)  # whose reviews are here
        self.reviews: Records = np.empty(0, REVIEW)
        self.fading: Floats = np.empty(0)
        self.lasting: Floats = np.empty(0)
        # Of pairs (reviewer, reviewed) as provider, where they may have changed.
        self.cliques: dict[tuple[int, int], float] = {}

    @property
    def before(self) -> Records:
        """All members read, in the order of `members`, as they were."""
        return self._before[: self._count]

    @property
    def members(self) -> Records:
        """All members read, as they become; to be written to."""
        return self._members[: self._count]

    def places(self, ids: Integers) -> Integers:
        """Where these members stand in `members`, which are read if they are not there yet."""
        found = np.searchsorted(self._ids, ids)
        is_here = found < len(self._ids)
        is_here[is_here] = self._ids[found[is_here]] == ids[is_here]
        if not is_here.all():
            self._read(distinct(ids[~is_here]))
            found = np.searchsorted(self._ids, ids)
        return self._places[found]

    def _read(self, missing: Integers) -> None:
        begin, self._count = self._count, self._count + len(missing)
        while self._count > len(self._members):
            self._before = np.concatenate([self._before, np.empty_like(self._before)])
            self._members = np.concatenate([self._members, np.empty_like(self._members)])
        self._before[begin : self._count] = self._community.members(missing)
        self._members[begin : self._count] = self._before[begin : self._count]
        into = np.searchsorted(self._ids, missing)
        self._ids = np.insert(self._ids, into, missing)
        self._places = np.insert(self._places, into, np.arange(begin, self._count))

    def known(self, ids: Integers) -> Records:
        """A copy of what is known of these members by now."""
        places = self.places(ids)
        return self.members[places]

    def read_about(self, ids: Integers) -> None:
        """All reviews of these members, each of them once, and everybody who wrote them."""
        missing = np.setdiff1d(ids, self.about, assume_unique=True)
        if len(missing) == 0:
            return
        found = self._community.reviews_of(missing)
        self.about = np.sort(np.concatenate([self.about, missing]))
        self._put_cliques(found)
        found = found[np.lexsort((found["reviewer"], found["reviewed"]))]
        fading, lasting = fading_of(
            found["reviewed"],
            found["reviewer"],
            found["time_days"],
            np.where(found["counts"], found["multiplier"] * found["clique"], 0.0),
            self._community.now_days,
        )
        reviews = np.concatenate([self.reviews, found])
        order = np.lexsort((reviews["reviewer"], reviews["reviewed"]))
        self.reviews = reviews[order]
        self.fading = np.concatenate([self.fading, fading])[order]
        self.lasting = np.concatenate([self.lasting, lasting])[order]
        self.places(np.concatenate([missing, found["reviewer"]]))

    def _put_cliques(self, reviews: Records) -> None:
        if not self.cliques:
            return
        for place in np.flatnonzero(reviews["role"] == Role.PROVIDER).tolist():
            pair = int(reviews["reviewer"][place]), int(reviews["reviewed"][place])
            reviews["clique"][place] = self.cliques.get(pair, reviews["clique"][place])

    def read_reviewed_by(self, ids: Integers, moved: Floats) -> None:
        """All reviews of those for whom it matters that what these members say weighs otherwise.

        `moved` is by how much, before the age of a review counts. A subject about whom others have
        said much hardly feels it: they are left for the next full run.
        """
        matters_alone = moved > OPINION_MATTERS / 2
        ids, moved = ids[matters_alone], moved[matters_alone]
        order = np.argsort(ids)
        ids, moved = ids[order], moved[order]
        if len(ids) == 0:
            return
        reviews = self._community.reviews_by(ids)
        felt = moved[np.searchsorted(ids, reviews["reviewer"])] * np.nan_to_num(reviews["fading"])
        reviewed, whose = distinct(reviews["reviewed"]), reviews["reviewed"]
        subject = np.searchsorted(reviewed, whose) * len(Role) + reviews["role"]
        together = sum_by(subject, felt, len(reviewed) * len(Role)).reshape(-1, len(Role))
        matters = OPINION_MATTERS * (1 + self._community.evidence_of(reviewed))
        self.read_about(reviewed[np.any(together > matters, axis=1)])
