"""The community as an update sees it: asked for, member by member, as the last runs left it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.accounts.queries import is_pending
from pro_am.foundation.database import db
from pro_am.reviews.models import Review
from pro_am.standing import queries as standing
from pro_am.standing.rules import ReviewedAs
from pro_am.trust.models import ReviewWeight, TrustMember
from pro_am.trust.queries import network
from pro_am.trust.queries.network import AT_ONCE, ROLES
from pro_am.trust.rules.arrays import Floats, Integers
from pro_am.trust.rules.days import days
from pro_am.trust.rules.incremental.records import MEMBER, REVIEW, VOUCH, Records, new_member
from pro_am.trust.rules.reviews import opinion
from pro_am.vouches.models import Vouch
from pro_am.vouches.queries import OpenVouch, is_here
from pro_am.vouches.queries import counts as vouch_counts
from pro_am.vouches.rules.confirming import STANDS_FOR
from pro_am.vouches.rules.reciprocity import counted_once


class StoredCommunity:
    """See `rules.incremental.community.Community`."""

    def __init__(self, now: datetime, last_full_run: datetime) -> None:
        self._now = now
        self.now_days = days(last_full_run)

    def members(self, ids: Integers) -> Records:
        facts: dict[int, network.MemberFacts] = {}
        kept: dict[int, Any] = {}
        for some in _parts(ids):
            facts |= {each.id: each for each in network.members(of=some)}
            rows = db.session.execute(_TRUST_MEMBERS.where(TrustMember.member_id.in_(some)))
            kept |= {row[0]: row[1:] for row in rows}
        return np.array([_member(facts[each], kept.get(each)) for each in ids.tolist()], MEMBER)

    def reviews_of(self, ids: Integers) -> Records:
        return self._reviews(Review.subject_id.in_, ids)

    def reviews_by(self, ids: Integers) -> Records:
        return self._reviews(Review.author_id.in_, ids)

    def evidence_of(self, ids: Integers) -> Floats:
        known: dict[tuple[int, ReviewedAs], float] = {}
        for some in _parts(ids):
            known |= standing.evidence_of(some)
        rows = [[known.get((each, role), 0.0) for role in ROLES] for each in ids.tolist()]
        return np.array(rows).reshape(-1, len(ROLES))

    def vouches_of(self, ids: Integers) -> Records:
        return self._vouches(ids, lambda vouch: vouch.vouched_id)

    def vouches_by(self, ids: Integers) -> Records:
        return self._vouches(ids, lambda vouch: vouch.voucher_id)

    def _reviews(self, whose: Callable[[list[int]], ColumnElement[bool]], ids: Integers) -> Records:
        asked = _REVIEWS.add_columns(network.counts(self._now))
        rows = [row for some in _parts(ids) for row in db.session.execute(asked.where(whose(some)))]
        witnessed = network.multipliers([row[0] for row in rows])
        threats = network.frozen()
        found = np.array(
            [_review(*row, witnessed.get(row[0], 1.0) * threats.get(row[0], 1.0)) for row in rows],
            REVIEW,
        )
        return found[found["counts"] | ~np.isnan(found["fading"])]

    def _vouches(self, ids: Integers, whose: Callable[[OpenVouch], int]) -> Records:
        wanted = set(ids.tolist())
        found: dict[int, OpenVouch] = {}
        for some in _parts(ids):
            # Both directions, since of two that answer each other one counts.
            for row in db.session.execute(self._vouches_around(some)):
                found[row[0]] = OpenVouch(*row)
        counted = [each for each in counted_once(found.values()) if whose(each) in wanted]
        rows = [(each.voucher_id, each.vouched_id, each.weight, 0) for each in counted]
        return np.array(rows, VOUCH)

    def _vouches_around(self, some: list[int]) -> Select[Any]:
        voucher, vouched = aliased(Member), aliased(Member)
        return (
            select(*(getattr(Vouch, name) for name in OpenVouch._fields))
            .join(voucher, voucher.id == Vouch.voucher_id)
            .join(vouched, vouched.id == Vouch.vouched_id)
            .where(
                vouch_counts(self._now - STANDS_FOR),
                is_here(voucher),
                is_here(vouched),
                ~is_pending(Vouch.voucher_id, Vouch.given_at, self._now),
            )
            .where(Vouch.voucher_id.in_(some) | Vouch.vouched_id.in_(some))
        )


_TRUST_MEMBERS = select(
    TrustMember.member_id,
    TrustMember.weighed,
    TrustMember.phi,
    TrustMember.agreed,
    TrustMember.compared,
    TrustMember.first_day,
    TrustMember.harm,
    TrustMember.stake,
)
_REVIEWS = select(
    Review.id,
    Review.author_id,
    Review.subject_id,
    Review.role,
    Review.stars,
    Review.shown_from,
    ReviewWeight.fading,
    ReviewWeight.lasting,
    ReviewWeight.clique,
).outerjoin(ReviewWeight, ReviewWeight.review_id == Review.id)


def _member(facts: network.MemberFacts, kept: Any) -> Any:
    evidence = facts.evidence(facts.from_meetings)
    if kept is None:
        return new_member(facts.id, evidence)
    weighed, phi, agreed, compared, first_day, harm, stake = kept
    first_day = np.inf if first_day is None else first_day
    return (
        *(facts.id, evidence, facts.standing, weighed, phi, agreed, compared),
        *(first_day, harm, stake),
    )


def _review(*row: Any) -> Any:
    review_id, author_id, subject_id, role, stars, shown_from = row[:6]
    fading, lasting, clique, counts, multiplier = row[6:]
    return (
        *(review_id, author_id, subject_id, ROLES[role], opinion(stars), days(shown_from)),
        *(multiplier, bool(counts)),
        *((np.nan, np.nan, 1.0) if fading is None else (fading, lasting, clique)),
    )


def _parts(ids: Integers) -> list[list[int]]:
    every = ids.tolist()
    return [every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE)]
