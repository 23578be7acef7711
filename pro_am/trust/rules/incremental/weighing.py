"""Reliability, round by round, of those whom a change reaches through the reviews."""

from typing import Final

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.agreement import compare, reliability
from pro_am.trust.rules.arrays import Floats, sum_by
from pro_am.trust.rules.incremental.book import Book
from pro_am.trust.rules.incremental.records import Records, credible
from pro_am.trust.rules.reviews import Role

WEIGHT_MATTERS: Final = 1e-3  # share of a reviewer's standing or reliability; less waits


def update_credibility(book: Book) -> None:
    """Weigh anew what those wrote whose standing has moved by what matters."""
    now = credible(book.members["standing"])
    moved = np.abs(now - book.members["weighed"]) > WEIGHT_MATTERS * book.members["weighed"]
    book.members["weighed"][moved] = now[moved]
    book.read_reviewed_by(book.members["id"][moved])


def update_reliability(book: Book) -> None:
    """Three rounds as in the full run, of differences to what was counted before.

    In each round the reviews are compared twice, as they were and as they are; what differs goes
    to the sums of their authors. Whose phi moves has their other reviews read for the next round:
    where nothing moved, the difference is nought.
    """
    for number in range(c.RELIABILITY_ROUNDS):
        agreed, compared = _differences(book, number)
        members = book.members
        members["agreed"][:, number] += agreed
        members["compared"][:, number] += compared
        phi = reliability(members["agreed"][:, number], members["compared"][:, number])
        old = members["phi"][:, number]
        moved = np.abs(phi - old) > WEIGHT_MATTERS * old
        members["phi"][moved, number] = phi[moved]
        book.read_reviewed_by(members["id"][moved])


def om_without_limits(book: Book) -> tuple[Floats, Floats]:
    """om of all reviews read, with age and without, before the limits on what many say at once."""
    reviewer = book.places(book.reviews["reviewer"])
    weight = _weight(book.members, c.RELIABILITY_ROUNDS)[reviewer]
    return weight * book.fading, weight * book.lasting


def _differences(book: Book, number: int) -> tuple[Floats, Floats]:
    reviews = book.reviews
    reviewer = book.places(reviews["reviewer"])
    subjects, subject = np.unique(
        reviews["reviewed"] * len(Role) + reviews["role"], return_inverse=True
    )
    then = np.nan_to_num(reviews["fading"]) * _weight(book.before, number)[reviewer]
    now = book.fading * _weight(book.members, number)[reviewer]
    was_counted, counts = ~np.isnan(reviews["fading"]), reviews["counts"]
    sums = []
    for before, after in zip(
        compare(subject, reviews["x"], then, len(subjects)),
        compare(subject, reviews["x"], now, len(subjects)),
        strict=True,
    ):
        sums.append(sum_by(reviewer, after * counts - before * was_counted, len(book.members)))
    return sums[0], sums[1]


def _weight(members: Records, number: int) -> Floats:
    """What a review by each member weighs in a round, but for itself."""
    phi = members["phi"][:, number - 1] if number else c.PRIOR_RELIABILITY
    weight: Floats = members["weighed"] * phi
    return weight
