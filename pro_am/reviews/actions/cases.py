"""Cases: it did not take place, or it does not match; moderators decide."""

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation import audit, clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.words import mark
from pro_am.reviews import queries, rules
from pro_am.reviews.actions.photos import show_photos
from pro_am.reviews.actions.sealing import seal
from pro_am.reviews.actions.sheets import own_review
from pro_am.reviews.events import CaseOpened, CaseSettled, ReviewResealed
from pro_am.reviews.models import Review, ReviewCase
from pro_am.reviews.queries import cases as found
from pro_am.reviews.queries.witnesses import mismatches_of
from pro_am.reviews.rules import cases, window
from pro_am.reviews.rules.cases import CaseKind, CaseOutcome


def say_it_did_not_happen(booking: Booking, author: Member, words: str) -> Review:
    """Instead of stars: nothing took place. Moderators decide, unless the other says so too."""
    booking_id, author_id = booking.id, author.id
    with transaction():
        booking = db.session.get_one(Booking, booking_id, with_for_update={"of": Booking})
        author = db.session.get_one(Member, author_id)
        now = clock.now()
        facts = queries.facts_of(booking, author, now)
        window.check_open(facts, now)
        window.check_doubtable(facts)
        if not words.strip():
            raise cases.SayWhy
        doubt = found.doubt_of(booking)
        mine = own_review(booking, author)
        if mine.id is not None and mine.happened:
            rules.check_sealed(mine.shown_from, now)
        show_photos(mine, author, [])
        mine.happened, mine.stars, mine.facets = False, rules.NO_STARS, {}
        mine.text, mine.private_note = words.strip()[: rules.LONGEST], ""
        mine.written_at, mine.shown_from, mine.hidden_at = now, window.NOT_YET, now
        if doubt is None or doubt.outcome is not None:
            _open(mine, CaseKind.DID_NOT_HAPPEN)
        elif doubt.review.author_id != author.id:
            _close(doubt, CaseOutcome.AGREED)
        _follow(booking)
    return mine


def answer_case(case: ReviewCase, member: Member, words: str) -> None:
    """The other side says how it was, once."""
    case_id, member_id = case.id, member.id
    with transaction():
        case = _claimed(case_id)
        if case.answer and case.answer == words.strip() and case.answerer_id == member_id:
            return  # the same form sent twice is one answer
        cases.check_answer(
            is_theirs=case.answerer_id == member_id,
            is_settled=case.outcome is not None,
            is_answered=bool(case.answer),
            words=words,
        )
        case.answer = words.strip()[: cases.LONGEST_ANSWER]
        case.answered_at = clock.now()


def settle_case(
    case: ReviewCase, by: Member, *, upheld: bool, words_fr: str, words_en: str
) -> None:
    """A moderator decides; `upheld` is for whoever objects. Both people read the words."""
    case_id, by_id = case.id, by.id
    with transaction():
        case = _claimed(case_id)
        review = case.review
        objecting = {each.member_id for each in mismatches_of(review)}
        cases.check_decision(
            is_party=by_id in {review.author_id, review.subject_id, *objecting},
            is_settled=case.outcome is not None,
            words=(words_fr, words_en),
        )
        case.words_fr, case.words_en = words_fr.strip(), words_en.strip()
        case.settled_by_id = by_id
        _close(case, CaseOutcome.UPHELD if upheld else CaseOutcome.DISMISSED)
        if case.kind is CaseKind.DID_NOT_HAPPEN:
            _follow(review.booking)
        audit.note(
            mark("settled a case about a review"),
            by=by_id,
            about=f"review {review.public_id}",
            outcome=case.outcome.value if case.outcome else "",
        )


def take_doubt_back(booking: Booking, author: Member) -> None:
    """It did take place, says who had said otherwise, by reviewing it."""
    doubt = found.doubt_of(booking)
    if doubt and doubt.outcome is None and doubt.review.author_id == author.id:
        _close(doubt, CaseOutcome.TAKEN_BACK)


def open_mismatch(review: Review) -> None:
    """Those who say that it does not match are known well enough: a case, once."""
    if found.case_of(review, CaseKind.MISMATCH) is None:
        _open(review, CaseKind.MISMATCH)


def _open(review: Review, kind: CaseKind) -> None:
    db.session.flush()  # a case needs its review's id
    case = found.case_of(review, kind) or ReviewCase(review=review, kind=kind)
    case.opened_at = clock.now()
    case.answer, case.answered_at = "", None
    case.outcome = case.settled_at = None
    db.session.add(case)
    publish(CaseOpened(case))


def _close(case: ReviewCase, outcome: CaseOutcome) -> None:
    case.outcome, case.settled_at = outcome, clock.now()
    if case.kind is CaseKind.MISMATCH:
        if outcome is CaseOutcome.UPHELD:
            case.review.hidden_at = case.review.hidden_at or clock.now()
        for witness in mismatches_of(case.review) if outcome is CaseOutcome.DISMISSED else ():
            witness.withdrawn_at = witness.withdrawn_at or clock.now()
    publish(CaseSettled(case))


def _follow(booking: Booking) -> None:
    for review in seal(booking, clock.now()):
        publish(ReviewResealed(review))


def _claimed(case_id: int) -> ReviewCase:
    return db.session.get_one(
        ReviewCase, case_id, with_for_update={"of": ReviewCase}, populate_existing=True
    )
