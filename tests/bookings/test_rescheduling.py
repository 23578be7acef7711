"""Another time for a booking: taken and given back together, and told."""

from datetime import timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select

from pro_am.availability.models import Hold
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.bookings import actions
from pro_am.bookings.models import MoveProposal
from pro_am.bookings.queries import moves
from pro_am.bookings.rules.life import BookingState
from pro_am.bookings.rules.moves import NotPossibleNow
from pro_am.bookings.rules.rescheduling import (
    Deed,
    ProposalOpen,
    ProposalOver,
    TooLateToMove,
)
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from tests.factories import free_starts, make_booking

HOUR = timedelta(hours=1)


@pytest.fixture
def asked(person, offer):
    """Ana has asked Ben for Wednesday evening."""
    return make_booking(person("ana"), offer, start=free_starts(offer)[7])


@pytest.fixture
def booking(person, asked):
    actions.confirm(asked, person("ben"), allergies_read=False)
    return asked


def letters(template):
    found = select(Letter).where(Letter.template == template).order_by(Letter.recipient)
    return list(db.session.scalars(found))


def open_proposal(booking):
    return moves.open_proposal(booking, clock.now())


def test_a_host_moves_at_once_and_the_old_time_is_free_again(person, booking, offer):
    old, new = booking.starts_at, free_starts(offer)[0]
    revision = booking.revision

    actions.reschedule(booking, person("ana"), new, reason="Late train")

    assert (booking.starts_at, booking.hold.starts_at) == (new, new)
    assert booking.ends_at - booking.starts_at == 2 * HOUR
    assert booking.revision == revision + 1
    assert old in free_starts(offer)
    assert new not in free_starts(offer)
    step = booking.steps[-1]
    assert (step.deed, step.moved_from, step.moved_to, step.reason) == (
        Deed.MOVED, old, new, "Late train",
    )  # fmt: skip


def test_both_get_the_new_date_for_their_calendars(person, booking, offer):
    actions.reschedule(booking, person("ana"), free_starts(offer)[0])

    sent = letters("bookings/rescheduled")
    assert [letter.recipient for letter in sent] == ["ana@example.org", "ben@example.org"]
    before = letters("bookings/confirmed")[0].attachments[0]["text"]
    after = sent[0].attachments[0]["text"]
    [was], [now] = (Calendar.from_ical(text).walk("VEVENT") for text in (before, after))
    assert now["UID"] == was["UID"]
    assert now["SEQUENCE"] > was["SEQUENCE"]
    assert now.start.hour == 18


def test_its_own_old_time_counts_as_free(person, booking, offer):
    new = booking.starts_at + HOUR / 2
    assert new not in free_starts(offer)

    actions.reschedule(booking, person("ana"), new)

    assert booking.starts_at == new


def test_a_time_that_was_taken_meanwhile_leaves_the_old_one(person, booking, offer):
    old, wanted = booking.starts_at, free_starts(offer)[0]
    make_booking(person("cleo"), offer, start=wanted)

    with pytest.raises(SlotTaken) as refused:
        actions.reschedule(booking, person("ana"), wanted)

    assert (booking.starts_at, booking.hold.starts_at) == (old, old)
    assert len(refused.value.nearest) == 2
    assert set(refused.value.nearest) <= set(free_starts(offer)) | {old + HOUR / 2}


def test_moving_late_is_noted_as_a_late_cancellation_would_be(person, booking, offer, time):
    actions.reschedule(booking, person("ana"), free_starts(offer)[0])
    assert booking.steps[-1].was_in_time is True

    time.now = booking.starts_at - 23 * HOUR
    actions.reschedule(booking, person("ana"), free_starts(offer)[0])
    assert booking.steps[-1].was_in_time is False


def test_the_same_form_sent_twice_moves_once(person, booking, offer):
    new = free_starts(offer)[0]

    for _ in range(2):
        actions.reschedule(booking, person("ana"), new)

    assert len(letters("bookings/rescheduled")) == 2  # one to each
    assert [step.deed for step in booking.steps].count(Deed.MOVED) == 1


