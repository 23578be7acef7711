"""One update: standings, weights, scores, in this order, of all whom a change reaches."""

from typing import Final

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Floats, Integers, sum_by
from pro_am.trust.rules.incremental.book import Book
from pro_am.trust.rules.incremental.community import Community, Touched, Update
from pro_am.trust.rules.incremental.standings import update_standings
from pro_am.trust.rules.incremental.weighing import (
    om_without_limits,
    update_credibility,
    update_reliability,
)
from pro_am.trust.rules.reviews import Role
from pro_am.trust.rules.score import Evidence, gather, harm, score

HARM_MATTERS: Final = 1e-3  # less waits


def update(community: Community, touched: Touched) -> Update:
    """Nothing of the community is changed: the answer says what to write down."""
    book = Book(community)
    looked_at = update_standings(community, book, touched)
    _read_touched(community, book, touched)
    update_credibility(book)
    update_reliability(book)
    om, undecayed = om_without_limits(book)
    answering = _update_stakes(community, book, om, touched)
    scored = np.unique(np.concatenate([book.about, looked_at, answering]))
    missing = np.setdiff1d(scored, book.about)
    book.read_about(missing)
    if len(missing):
        om, undecayed = om_without_limits(book)
    reviews = book.reviews.copy()
    reviews["fading"], reviews["lasting"] = book.fading, book.lasting
    evidence = _evidence(book, om, undecayed, scored).reshape(len(scored), len(Role))
    known = book.known(scored)
    scores = score(evidence, known["standing"][:, np.newaxis], known["stake"][:, np.newaxis])
    return Update(book.members, reviews, om, undecayed, scored, scores)


def _read_touched(community: Community, book: Book, touched: Touched) -> None:
    pairs = np.array(touched.pairs, dtype=np.int64).reshape(-1, 2)
    if len(pairs) == 0:
        return
    book.read_about(np.unique(pairs[:, 1]))
    reviewers = np.unique(pairs[:, 0])
    written = community.reviews_by(reviewers)
    written = written[written["counts"]]
    first = np.full(len(reviewers), np.inf)
    np.minimum.at(first, np.searchsorted(reviewers, written["reviewer"]), written["time_days"])
    places = book.places(reviewers)
    moved = first != book.members["first_day"][places]
    book.members["first_day"][places] = first
    book.read_reviewed_by(reviewers[moved])


def _update_stakes(community: Community, book: Book, om: Floats, touched: Touched) -> Integers:
    """Whose stake is another: they vouch for somebody whose harm is, or gave or took back."""
    opinion = om * book.reviews["x"]
    whose = np.searchsorted(book.about, book.reviews["reviewed"])
    n = len(book.about)
    harms = harm(
        sum_by(whose, np.maximum(opinion, 0), n), sum_by(whose, np.maximum(-opinion, 0), n)
    )
    places = book.places(book.about)
    moved = np.abs(harms - book.members["harm"][places]) > HARM_MATTERS
    book.members["harm"][places[moved]] = harms[moved]
    vouchers = np.unique(
        np.concatenate(
            [
                community.vouches_of(book.about[moved])["voucher"],
                np.array([voucher for voucher, _ in touched.vouches], dtype=np.int64),
            ]
        )
    )
    if len(vouchers) == 0:
        return vouchers
    given = community.vouches_by(vouchers)
    book.places(np.unique(np.concatenate([vouchers, given["vouched"]])))
    who = np.searchsorted(vouchers, given["voucher"])
    harmful = given["weight"] * book.known(given["vouched"])["harm"]
    stakes = sum_by(who, harmful, len(vouchers)) / (
        sum_by(who, given["weight"], len(vouchers)) + c.STAKE_DAMPING
    )
    book.members["stake"][book.places(vouchers)] = stakes
    return vouchers


def _evidence(book: Book, om: Floats, undecayed: Floats, scored: Integers) -> Evidence:
    whose = np.searchsorted(scored, book.reviews["reviewed"])
    return gather(
        subject=whose * len(Role) + book.reviews["role"],
        reviewer=book.reviews["reviewer"],
        x=book.reviews["x"],
        time_days=book.reviews["time_days"],
        om=om,
        undecayed=undecayed,
        n=len(scored) * len(Role),
    )
