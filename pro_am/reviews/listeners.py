"""Letters about reviews (the other has written, both are public, a reply), and hiding them."""

from flask_babel import gettext

from pro_am.accounts.events import DataTaken, LeavingConsidered
from pro_am.foundation import outbox
from pro_am.foundation.events import listen
from pro_am.foundation.topics import Topic
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark
from pro_am.moderation.events import ContentHidden, ContentShownAgain
from pro_am.moderation.rules import Subject
from pro_am.reviews import actions, queries
from pro_am.reviews.events import ReplyWritten, ReviewWritten

TOPICS = (
    Topic(
        "reviews",
        mark("Reviews"),
        mark("Somebody has written a review of you, or replied to yours."),
    ),
)


def attach() -> None:
    listen(ReviewWritten, _written)
    listen(ReplyWritten, _replied)
    listen(LeavingConsidered, _considered)
    listen(DataTaken, _taken)
    listen(ContentHidden, _hidden)
    listen(ContentShownAgain, _shown_again)


def _written(event: ReviewWritten) -> None:
    """The other hears of it once, and of nothing that it says before both are in."""
    review = event.review
    if not event.is_new:
        return
    reader, booking = review.subject, review.booking
    if event.both_are_in:
        url = public_url("reviews.about_me", language=reader.language)
    else:
        url = public_url("reviews.write", language=reader.language, reference=booking.reference)
    outbox.post(
        reader.address,
        "reviews/both_written" if event.both_are_in else "reviews/written",
        reader=reader,
        author=review.author,
        booking=booking,
        until=event.shown_from,
        url=url,
    )


def _replied(event: ReplyWritten) -> None:
    review = event.review
    reader = review.author
    outbox.post(
        reader.address,
        "reviews/replied",
        reader=reader,
        author=review.subject,
        booking=review.booking,
        url=public_url("reviews.mine", language=reader.language),
    )


def _considered(event: LeavingConsidered) -> None:
    event.stays.append(gettext("The reviews that you wrote of others."))


def _taken(event: DataTaken) -> None:
    event.parts["reviews"] = queries.review_facts(event.member, event.at)


def _hidden(event: ContentHidden) -> None:
    if event.report.kind is Subject.REVIEW:
        actions.hide(event.report.ref, hidden=True)


def _shown_again(event: ContentShownAgain) -> None:
    if event.report.kind is Subject.REVIEW:
        actions.hide(event.report.ref, hidden=False)