def test_a_request_moves_with_a_new_time_to_answer(person, asked, offer):
    new = free_starts(offer)[-1]

    actions.reschedule(asked, person("ana"), new)

    assert (asked.state, asked.starts_at) == (BookingState.REQUESTED, new)
    assert asked.hold.expires_at == asked.answer_by
    assert letters("bookings/rescheduled")[1].recipient == "ben@example.org"


def test_a_pro_am_cannot_move_a_request(person, asked, offer):
    with pytest.raises(NotPossibleNow):
        actions.reschedule(asked, person("ben"), free_starts(offer)[0])


def test_the_pro_am_says_until_when_a_host_may_move(person, booking, offer, time):
    with transaction():
        booking.reschedule_notice_minutes = 48 * 60
    time.now = booking.starts_at - 47 * HOUR

    with pytest.raises(TooLateToMove):
        actions.reschedule(booking, person("ana"), free_starts(offer)[-1])


def test_a_pro_am_proposes_and_both_times_are_held_until_the_host_says(person, booking, offer):
    old, new = booking.starts_at, free_starts(offer)[0]

    actions.reschedule(booking, person("ben"), new, reason="The oven is due")

    assert booking.starts_at == old
    assert {old, new}.isdisjoint(free_starts(offer))
    [letter] = letters("bookings/move_proposed")
    assert (letter.recipient, letter.attachments) == ("ana@example.org", [])
    assert "The oven is due" in letter.text


def test_the_host_agrees(person, booking, offer):
    old, new = booking.starts_at, free_starts(offer)[0]
    actions.reschedule(booking, person("ben"), new)

    actions.agree(open_proposal(booking), person("ana"))

    assert (booking.starts_at, booking.steps[-1].was_in_time) == (new, None)
    assert old in free_starts(offer)
    assert new not in free_starts(offer)
    assert open_proposal(booking) is None
    assert len(letters("bookings/rescheduled")) == 2


def test_the_host_agrees_to_a_time_that_overlaps_the_old_one(person, booking, offer):
    new = booking.starts_at + HOUR / 2
    actions.reschedule(booking, person("ben"), new)
    one, other = db.session.scalars(select(Hold).order_by(Hold.blocks_from))
    assert one.blocks_until == other.blocks_from  # together they take what the two times take

    actions.agree(open_proposal(booking), person("ana"))

    assert booking.starts_at == new


@pytest.mark.parametrize("end", ["refuse", "take_back"])
def test_a_proposal_that_ends_leaves_the_booking_and_gives_its_time_back(
    person, booking, offer, end
):
    old, new = booking.starts_at, free_starts(offer)[0]
    actions.reschedule(booking, person("ben"), new)

    if end == "refuse":
        actions.refuse(open_proposal(booking), person("ana"), reason="I work then")
    else:
        actions.take_back(open_proposal(booking), person("ben"))

    assert (booking.starts_at, booking.state) == (old, BookingState.CONFIRMED)
    assert new in free_starts(offer)
    [letter] = letters("bookings/move_refused")
    assert letter.recipient == ("ben@example.org" if end == "refuse" else "ana@example.org")


def test_a_proposal_lapses_by_itself(person, booking, offer, time):
    new = free_starts(offer)[-1]
    actions.reschedule(booking, person("ben"), new)
    proposal = db.session.scalars(select(MoveProposal)).one()

    time.now = proposal.answer_by

    assert new in free_starts(offer)
    with pytest.raises(ProposalOver):
        actions.agree(proposal, person("ana"))
    assert booking.starts_at != new


def test_one_proposal_at_a_time(person, booking, offer):
    first, second = free_starts(offer)[0], free_starts(offer)[-1]
    actions.reschedule(booking, person("ben"), first)
    actions.reschedule(booking, person("ben"), first)  # the same form again

    with pytest.raises(ProposalOpen):
        actions.reschedule(booking, person("ben"), second)

    assert len(letters("bookings/move_proposed")) == 1


def test_what_is_cancelled_gives_the_proposed_time_back_too(person, booking, offer):
    old, new = booking.starts_at, free_starts(offer)[0]
    actions.reschedule(booking, person("ben"), new)

    actions.cancel(booking, person("ana"))

    assert {old, new} <= set(free_starts(offer))
