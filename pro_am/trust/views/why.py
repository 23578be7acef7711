"""Why this score: the parts, the reviews that moved it most, and what would change it."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import member_or_none
from pro_am.bookings.queries.reliability import reliability_of
from pro_am.bookings.rules.life import Side
from pro_am.foundation import clock
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries as profiles
from pro_am.reviews import queries as reviews
from pro_am.standing import queries as standing
from pro_am.standing.models import Score
from pro_am.standing.rules import ReviewedAs, constants
from pro_am.trust import queries
from pro_am.trust.rules.rounding import reviews_missing, whole_points

blueprint = Blueprint("trust", __name__, url_prefix="/pro")

PARTS = {
    "reviews": constants.REVIEWS_POINTS,
    "track_record": constants.TRACK_RECORD_POINTS,
    "vouches": constants.VOUCHES_POINTS,
    "tenure": constants.TENURE_POINTS,
    "stake": constants.STAKE_POINTS,
    "incidents": constants.INCIDENTS_POINTS,
}
PERIODS = (90, 365, None)


@blueprint.get("/<slug>/why")
@allow(Policy.PUBLIC)
def why(slug: str) -> ResponseReturnValue:
    profile = profiles.public_profile(slug, member_or_none())
    if profile is None:
        abort(404)
    now, role = clock.now(), ReviewedAs.PROVIDER
    member_id = profile.member_id
    score = standing.score_of(member_id, role)
    moved = score.moved_most if score else []
    found = queries.reviews_by_id([review_id for review_id, _ in moved])
    return render_template(
        "trust/why.html",
        profile=profile,
        score=score,
        lines=_lines(score) if score else {},
        most=PARTS,
        constants=constants,
        reviews_missing=reviews_missing(score.evidence if score else 0.0),
        is_verified=standing.identity_check_of(member_id) is not None,
        moved=[(found[review_id], points) for review_id, points in moved],
        reliability=reliability_of([member_id], Side.PROVIDER, now).get(member_id),
        figures=[
            (days, reviews.figures_of([member_id], role, now, days=days).get(member_id))
            for days in PERIODS
        ],
    )


def _lines(score: Score) -> dict[str, int]:
    """The base and the parts in whole points, which add up to the whole score that is shown."""
    if score.score is None:
        return {}
    return whole_points({"base": constants.BASE, **score.parts}, round(score.score))
