"""Letters about reviews, and what happens elsewhere that concerns them."""

from flask_babel import gettext

from pro_am.accounts import queries as accounts
from pro_am.accounts.events import DataTaken, LeavingConsidered, MemberErased
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.bookings.events import BookingMoved
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation import outbox
from pro_am.foundation.events import listen
from pro_am.foundation.topics import Topic
from pro_am.foundation.web.addresses import public_url
from pro_am.foundation.words import mark
from pro_am.moderation.events import ContentHidden, ContentShownAgain
from pro_am.moderation.rules import Subject
from pro_am.reviews import actions, queries
from pro_am.reviews.events import (
    CaseOpened,
    CaseSettled,
    ReplyWritten,
    ReviewDue,
    ReviewWritten,
)
from pro_am.reviews.listeners import moderation
from pro_am.reviews.models import ReviewCase
from pro_am.reviews.queries.cases import reasons_of
from pro_am.reviews.queries.own_file import witness_facts
from pro_am.reviews.rules.cases import CaseKind, CaseOutcome

TOPICS = (
    Topic(
        "reviews",
        mark("Reviews"),
        mark("A booking can be reviewed, somebody has written of you, or replied to you."),
    ),
)
_WENT_OTHERWISE = {
    BookingState.DISPUTED,
    BookingState.RESOLVED,
    BookingState.NO_SHOW_HOST,
    BookingState.NO_SHOW_PROVIDER,
}


def attach() -> None:
    listen(ReviewDue, _due)
    listen(ReviewWritten, _written)
    listen(ReplyWritten, _replied)
    listen(CaseOpened, _case_opened)
    listen(CaseSettled, _case_settled)
    listen(BookingMoved, _moved)
    listen(LeavingConsidered, _considered)
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)
    listen(ContentHidden, _hidden)
    listen(ContentShownAgain, _shown_again)
    moderation.attach()


def _due(event: ReviewDue) -> None:
    """The same words whatever the other has done: a letter says nothing of theirs."""
    reader, booking = event.reader, event.booking
    outbox.post(
        reader.address,
        f"reviews/{event.moment}",
        reader=reader,
        other=booking.other_than(reader),
        booking=booking,
        until=event.closes,
        url=public_url("reviews.write", language=reader.language, reference=booking.reference),
    )


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


def _case_opened(event: CaseOpened) -> None:
    """The other side is told what is said, and can answer; what witnesses say has no names."""
    case, review = event.case, event.case.review
    reader = _answerer(case)
    outbox.post(
        reader.address,
        f"reviews/{case.kind}",
        reader=reader,
        author=review.author,
        subject_of=review.subject,
        booking=review.booking,
        words=review.text,
        url=public_url("reviews.case", language=reader.language, public_id=case.public_id),
    )
    _tell_those_who_decide(case)


def _tell_those_who_decide(case: ReviewCase) -> None:
    concerned = {case.review.author_id, case.review.subject_id}
    concerned |= {reason.by.id for reason in reasons_of(case)}
    for judge in accounts.members_with(Role.STEWARD, Role.MODERATOR, Role.ADMIN):
        if judge.id in concerned:
            continue
        outbox.post(
            judge.address,
            "reviews/case_waits",
            reader=judge,
            url=public_url("review_cases.show", language=judge.language, public_id=case.public_id),
        )


def _case_settled(event: CaseSettled) -> None:
    case, review = event.case, event.case.review
    readers = [_answerer(case)]
    if case.kind is CaseKind.DID_NOT_HAPPEN and case.outcome is not CaseOutcome.TAKEN_BACK:
        readers = [review.author, review.subject]
    for reader in readers:
        outbox.post(
            reader.address,
            "reviews/settled",
            reader=reader,
            other=review.subject if reader is review.author else review.author,
            booking=review.booking,
            kind=case.kind.value,
            outcome=case.outcome.value if case.outcome else "",
            words=case.words_in(reader.language),
            url=public_url("reviews.mine", language=reader.language),
        )


def _answerer(case: ReviewCase) -> Member:
    review = case.review
    return review.author if case.kind is CaseKind.MISMATCH else review.subject


def _moved(event: BookingMoved) -> None:
    if event.booking.state in _WENT_OTHERWISE:
        actions.follow_booking(event.booking)


def _considered(event: LeavingConsidered) -> None:
    event.stays.append(gettext("The reviews that you wrote of others."))


def _erased(event: MemberErased) -> None:
    actions.let_go_of_photos(event.member)


def _taken(event: DataTaken) -> None:
    event.parts["reviews"] = queries.review_facts(event.member, event.at)
    event.parts["review_witnesses"] = witness_facts(event.member)


def _hidden(event: ContentHidden) -> None:
    if event.report.kind is Subject.REVIEW:
        actions.hide(event.report.ref, hidden=True)


def _shown_again(event: ContentShownAgain) -> None:
    if event.report.kind is Subject.REVIEW:
        actions.hide(event.report.ref, hidden=False)
