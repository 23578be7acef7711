"""Pages of reviews: what is waiting for yours, writing one, replying, all reviews of a pro-am."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member, member_or_none
from pro_am.bookings import queries as bookings
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import Side
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media import queries as media
from pro_am.profiles import queries as profiles
from pro_am.reviews import actions, queries, rules
from pro_am.reviews.actions import Opinion
from pro_am.reviews.forms import ReplyForm, ReviewForm
from pro_am.reviews.models import Review
from pro_am.standing import queries as standing
from pro_am.standing.rules import ReviewedAs

blueprint = Blueprint("reviews", __name__)

PER_PAGE = 20


@blueprint.app_template_global()
def has_reviewed(booking: Booking) -> bool:
    """For the page of a booking, which knows nothing of the features above it."""
    return queries.review_by(current_member(), booking) is not None


@blueprint.get("/reviews")
@allow(Policy.MEMBER)
def mine() -> ResponseReturnValue:
    """One place: what waits for a review, what one has written, and whether it counts."""
    member, now = current_member(), clock.now()
    return render_template(
        "reviews/mine.html",
        waiting=[
            (booking, rules.days_left(booking.ends_at, now))
            for booking in queries.to_review(member, now)
        ],
        written=queries.written_by(member),
        member=member,
        current=now,
        is_verified=standing.identity_check_of(member.id) is not None,
        counts=standing.standing_of(member.id) > 0,
    )


@blueprint.route("/bookings/<reference>/review", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def write(reference: str) -> ResponseReturnValue:
    member, now = current_member(), clock.now()
    booking: Booking = db.one_or_404(bookings.booking_of(member, reference))
    role = ReviewedAs.PROVIDER if booking.side_of(member) is Side.HOST else ReviewedAs.HOST
    existing = queries.review_by(member, booking)
    form = ReviewForm()
    if request.method == "GET" and existing:
        form.fill_from(existing)
    try:
        happened = booking.has_happened(now)
        rules.check_open(rules.BookingFacts(happened, booking.ends_at), now)
        if existing:
            rules.check_sealed(existing.shown_from, now)
    except Refusal as refusal:
        return (
            render_template("reviews/not_possible.html", booking=booking, reason=told(refusal)),
            200 if request.method == "GET" else 409,
        )
    if form.is_valid_post():
        try:
            review = actions.review(
                booking,
                member,
                Opinion(
                    form.stars.data,
                    form.facets(role),
                    form.text.data or "",
                    form.private_note.data or "",
                ),
            )
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_words_of_thanks(review), "success")
            return redirect(url_for(".mine"), 303)
    return page(
        "reviews/write.html",
        form,
        booking=booking,
        other=booking.other_than(member),
        role=role.value,
        facet_fields=form.facet_fields(role),
        days_left=rules.days_left(booking.ends_at, now),
        existing=existing,
    )


@blueprint.route("/reviews/<int:review_id>/reply", methods=["GET", "POST"])
@allow(Policy.OWNER)
def reply(review_id: int) -> ResponseReturnValue:
    member, now = current_member(), clock.now()
    review = db.session.get(Review, review_id)
    if review is None or review.subject_id != member.id or not review.is_shown(now):
        abort(404)
    form = ReplyForm()
    if form.is_valid_post():
        try:
            actions.reply(review.id, member, form.text.data)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_("Your reply is public."), "success")
            return redirect(url_for(".about_me"), 303)
    return page("reviews/reply.html", form, review=review)


@blueprint.get("/reviews/about-me")
@allow(Policy.MEMBER)
def about_me() -> ResponseReturnValue:
    member, now = current_member(), clock.now()
    as_provider = queries.reviews_about(member.id, ReviewedAs.PROVIDER, now, limit=100)
    as_host = queries.reviews_about(member.id, ReviewedAs.HOST, now, limit=100)
    authors = [review.author_id for review in (*as_provider, *as_host)]
    return render_template(
        "reviews/about_me.html",
        as_provider=as_provider,
        as_host=as_host,
        faces=media.faces_of(authors, met=authors),
        may_reply=lambda review: not review.reply and now < review.shown_from + rules.REPLY_WITHIN,
    )


@blueprint.get("/pro/<slug>/reviews")
@allow(Policy.PUBLIC)
def of_profile(slug: str) -> ResponseReturnValue:
    profile = profiles.public_profile(slug, member_or_none())
    if profile is None:
        abort(404)
    now = clock.now()
    figures = queries.figures_of([profile.member_id], ReviewedAs.PROVIDER, now)
    total = figures.get(profile.member_id, queries.NONE_YET)
    pages = max(1, -(-total.count // PER_PAGE))
    number = min(max(request.args.get("page", 1, type=int), 1), pages)
    shown = queries.reviews_about(
        profile.member_id,
        ReviewedAs.PROVIDER,
        now,
        limit=PER_PAGE,
        offset=(number - 1) * PER_PAGE,
    )
    return render_template(
        "reviews/of_profile.html",
        profile=profile,
        figures=total,
        reviews=shown,
        faces=media.faces_of([review.author_id for review in shown]),
        number=number,
        pages=pages,
    )


def _words_of_thanks(review: Review) -> str:
    if review.is_shown(clock.now()):
        return _("Thank you. You have both written: both reviews are public now.")
    return _("Thank you. It stays sealed until both have written, or the fourteen days are over.")
