"""Reliability, round by round, of those whom a change reaches through the reviews."""

from typing import Final

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.agreement import compare, credible, reliability
from pro_am.trust.rules.arrays import Floats, Integers, sum_by
from pro_am.trust.rules.incremental.book import Book
from pro_am.trust.rules.incremental.records import Records
from pro_am.trust.rules.limits import newcomers_scale
from pro_am.trust.rules.reviews import Role

WEIGHT_MATTERS: Final = 2e-3  # share of a reviewer's standing or reliability; less waits


def update_credibility(book: Book) -> None:
    """Weigh anew what those wrote whose standing has moved by what matters."""
    members = book.members
    now = credible(members["standing"])
    difference = np.abs(now - members["weighed"])
    moved = difference > WEIGHT_MATTERS * members["weighed"]
    members["weighed"][moved] = now[moved]
    book.read_reviewed_by(members["id"][moved], difference[moved] * members["phi"][moved, -1])


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
        difference = np.abs(phi - members["phi"][:, number])
        moved = difference > WEIGHT_MATTERS * phi
        members["phi"][moved, number] = phi[moved]
        weight = members["weighed"][moved] * difference[moved]
        book.read_reviewed_by(members["id"][moved], weight)


def weights(book: Book) -> tuple[Floats, Floats]:
    """om of all reviews read, with age and without, within the limits on newcomers."""
    reviews, reviewer = book.reviews, book.places(book.reviews["reviewer"])
    weight = _weight(book.members, c.RELIABILITY_ROUNDS)[reviewer]
    om = weight * book.fading
    since_first = reviews["time_days"] - book.members["first_day"][reviewer]
    kept = newcomers_scale(
        _subjects(book)[0],
        reviews["x"],
        om,
        reviews["time_days"],
        since_first < c.NEWCOMER_DAYS,
    )
    return om * kept, weight * book.lasting * kept


def _differences(book: Book, number: int) -> tuple[Floats, Floats]:
    reviews = book.reviews
    reviewer = book.places(reviews["reviewer"])
    subject, subjects = _subjects(book)
    then = np.nan_to_num(reviews["fading"]) * _weight(book.before, number)[reviewer]
    now = book.fading * _weight(book.members, number)[reviewer]
    was_counted, counts = ~np.isnan(reviews["fading"]), reviews["counts"]
    sums = []
    for before, after in zip(
        compare(subject, reviews["x"], then, subjects),
        compare(subject, reviews["x"], now, subjects),
        strict=True,
    ):
        sums.append(sum_by(reviewer, after * counts - before * was_counted, len(book.members)))
    return sums[0], sums[1]


def _weight(members: Records, number: int) -> Floats:
    """What a review by each member weighs in a round, but for itself."""
    phi = members["phi"][:, number - 1] if number else c.PRIOR_RELIABILITY
    weight: Floats = members["weighed"] * phi
    return weight


def _subjects(book: Book) -> tuple[Integers, int]:
    """The subjects of all reviews read, counted from 0, and how many there can be."""
    whose = np.searchsorted(book.about, book.reviews["reviewed"])
    return whose * len(Role) + book.reviews["role"], len(book.about) * len(Role)
