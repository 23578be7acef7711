"""Saying of a review by somebody else whether it matches what one saw."""

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.profiles import queries as profiles
from pro_am.reviews import actions, queries
from pro_am.reviews.forms import WitnessForm
from pro_am.reviews.models import Review, Witness
from pro_am.reviews.queries.witnesses import witness_facts_of, witness_of
from pro_am.reviews.rules.witnesses import MOST_A_WEEK, WITNESS_KINDS, WitnessKind, check_witness
from pro_am.reviews.views.own import blueprint
from pro_am.standing.rules import ReviewedAs


@blueprint.route("/reviews/<public_id>/witness", methods=["GET", "POST"])
@allow(Policy.MEMBER)
def witness(public_id: str) -> ResponseReturnValue:
    review, form = _review(public_id), WitnessForm()
    if form.is_valid_post():
        try:
            actions.bear_witness(review, current_member(), form.chosen, form.reason.data or "")
        except Refusal as refusal:
            form.show(refusal)
            review = _review(public_id)
        else:
            flash(_("Thank you. It is noted beside the review."), "success")
            return redirect(_back(_review(public_id)), 303)
    said = _said(review)
    return page(
        "reviews/witness.html",
        form,
        review=review,
        subject=review.subject,
        said=said,
        said_words=WITNESS_KINDS[said.kind] if said else "",
        why_not="" if said or form.refused else _why_not(review),
        most_a_week=MOST_A_WEEK,
        back=_back(review),
    )


@blueprint.post("/reviews/<public_id>/witness/take-back")
@allow(Policy.MEMBER)
def take_back(public_id: str) -> ResponseReturnValue:
    review = _review(public_id)
    if _said(review) is None:
        abort(404)
    actions.take_witness_back(review, current_member())
    flash(_("Taken back: it counts no longer."), "success")
    return redirect(url_for(".witness", public_id=public_id), 303)


def _review(public_id: str) -> Review:
    """One that everybody may read, of a pro-am."""
    found = queries.public_review(public_id, clock.now())
    if found is None or found.role is not ReviewedAs.PROVIDER:
        abort(404)
    return found


def _said(review: Review) -> Witness | None:
    known = witness_of(review, current_member())
    return known if known and known.withdrawn_at is None else None


def _why_not(review: Review) -> str:
    """Why this member cannot speak about it; nothing when they can."""
    facts = witness_facts_of(review, current_member(), clock.now())
    try:
        check_witness(facts, WitnessKind.SAME, "")
    except Refusal as refusal:
        return told(refusal)
    return ""


def _back(review: Review) -> str:
    profile = profiles.profile_of(review.subject)
    if profile is None or not profile.is_published:
        return url_for(".mine")
    return url_for(".of_profile", slug=profile.slug)
