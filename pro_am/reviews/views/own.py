"""One's own reviews: what waits, what one has written, what others wrote; for other pages, too."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from pro_am.accounts.current import current_member, member_or_none
from pro_am.bookings.models import Booking
from pro_am.foundation import clock
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import told
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media import queries as media
from pro_am.profiles.models import Profile
from pro_am.reviews import queries, rules
from pro_am.reviews.forms import facet_words
from pro_am.reviews.models import Review
from pro_am.reviews.queries import Waiting
from pro_am.reviews.queries.photos import photo_urls
from pro_am.reviews.rules import window
from pro_am.reviews.rules.facets import facets_asked
from pro_am.standing import queries as standing
from pro_am.standing.rules import ReviewedAs

blueprint = Blueprint("reviews", __name__)
blueprint.add_app_template_filter(photo_urls, "reviewed")


@dataclass(frozen=True)
class WayToReview:
    """Whether one of the two may review a booking now, or why not."""

    is_written: bool
    closes: datetime | None = None
    days_left: int = 0
    why_not: str = ""


@blueprint.app_template_global()
def way_to_review(booking: Booking) -> WayToReview:
    """For the page of a booking, which knows nothing of the features above it."""
    member, now = current_member(), clock.now()
    written = queries.review_by(member, booking)
    facts = queries.facts_of(booking, member, now)
    try:
        window.check_open(facts, now)
        if written and written.happened:
            rules.check_sealed(written.shown_from, now)
    except Refusal as refusal:
        return WayToReview(written is not None, why_not=told(refusal))
    closes = window.closes_at(facts)
    return WayToReview(written is not None, closes, window.days_left(closes, now))


@blueprint.app_template_global()
def waiting_reviews() -> list[Waiting]:
    """What waits for the words of whoever looks at a page."""
    member = member_or_none()
    return queries.to_review(member, clock.now()) if member else []


@blueprint.app_template_global()
def said_in_numbers(profile: Profile) -> queries.Summary:
    """What is said of a pro-am, where somebody decides: over which time, by which question."""
    asked = facets_asked(profile.craft.review_facets, ReviewedAs.PROVIDER)
    keys = [facet.key for facet in asked]
    return queries.summary_of(profile.member_id, ReviewedAs.PROVIDER, clock.now(), keys)


@blueprint.app_template_global()
def review_questions(profile: Profile) -> dict[str, str]:
    """The questions about a pro-am, by their keys, in the reader's words."""
    asked = facets_asked(profile.craft.review_facets, ReviewedAs.PROVIDER)
    return {facet.key: facet_words(facet) for facet in asked}


@blueprint.get("/reviews")
@allow(Policy.MEMBER)
def mine() -> ResponseReturnValue:
    """One place: what waits for a review, what one has written, and whether it counts."""
    member, now = current_member(), clock.now()
    return render_template(
        "reviews/mine.html",
        waiting=queries.to_review(member, now),
        written=queries.written_by(member),
        member=member,
        current=now,
        not_yet=window.NOT_YET,
        is_verified=standing.identity_check_of(member.id) is not None,
        counts=standing.standing_of(member.id) > 0,
    )


@blueprint.get("/reviews/about-me")
@allow(Policy.MEMBER)
def about_me() -> ResponseReturnValue:
    member, now = current_member(), clock.now()
    as_provider = queries.reviews_about(member.id, ReviewedAs.PROVIDER, now, limit=100)
    as_host = queries.reviews_about(member.id, ReviewedAs.HOST, now, limit=100)
    shown = (*as_provider, *as_host)
    authors = [review.author_id for review in shown]

    def may_reply(review: Review) -> bool:
        return not review.reply and now < review.shown_from + rules.REPLY_WITHIN

    return render_template(
        "reviews/about_me.html",
        as_provider=as_provider,
        as_host=as_host,
        faces=media.faces_of(authors, met=authors),
        voices=queries.confirmations([review.id for review in shown]),
        may_reply=may_reply,
    )
