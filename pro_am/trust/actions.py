"""Computing every score from public evidence, and writing it down."""

import numpy as np
from sqlalchemy import delete, insert

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.standing import actions as standing
from pro_am.standing.actions import ScoreFacts
from pro_am.standing.rules import ReviewedAs, constants
from pro_am.standing.rules.levels import Level, LevelFacts, level_earned
from pro_am.trust import queries
from pro_am.trust.models import ReviewWeight
from pro_am.trust.rules.days import days
from pro_am.trust.rules.network import TrustNetwork, TrustResult, compute
from pro_am.trust.rules.reviews import Reviews, Role, opinion
from pro_am.trust.rules.score import ScoreOfRole, Unproven
from pro_am.trust.rules.standing import identity_evidence

ROLES = {ReviewedAs.PROVIDER: Role.PROVIDER, ReviewedAs.HOST: Role.HOST}
PARTS = ("reviews", "track_record", "vouches", "tenure", "stake", "incidents", "clipping")


def recompute() -> None:
    """Everything anew: standings, weights, scores. Runs in the worker, never in a page."""
    with transaction():
        now = clock.now()
        members, reviews = queries.members(), queries.shown_reviews(now)
        place = {member.id: index for index, member in enumerate(members)}
        evidence = [
            # Everything is paid in person so far: no payment settles anybody's identity.
            identity_evidence(is_steward=m.is_steward, seen_by_steward=m.is_verified)
            for m in members
        ]
        network = TrustNetwork(
            evidence=np.array(evidence, dtype=float),
            reviews=Reviews(
                reviewer=np.array([place[r.author_id] for r in reviews], dtype=np.intp),
                reviewed=np.array([place[r.subject_id] for r in reviews], dtype=np.intp),
                role=np.array([ROLES[r.role] for r in reviews], dtype=np.intp),
                x=opinion(np.array([r.stars for r in reviews], dtype=float)),
                time_days=np.array([days(r.shown_from) for r in reviews], dtype=float),
                multiplier=np.ones(len(reviews)),
            ),
        )
        result = compute(network, days(now))
        standing.write_down(
            {member.id: float(result.standing[i]) for i, member in enumerate(members)},
            [
                _facts(result, member.id, place[member.id], role, reviews)
                for member in members
                for role in ReviewedAs
            ],
            version=constants.VERSION,
        )
        standing.write_levels(_levels(result, members, now))
        db.session.execute(delete(ReviewWeight))
        if reviews:
            db.session.execute(
                insert(ReviewWeight),
                [
                    {
                        "review_id": r.id,
                        "weight": float(om),
                        "undecayed": float(undecayed),
                        "computed_at": now,
                    }
                    for r, om, undecayed in zip(
                        reviews, result.weights.om, result.weights.undecayed, strict=True
                    )
                ],
            )


def _levels(
    result: TrustResult, members: list[queries.MemberFacts], now: datetime
) -> dict[int, Level]:
    bookings = queries.settled_bookings(now)
    evidence = result.scores.evidence.K.max(axis=1)
    low = np.nan_to_num(result.scores.low).max(axis=1)
    return {
        member.id: level_earned(
            LevelFacts(
                confirmed_contact=member.has_confirmed,
                standing=float(result.standing[i]),
                settled_bookings=bookings[member.id],
                K=float(evidence[i]),
                low=float(low[i]),
                member_days=(now - member.created_at) / timedelta(days=1),
                is_steward=member.is_steward,
            )
        )
        for i, member in enumerate(members)
    }


def _facts(
    result: TrustResult,
    member_id: int,
    place: int,
    role: ReviewedAs,
    reviews: list[queries.ReviewFacts],
) -> ScoreFacts:
    score: ScoreOfRole | Unproven = result.score_of(place, ROLES[role])
    evidence = float(result.scores.evidence.N[place, ROLES[role]])
    figures = _figures(result, place, ROLES[role])
    if isinstance(score, Unproven):
        return ScoreFacts(member_id, role, None, None, None, evidence, {}, [], figures)
    return ScoreFacts(
        member_id,
        role,
        score.score,
        score.low,
        score.high,
        evidence,
        {part: getattr(score, part) for part in PARTS},
        [
            (reviews[index].id, points)
            for index, points in result.reviews_that_moved_most(place, ROLES[role])
        ],
        figures,
    )


def _figures(result: TrustResult, place: int, role: Role) -> dict[str, float]:
    known = {name: float(each[place, role]) for name, each in vars(result.scores.evidence).items()}
    return known | {
        "standing": float(result.standing[place]),
        "stake": float(result.stake[place]),
    }
