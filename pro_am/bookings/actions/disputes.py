"""When the two differ: somebody did not come, or it was not as agreed; a moderator decides."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from pro_am.accounts.models import Member
from pro_am.bookings.actions.claiming import UNSENT, Sent, claimed, following
from pro_am.bookings.actions.entering import enter
from pro_am.bookings.events import StatementMade
from pro_am.bookings.models import Booking, Dispute, DisputePicture, Statement
from pro_am.bookings.queries import disputes as queries
from pro_am.bookings.rules import disputes as rules
from pro_am.bookings.rules import moves
from pro_am.bookings.rules.disputes import Outcome
from pro_am.bookings.rules.life import BookingState
from pro_am.bookings.rules.moves import Act
from pro_am.foundation import audit, clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.words import mark
from pro_am.media import actions as media
from pro_am.media.models import Picture
from pro_am.moderation.actions import public_log
from pro_am.moderation.actions.restrictions import role_of
from pro_am.moderation.rules.public_log import About


@dataclass(frozen=True)
class Story:
    """What one side says, with pictures of theirs that are kept already."""

    text: str
    pictures: Sequence[Picture] = ()


@dataclass(frozen=True)
class Decision:
    outcome: Outcome
    words_fr: str
    words_en: str


def say_no_show(booking: Booking, by: Member, *, words: str = "", sent: Sent = UNSENT) -> None:
    """One side says that the other did not come; it stands unless the other contests it."""
    booking_id, by_id = booking.id, by.id
    with transaction():
        booking = claimed(booking_id)
        by = db.session.get_one(Member, by_id)
        state = following(booking, by, Act.SAY_NO_SHOW, sent)
        if state is None:
            return
        changes = {"claimed_at": clock.now()}
        enter(booking, state, by=by, reason=words.strip(), key=sent.key, changes=changes)


def contest(booking: Booking, by: Member, story: Story, *, sent: Sent = UNSENT) -> None:
    """It was otherwise, says the one who was not there, says the other."""
    _open(booking, by, story, Act.CONTEST, sent)


def dispute(booking: Booking, by: Member, story: Story, *, sent: Sent = UNSENT) -> None:
    """Something went wrong that the two cannot settle; nothing counts as done meanwhile."""
    _open(booking, by, story, Act.DISPUTE, sent)


def tell_own_side(dispute: Dispute, by: Member, story: Story) -> None:
    """The other side answers, once."""
    dispute_id, by_id, pictures = dispute.id, by.id, [each.id for each in story.pictures]
    with transaction():
        dispute = db.session.get_one(
            Dispute, dispute_id, with_for_update={"of": Dispute}, populate_existing=True
        )
        by = db.session.get_one(Member, by_id)
        told = next((each.text for each in dispute.statements if each.by_id == by_id), None)
        if told != story.text.strip():  # the same form sent twice is one story
            _tell(dispute, by, story.text, pictures)


def decide(dispute: Dispute, moderator: Member, decision: Decision) -> None:
    """It takes effect at once, and both read the reason."""
    dispute_id, booking_id, moderator_id = dispute.id, dispute.booking_id, moderator.id
    with transaction():
        booking = claimed(booking_id)
        dispute = db.session.get_one(Dispute, dispute_id, populate_existing=True)
        moderator = db.session.get_one(Member, moderator_id)
        moves.check_decidable(booking.state)
        rules.check_decision(
            moderator_id=moderator.id,
            parties=(booking.host_id, booking.provider_id),
            words=(decision.words_fr, decision.words_en),
        )
        dispute.outcome = decision.outcome
        dispute.words_fr = decision.words_fr.strip()
        dispute.words_en = decision.words_en.strip()
        dispute.decided_at, dispute.decided_by_id = clock.now(), moderator.id
        audit.note(
            mark("decided a dispute"),
            by=moderator.id,
            about=f"booking {booking.reference}",
            outcome=decision.outcome.value,
        )
        public_log.note(About.DISPUTE, rules.OUTCOMES[decision.outcome], by_role=role_of(moderator))
        enter(
            booking,
            BookingState.RESOLVED,
            by=moderator,
            changes={"outcome": decision.outcome},
        )


def note_reading(dispute: Dispute, moderator: Member) -> None:
    """Whoever opens a dispute reads what two people wrote for moderators alone: it is logged."""
    if queries.was_read_since(dispute, moderator, clock.now() - rules.READ_AGAIN_AFTER):
        return
    audit.note(rules.READING, by=moderator.id, about=f"booking {dispute.booking.reference}")


def let_go_of_evidence(member: Member) -> None:
    """What somebody gave goes with them; their words stay for the decision that rests on them."""
    with transaction():
        given = select(Picture.id).where(Picture.owner_id == member.id)
        db.session.execute(delete(DisputePicture).where(DisputePicture.picture_id.in_(given)))


def forget_left_over_evidence() -> None:
    """Drop pictures that were sent with words which were refused."""
    with transaction():
        for picture in queries.evidence_left_over(clock.now() - rules.LEFT_OVER_AFTER):
            media.drop_picture(picture)


def _open(booking: Booking, by: Member, story: Story, act: Act, sent: Sent) -> None:
    booking_id, by_id, pictures = booking.id, by.id, [each.id for each in story.pictures]
    with transaction():
        booking = claimed(booking_id)
        by = db.session.get_one(Member, by_id)
        about = booking.state_now(clock.now())
        state = following(booking, by, act, sent)
        if state is None:
            return
        dispute = Dispute(
            public_id=ids.public_id(),
            booking_id=booking.id,
            opened_at=clock.now(),
            opened_by_id=by.id,
            about=about,
        )
        db.session.add(dispute)
        db.session.flush()  # statements need its id
        _tell(dispute, by, story.text, pictures)
        enter(booking, state, by=by, key=sent.key)


def _tell(dispute: Dispute, by: Member, text: str, pictures: Sequence[int]) -> None:
    rules.check_statement(
        text,
        pictures=len(pictures),
        has_spoken=any(each.by_id == by.id for each in dispute.statements),
        is_decided=dispute.decided_at is not None,
    )
    statement = Statement(
        dispute_id=dispute.id, by_id=by.id, at=clock.now(), text=text.strip()[: rules.LONGEST]
    )
    db.session.add(statement)
    db.session.flush()  # its pictures need its id
    for picture_id in pictures:
        db.session.add(DisputePicture(picture_id=picture_id, statement_id=statement.id))
    publish(StatementMade(dispute, statement))
