"""Circles of people who all praise each other, where a change may have made or broken one."""

from collections.abc import Collection

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Integers
from pro_am.trust.rules.incremental.book import Book
from pro_am.trust.rules.incremental.community import Community, Touched
from pro_am.trust.rules.incremental.records import Records
from pro_am.trust.rules.reviews import Role

Partners = dict[int, set[int]]


def update_cliques(community: Community, book: Book, touched: Touched) -> None:
    """Give `book` the factors that `limits.clique_scale` would, and read whom they are about."""
    ends = {
        member
        for reviewer, reviewed in touched.pairs
        if _answered(community, reviewer, reviewed)
        for member in (reviewer, reviewed)
    }
    then, now = (book.before["standing"], book.members["standing"])
    turned = (then >= c.CREDIBLE_STANDING) != (now >= c.CREDIBLE_STANDING)
    ends |= set(book.members["id"][turned].tolist())
    if not ends:
        return
    met = _partners(community, book, ends, only_counted=False)
    around = ends.union(*met.values())
    if around == ends and not any(met.values()):
        return
    met = _partners(community, book, around, only_counted=False)
    partners = _partners(community, book, around, only_counted=True)
    for one in around:
        for other in met[one] & around:
            is_mutual = other in partners[one]
            thirds = len(partners[one] & partners[other]) if is_mutual else 0
            book.cliques[other, one] = 1 / (1 + thirds)
    book.read_about(np.array(sorted(around), dtype=np.int64))


def _answered(community: Community, reviewer: int, reviewed: int) -> bool:
    """Whether the reviewed has, or had, a word for the reviewer as provider too."""
    back = _as_provider(community.reviews_of(np.array([reviewer], dtype=np.int64)))
    return bool(np.any(back["reviewer"] == reviewed))


def _partners(
    community: Community, book: Book, ids: Collection[int], *, only_counted: bool
) -> Partners:
    """Who reviewed each of these as provider, and was reviewed by them likewise."""
    members = np.array(sorted(ids), dtype=np.int64)
    about = _as_provider(community.reviews_of(members))
    by = _as_provider(community.reviews_by(members))
    if only_counted:
        about, by = (_counted(book, reviews) for reviews in (about, by))
    praised_by: Partners = {member: set() for member in ids}
    praises: Partners = {member: set() for member in ids}
    for one, other in zip(about["reviewed"].tolist(), about["reviewer"].tolist(), strict=True):
        praised_by[one].add(other)
    for one, other in zip(by["reviewer"].tolist(), by["reviewed"].tolist(), strict=True):
        praises[one].add(other)
    return {member: praised_by[member] & praises[member] for member in ids}


def _as_provider(reviews: Records) -> Records:
    return reviews[reviews["role"] == Role.PROVIDER]


def _counted(book: Book, reviews: Records) -> Records:
    reviewers: Integers = reviews["reviewer"]
    known = book.known(reviewers)["standing"] >= c.CREDIBLE_STANDING
    return reviews[known & reviews["counts"]]
