"""The part of a community that one update has read so far, as it was and as it becomes."""

import numpy as np

from pro_am.trust.rules.agreement import fading_of
from pro_am.trust.rules.arrays import Floats, Integers
from pro_am.trust.rules.incremental.community import Community
from pro_am.trust.rules.incremental.records import MEMBER, REVIEW, Records


class Book:
    """Members by id and reviews by the reviewed and the reviewer; both grow when asked for more.

    `reviews` hold what was last counted until the end, beside what they weigh now in `fading` and
    `lasting`.
    """

    def __init__(self, community: Community) -> None:
        self._community = community
        self.before: Records = np.empty(0, MEMBER)
        self.members: Records = np.empty(0, MEMBER)
        self.about = np.empty(0, np.int64)  # whose reviews are here
        self.reviews: Records = np.empty(0, REVIEW)
        self.fading: Floats = np.empty(0)
        self.lasting: Floats = np.empty(0)

    def places(self, ids: Integers) -> Integers:
        """Where these members stand in `members`, which are read if they are not there yet."""
        missing = np.setdiff1d(ids, self.members["id"])
        if len(missing):
            found = self._community.members(missing)
            self.before = _merged(self.before, found)
            self.members = _merged(self.members, found)
        return np.searchsorted(self.members["id"], ids)

    def known(self, ids: Integers) -> Records:
        """A copy of what is known of these members by now."""
        places = self.places(ids)
        return self.members[places]

    def read_about(self, ids: Integers) -> None:
        """All reviews of these members, and everybody who wrote them."""
        missing = np.setdiff1d(ids, self.about)
        if len(missing) == 0:
            return
        found = self._community.reviews_of(missing)
        self.about = np.union1d(self.about, missing)
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
        self.places(np.unique(np.concatenate([missing, found["reviewer"]])))

    def read_reviewed_by(self, ids: Integers) -> None:
        """All reviews of everybody whom these members reviewed."""
        if len(ids):
            self.read_about(np.unique(self._community.reviews_by(ids)["reviewed"]))


def _merged(known: Records, found: Records) -> Records:
    together = np.concatenate([known, found])
    return together[np.argsort(together["id"], kind="stable")]
