"""Standing, from whom a change reaches along the vouches."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Floats, Integers, distinct, sum_by
from pro_am.trust.rules.incremental.book import Book
from pro_am.trust.rules.incremental.community import Community, Touched
from pro_am.trust.rules.incremental.records import Records

STANDING_MATTERS: Final = 1e-4  # below, a change waits until others have added up with it


def update_standings(community: Community, book: Book, touched: Touched) -> None:
    """Bring every standing up to date that moves by what matters."""
    begins = [_ids(touched.identities), _ids([vouched for _, vouched in touched.vouches])]
    givers = distinct(_ids([voucher for voucher, _ in touched.vouches]))
    if len(givers):
        # Their other vouches now share the same standing with one more, or one less.
        begins.append(community.vouches_by(givers)["vouched"])
    reached = distinct(np.concatenate(begins))
    while len(reached):
        following = _standing(community, book, reached)
        places = book.places(reached)
        moved = np.abs(following - book.members["standing"][places]) > STANDING_MATTERS
        book.members["standing"][places[moved]] = following[moved]
        reached = distinct(community.vouches_by(reached[moved])["vouched"])


def _standing(community: Community, book: Book, ids: Integers) -> Floats:
    """min(1, e + what vouchers pass on), with their standings as they are now."""
    vouches = community.vouches_of(ids)
    brought = brought_by(community, book, vouches)
    received = sum_by(np.searchsorted(ids, vouches["vouched"]), brought, len(ids))
    following: Floats = np.minimum(1.0, book.known(ids)["evidence"] + received)
    return following


def brought_by(community: Community, book: Book, vouches: Records) -> Floats:
    """What each of these vouches brings to the standing of the one it is for."""
    givers = distinct(vouches["voucher"])
    giver = np.searchsorted(givers, vouches["voucher"])
    every = community.vouches_by(givers)
    given = sum_by(np.searchsorted(givers, every["voucher"]), every["weight"], len(givers))
    share = c.PASSED_ON * vouches["weight"] / np.maximum(c.FULL_VOUCHES, given)[giver]
    brought: Floats = book.known(givers)["standing"][giver] * share
    return brought


def _ids(members: Sequence[int]) -> Integers:
    return np.array(members, dtype=np.int64)
