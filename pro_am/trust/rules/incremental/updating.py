"""One update: standings, weights, scores, in this order, of all whom a change reaches."""

from typing import Final

import numpy as np

from pro_am.standing.rules import constants as c
from pro_am.trust.rules.arrays import Floats, Integers, distinct, sum_by
from pro_am.trust.rules.incremental.book import Book
from pro_am.trust.rules.incremental.cliques import update_cliques
from pro_am.trust.rules.incremental.community import Community, Touched, Update
from pro_am.trust.rules.incremental.standings import support_of, update_standings
from pro_am.trust.rules.incremental.weighing import (
    update_credibility,
    update_reliability,
    weights,
)
from pro_am.trust.rules.reviews import Role
from pro_am.trust.rules.score import Evidence, gather, harm, score

HARM_MATTERS: Final = 1e-3  # less waits
STANDING_SHOWS: Final = 5e-4  # less is no hundredth of a point
STAKE_SHOWS: Final = 5e-4


def update(community: Community, touched: Touched) -> Update:
    """Nothing of the community is changed: the answer says what to write down."""
    book = Book(community)
    update_standings(community, book, touched)
    update_cliques(community, book, touched)
    _read_touched(community, book, touched)
    update_credibility(book)
    update_reliability(book)
    om, undecayed = weights(book)
    _update_stakes(community, book, om, touched)
    scored = _to_score(book, touched)
    if len(scored) > len(book.about):
        book.read_about(scored)
        om, undecayed = weights(book)
    reviews = book.reviews.copy()
    reviews["fading"], reviews["lasting"] = book.fading, book.lasting
    evidence = _evidence(book, om, undecayed).reshape(len(scored), len(Role))
    support = support_of(community, book, scored)
    scores = score(evidence, support, book.known(scored)["stake"][:, np.newaxis])
    members = book.members[np.argsort(book.members["id"])]
    return Update(members, reviews, om, undecayed, scored, support, scores)


def _to_score(book: Book, touched: Touched) -> Integers:
    """Those about whom reviews were read, and whose standing or stake moved by what matters."""
    then, now = book.before, book.members
    moved = np.abs(now["standing"] - then["standing"]) > STANDING_SHOWS
    moved |= np.abs(now["stake"] - then["stake"]) > STAKE_SHOWS
    named = [vouched for _, vouched in touched.vouches] + list(touched.identities)
    ids = [book.about, now["id"][moved], np.array(named, dtype=np.int64)]
    return distinct(np.concatenate(ids))


def _read_touched(community: Community, book: Book, touched: Touched) -> None:
    pairs = np.array(touched.pairs, dtype=np.int64).reshape(-1, 2)
    if len(pairs) == 0:
        return
    book.read_about(distinct(pairs[:, 1]))
    reviewers = distinct(pairs[:, 0])
    written = community.reviews_by(reviewers)
    written = written[written["counts"]]
    first = np.full(len(reviewers), np.inf)
    np.minimum.at(first, np.searchsorted(reviewers, written["reviewer"]), written["time_days"])
    places = book.places(reviewers)
    moved = first != book.members["first_day"][places]
    book.members["first_day"][places] = first
    rest = np.isin(written["reviewer"], reviewers[moved])
    book.read_about(distinct(written["reviewed"][rest]))


def _update_stakes(community: Community, book: Book, om: Floats, touched: Touched) -> None:
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
    vouchers = distinct(
        np.concatenate(
            [
                community.vouches_of(book.about[moved])["voucher"],
                np.array([voucher for voucher, _ in touched.vouches], dtype=np.int64),
            ]
        )
    )
    if len(vouchers) == 0:
        return
    given = community.vouches_by(vouchers)
    book.places(np.concatenate([vouchers, given["vouched"]]))
    who = np.searchsorted(vouchers, given["voucher"])
    harmful = given["weight"] * book.known(given["vouched"])["harm"]
    stakes = sum_by(who, harmful, len(vouchers)) / (
        sum_by(who, given["weight"], len(vouchers)) + c.STAKE_DAMPING
    )
    book.members["stake"][book.places(vouchers)] = stakes


def _evidence(book: Book, om: Floats, undecayed: Floats) -> Evidence:
    whose = np.searchsorted(book.about, book.reviews["reviewed"])
    return gather(
        subject=whose * len(Role) + book.reviews["role"],
        reviewer=book.reviews["reviewer"],
        x=book.reviews["x"],
        time_days=book.reviews["time_days"],
        om=om,
        undecayed=undecayed,
        n=len(book.about) * len(Role),
    )
