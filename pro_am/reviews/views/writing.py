"""Writing a review, saying that nothing took place, replying."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.accounts.current import current_member
from pro_am.bookings import queries as bookings
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import Side
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import page, told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.web.security import takes_files
from pro_am.media import actions as media
from pro_am.media.queries import PictureAddresses
from pro_am.media.rules import LARGEST_BYTES, REVIEWED
from pro_am.reviews import actions, queries, rules
from pro_am.reviews.forms import DidNotHappenForm, ReplyForm, ReviewForm, review_form
from pro_am.reviews.models import Review
from pro_am.reviews.queries.photos import own_pictures, photo_urls
from pro_am.reviews.rules import window
from pro_am.reviews.rules.facets import facets_asked
from pro_am.reviews.views.own import blueprint
from pro_am.standing.rules import ReviewedAs

ALL_PHOTOS = rules.MOST_PHOTOS * LARGEST_BYTES


@blueprint.route("/bookings/<reference>/review", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
@takes_files(ALL_PHOTOS)
def write(reference: str) -> ResponseReturnValue:
    booking = _own_booking(reference)
    if why_not := _why_not(booking):
        return why_not
    existing = queries.review_by(current_member(), booking)
    asked = facets_asked(booking.offer.profile.craft.review_facets, _role(booking))
    form = review_form(asked, existing)
    if _is_ready(form):
        try:
            review = actions.review(_own_booking(reference), current_member(), form.opinion)
        except Refusal as refusal:
            form.show(refusal)
        else:
            flash(_words_of_thanks(review), "success")
            return redirect(url_for(".mine"), 303)
    booking = _own_booking(reference)
    return page(
        "reviews/write.html",
        form,
        booking=booking,
        other=booking.other_than(current_member()),
        days_left=_days_left(booking),
        existing=queries.review_by(current_member(), booking),
        photo_urls=_urls_of(form),
        most_photos=rules.MOST_PHOTOS,
    )


@blueprint.route("/bookings/<reference>/review/did-not-happen", methods=["GET", "POST"])
@allow(Policy.PARTICIPANT)
def did_not_happen(reference: str) -> ResponseReturnValue:
    """Instead of stars: nothing took place. A moderator decides, the other side is asked."""
    booking, form = _own_booking(reference), DidNotHappenForm()
    if why_not := _why_not(booking, doubting=True):
        return why_not
    if form.is_valid_post():
        try:
            actions.say_it_did_not_happen(booking, current_member(), form.text.data)
        except Refusal as refusal:
            form.show(refusal)
            booking = _own_booking(reference)
        else:
            flash(
                _("Noted. The other is asked how it was, and a moderator looks at it."), "success"
            )
            return redirect(url_for(".mine"), 303)
    existing = queries.review_by(current_member(), booking)
    if request.method == "GET" and existing and not existing.happened:
        form.text.data = existing.text
    return page(
        "reviews/did_not_happen.html",
        form,
        booking=booking,
        other=booking.other_than(current_member()),
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


def _own_booking(reference: str) -> Booking:
    found: Booking = db.one_or_404(bookings.booking_of(current_member(), reference))
    return found


def _role(booking: Booking) -> ReviewedAs:
    """In which the other is reviewed."""
    is_host = booking.side_of(current_member()) is Side.HOST
    return ReviewedAs.PROVIDER if is_host else ReviewedAs.HOST


def _why_not(booking: Booking, *, doubting: bool = False) -> ResponseReturnValue | None:
    """The page that says why there is no review to write, if so."""
    member, now = current_member(), clock.now()
    facts = queries.facts_of(booking, member, now)
    existing = queries.review_by(member, booking)
    try:
        window.check_open(facts, now)
        if doubting:
            window.check_doubtable(facts)
        if existing and existing.happened:
            rules.check_sealed(existing.shown_from, now)
    except Refusal as refusal:
        html = render_template("reviews/not_possible.html", booking=booking, reason=told(refusal))
        return html, 200 if request.method == "GET" else 409
    return None


def _days_left(booking: Booking) -> int:
    now = clock.now()
    facts = queries.facts_of(booking, current_member(), now)
    return window.days_left(window.closes_at(facts), now)


def _is_ready(form: ReviewForm) -> bool:
    """Whether it can be sent; its photos are kept even where something else is missing."""
    if request.method != "POST":
        return False
    is_valid = form.is_valid_post()
    if "csrf_token" in form.errors:
        return False
    _keep_photos(form)
    return form.check_words() and is_valid


def _keep_photos(form: ReviewForm) -> None:
    for row in form.rows:
        file = row.file.data
        if not file or not file.filename or row.kept.data:
            continue
        words = (row.words.data or "")[: rules.LONGEST_WORDS]
        try:
            picture = media.keep_picture(current_member(), file.stream, words, prefix=REVIEWED)
        except Refusal as refusal:
            row.show(refusal)
        else:
            row.kept.data = picture.public_id


def _urls_of(form: ReviewForm) -> dict[str, PictureAddresses]:
    """Where the photos are that are kept already, by their public ids; one's own alone."""
    kept = [row.kept.data for row in form.rows if row.kept.data]
    pictures = own_pictures(current_member(), kept) if kept else {}
    return {public_id: photo_urls(picture) for public_id, picture in pictures.items()}


def _words_of_thanks(review: Review) -> str:
    if review.is_shown(clock.now()):
        return _("Thank you. You have both written: both reviews are public now.")
    return _("Thank you. It stays sealed until both have written, or the fourteen days are over.")
