"""Computing every score from public evidence, and writing it down."""

import numpy as np
from sqlalchemy import delete, insert

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.standing import actions as standing
from pro_am.standing.actions import ScoreFacts
from pro_am.standing.rules import ReviewedAs, constants
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
        db.session.execute(delete(ReviewWeight))
        if reviews:
            db.session.execute(
                insert(ReviewWeight),
                [
                    {"review_id": r.id, "weight": float(om), "computed_at": now}
                    for r, om in zip(reviews, result.weights.om, strict=True)
                ],
            )


def _facts(
    result: TrustResult,
    member_id: int,
    place: int,
    role: ReviewedAs,
    reviews: list[queries.ReviewFacts],
) -> ScoreFacts:
    score: ScoreOfRole | Unproven = result.score_of(place, ROLES[role])
    evidence = float(result.scores.evidence.N[place, ROLES[role]])
    if isinstance(score, Unproven):
        return ScoreFacts(member_id, role, None, None, None, evidence, {}, [])
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
    )
