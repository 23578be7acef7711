"""Why this score: the parts, the reviews that moved it most, and what would change it."""

from flask import Blueprint, Response, abort, render_template
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import member_or_none
from pro_am.accounts.models import Member
from pro_am.bookings.queries.reliability import reliability_of
from pro_am.bookings.rules.life import Side
from pro_am.foundation import clock
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Profile
from pro_am.reviews import queries as reviews
from pro_am.standing import queries as standing
from pro_am.standing.models import Score
from pro_am.standing.rules import ReviewedAs, constants
from pro_am.trust import queries
from pro_am.trust.queries.evidence import evidence_file_of
from pro_am.trust.rules import evidence_file
from pro_am.trust.rules.days import days
from pro_am.trust.rules.outlook import Outlook, outlook
from pro_am.trust.rules.rounding import reviews_missing, whole_points
from pro_am.vouches.rows.threads import Person, Thread, threads_to

blueprint = Blueprint("trust", __name__, url_prefix="/pro")

PARTS = {
    "reviews": constants.REVIEWS_POINTS,
    "track_record": constants.TRACK_RECORD_POINTS,
    "vouches": constants.VOUCHES_POINTS,
    "tenure": constants.TENURE_POINTS,
    "stake": constants.STAKE_POINTS,
    "incidents": constants.INCIDENTS_POINTS,
}


@blueprint.get("/<slug>/why")
@allow(Policy.PUBLIC)
def why(slug: str) -> ResponseReturnValue:
    viewer = member_or_none()
    profile = _profile(slug, viewer)
    now, role, member_id = clock.now(), ReviewedAs.PROVIDER, profile.member_id
    score = standing.score_of(member_id, role)
    moved = score.moved_most if score else []
    found = queries.reviews_by_id([review_id for review_id, _ in moved])
    return render_template(
        "trust/why.html",
        profile=profile,
        is_own=viewer is not None and viewer.id == member_id,
        thread=_thread(profile, viewer),
        score=score,
        lines=lines_of(score),
        most=PARTS,
        reviews_missing=reviews_missing(score.evidence if score else 0.0),
        outlook=outlook_of(score),
        is_verified=standing.identity_check_of(member_id) is not None,
        moved=[(found[review_id], points) for review_id, points in moved if review_id in found],
        reliability=reliability_of([member_id], Side.PROVIDER, now).get(member_id),
        figures=reviews.summary_of(member_id, role, now),
    )


@blueprint.get("/<slug>/evidence.json")
@allow(Policy.PUBLIC)
def evidence(slug: str) -> ResponseReturnValue:
    """From which `flask trust recompute FILE` gives the same number."""
    profile = _profile(slug, member_or_none())
    score = standing.score_of(profile.member_id, ReviewedAs.PROVIDER)
    if score is None or not score.figures:
        abort(404)
    text = evidence_file.write(evidence_file_of(score))
    return Response(
        text,
        mimetype="application/json",
        headers={"Content-Disposition": f'attachment; filename="{slug}-evidence.json"'},
    )


def lines_of(score: Score | None) -> dict[str, int]:
    """The base and the parts in whole points, which add up to the whole score that is shown."""
    if score is None or score.score is None:
        return {}
    return whole_points({"base": constants.BASE, **score.parts}, round(score.score))


def outlook_of(score: Score | None) -> Outlook | None:
    if score is None or score.score is None or not score.figures:
        return None
    return outlook(score.figures, days(clock.now()))


def _profile(slug: str, viewer: Member | None) -> Profile:
    return profiles.public_profile(slug, viewer) or abort(404)


def _thread(profile: Profile, viewer: Member | None) -> Thread | None:
    """From the reader to the pro-am, when there is one."""
    person = Person(profile.member_id, profile.member.name)
    found = threads_to([person], viewer.id if viewer else None, clock.now())
    return found.get(profile.member_id)
