"""What a vouch is made of, in words: how the two know each other, and how it may end."""

import enum
from datetime import datetime

from pro_am.foundation.words import mark
from pro_am.standing.rules import constants as c

AS_HOST = "host"  # what is vouched for in somebody without a profile
WORDS_LEAST = 20
WORDS_LONGEST = 600
EARLIEST_YEAR = 1930


class Basis(enum.StrEnum):
    """What a vouch rests on."""

    BOOKING = "booking"
    RELATION = "relation"
    INVITATION = "invitation"
    STEWARD = "steward"


class Relation(enum.StrEnum):
    """How the two know each other, as the voucher declares it."""

    FRIEND = "friend"
    FAMILY = "family"
    NEIGHBOUR = "neighbour"
    COLLEAGUE = "colleague"
    CLUB = "club"
    OTHER = "other"


class Ending(enum.StrEnum):
    WITHDRAWN = "withdrawn"  # by the voucher
    DECLINED = "declined"  # by the person vouched for
    LAPSED = "lapsed"  # not confirmed in time
    GONE = "gone"  # one of the two is no longer here


BASES = {
    Basis.BOOKING: mark("known by booking"),
    Basis.RELATION: mark("known in person, as they declare"),
    Basis.INVITATION: mark("invited them here"),
    Basis.STEWARD: mark("a steward who knows them"),
}
RELATIONS = {
    Relation.FRIEND: mark("friend"),
    Relation.FAMILY: mark("family"),
    Relation.NEIGHBOUR: mark("neighbour"),
    Relation.COLLEAGUE: mark("colleague"),
    Relation.CLUB: mark("club or association"),
    Relation.OTHER: mark("another way"),
}
ENDINGS = {
    Ending.WITHDRAWN: mark("withdrawn"),
    Ending.DECLINED: mark("not wished for"),
    Ending.LAPSED: mark("not confirmed in time"),
    Ending.GONE: mark("ended: one of you is no longer here"),
}


def basis_of(*, have_met: bool, is_steward: bool) -> Basis:
    """The strongest that is true; a kept booking says more than an office."""
    if have_met:
        return Basis.BOOKING
    return Basis.STEWARD if is_steward else Basis.RELATION


def weight_of(basis: Basis) -> float:
    if basis in (Basis.BOOKING, Basis.STEWARD):
        return c.VOUCH_AFTER_BOOKING
    return c.VOUCH_DECLARED


def is_year(year: int, now: datetime) -> bool:
    """Whether two people living now may have met in that year."""
    return EARLIEST_YEAR <= year <= now.year
