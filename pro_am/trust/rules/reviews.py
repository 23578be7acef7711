"""Reviews as arrays, and what stars and witnesses become in them."""

import enum
from dataclasses import dataclass, fields

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Floats, Integers


class Role(enum.IntEnum):
    """The side on which a member was reviewed."""

    PROVIDER = 0
    HOST = 1


@dataclass(frozen=True)
class Reviews:
    """Published reviews, one per place in every array, sorted by `reviewed`, then `reviewer`.

    Sorted, the reviews of a member lie side by side, and so do those of a pair: nothing needs to
    be sorted again in each run.
    """

    reviewer: Integers
    reviewed: Integers
    role: Integers  # a Role: the side of the reviewed member
    x: Floats  # opinion in [-1, 1], see `opinion`
    time_days: Floats  # when it was published, in days since any fixed moment
    multiplier: Floats  # m, see `multiplier`; 0 takes a review out

    def __post_init__(self) -> None:
        if len({len(getattr(self, field.name)) for field in fields(self)}) != 1:
            raise ValueError("The arrays of reviews differ in length.")
        step = np.diff(self.reviewed)
        if np.any((step < 0) | ((step == 0) & (np.diff(self.reviewer) < 0))):
            raise ValueError("Reviews must be sorted by reviewed, then reviewer.")

    def __len__(self) -> int:
        return len(self.x)

    @property
    def subject(self) -> Integers:
        """Who is reviewed in which role, as 2 * member + role."""
        return self.reviewed.astype(np.intp) * len(Role) + self.role


def opinion(stars: Floats) -> Floats:
    """1-5 overall stars as x in [-1, 1]."""
    return (stars - 3) / 2


def multiplier(confirming: Floats, disputing: Floats) -> Floats:
    """The m of reviews from the summed standings of those who confirm and who dispute them."""
    m = 1 + c.CONFIRMED_BY * confirming - c.DISPUTED_BY * disputing
    return np.clip(m, c.MULTIPLIER_LEAST, c.MULTIPLIER_MOST)
