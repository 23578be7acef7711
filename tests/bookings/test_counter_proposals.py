"""Another time instead of yes or no: one booking, one thread, whose answer it waits for."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from pro_am.availability.models import Hold
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.bookings import actions
from pro_am.bookings.actions import Proposal, Sent, Wish
from pro_am.bookings.models import Booking
from pro_am.bookings.rules import life, moves, proposals
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.conversations import queries as threads
from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from tests.factories import free_starts, make_booking


@pytest.fixture
def booking(person, offer):
    return make_booking(person("ana"), offer)


def letters():
    rows = db.session.execute(select(Letter.recipient, Letter.template).order_by(Letter.id))
    return [(recipient.partition("@")[0], template) for recipient, template in rows]


def active_holds():
    return db.session.scalar(select(func.count(Hold.id)).where(Hold.released_at.is_(None)))


def test_ben_proposes_and_ana_accepts(person, offer, booking, time):
    asked, later = booking.starts_at, free_starts(offer)[-1]
    time.forward(hours=1)

    actions.propose(booking, person("ben"), Proposal(later, 4, "Fresh fish that day."))

    assert (booking.state, booking.awaits, booking.round) == ("requested", Side.HOST, 1)
    assert (booking.starts_at, booking.people, booking.total_minor) == (later, 4, 10_000)
    assert booking.answer_by == life.answer_deadline(time.now, later)
    assert booking.hold.slot.start == later
    assert active_holds() == 1
    assert asked in free_starts(offer)
    assert later not in free_starts(offer)
    assert [each.body for each in threads.messages_in(booking.thread_id)][-1] == (
        "Fresh fish that day."
    )
    assert letters()[-2:] == [("ana", "bookings/proposed"), ("ben", "bookings/proposal_sent")]

    actions.confirm(booking, person("ana"), allergies_read=False)

    assert booking.state is BookingState.CONFIRMED
    assert booking.hold.expires_at is None
    story = [(each.to_state, each.by_id, each.starts_at) for each in booking.steps]
    assert story == [
        ("requested", booking.host_id, None),
        ("requested", booking.provider_id, later),
        ("confirmed", booking.host_id, None),
    ]


def test_after_five_rounds_somebody_says_yes_or_no(person, offer, booking):
    starts = free_starts(offer)
    turns = ["ben", "ana"]
    for number in range(moves.MOST_ROUNDS):
        proposal = Proposal(starts[-1 - number], 2)
        actions.propose(booking, person(turns[number % 2]), proposal)

    with pytest.raises(moves.EnoughRounds):
        actions.propose(booking, person("ana"), Proposal(starts[0], 2))
    actions.decline(booking, person("ana"), reason="Another week then.")

    assert booking.state is BookingState.DECLINED
    assert active_holds() == 0
    assert letters()[-1] == ("ben", "bookings/declined")


def test_who_proposed_waits_and_may_withdraw(person, offer, booking):
    actions.propose(booking, person("ben"), Proposal(free_starts(offer)[-1], 2))

    with pytest.raises(moves.NotYourTurn):
        actions.confirm(booking, person("ben"), allergies_read=True)
    with pytest.raises(moves.NotPossibleNow):
        actions.withdraw(booking, person("ana"))
    actions.withdraw(booking, person("ben"))

    assert booking.state is BookingState.WITHDRAWN
    assert letters()[-1] == ("ana", "bookings/withdrawn")


def test_a_time_that_went_meanwhile_leaves_the_request_as_it_was(person, offer, booking):
    wanted = free_starts(offer)[-1]
    make_booking(person("cleo"), offer, start=wanted)
    before = (booking.starts_at, booking.hold_id, booking.awaits, booking.revision)

    with pytest.raises(SlotTaken) as refusal:
        actions.propose(booking, person("ben"), Proposal(wanted, 2))

    assert refusal.value.nearest
    assert set(refusal.value.nearest) <= {*free_starts(offer), booking.starts_at}
    assert (booking.starts_at, booking.hold_id, booking.awaits, booking.revision) == before
    assert booking.hold.released_at is None


def test_its_own_time_counts_as_free(person, offer, booking):
    """Half an hour later overlaps what the request itself holds."""
    a_little_later = booking.starts_at + timedelta(minutes=30)
    assert a_little_later not in free_starts(offer)

    actions.propose(booking, person("ben"), Proposal(a_little_later, 2))

    assert booking.starts_at == a_little_later


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({}, proposals.SameAsBefore),
        ({"people": 7}, life.WrongNumberOfPeople),
        ({"people": 0}, life.WrongNumberOfPeople),
    ],
)
def test_what_cannot_be_is_not_proposed(person, booking, change, refusal):
    same = Proposal(booking.starts_at, booking.people)

    with pytest.raises(refusal):
        actions.propose(booking, person("ben"), replace(same, **change))

    assert (booking.round, booking.hold.released_at) == (0, None)


def test_only_the_number_of_people_may_change(person, booking):
    actions.propose(booking, person("ben"), Proposal(booking.starts_at, 3))

    assert (booking.people, booking.awaits) == (3, Side.HOST)


def test_the_same_form_sent_twice_is_one_proposal(person, offer, booking):
    sent = Sent("once", booking.revision)
    wanted = Proposal(free_starts(offer)[-1], 2)

    actions.propose(booking, person("ben"), wanted, sent=sent)
    actions.propose(booking, person("ben"), wanted, sent=sent)

    assert booking.round == 1
    assert len(letters()) == 4  # two for the request, two for the proposal


def test_nobody_accepts_what_their_page_did_not_show(person, offer, booking):
    actions.propose(booking, person("ben"), Proposal(free_starts(offer)[-1], 2))
    shown = booking.revision
    actions.propose(booking, person("ana"), Proposal(free_starts(offer)[-3], 2))
    actions.propose(booking, person("ben"), Proposal(free_starts(offer)[-5], 2))

    with pytest.raises(moves.ChangedMeanwhile):
        actions.confirm(booking, person("ana"), allergies_read=False, sent=Sent("x", shown))

    assert booking.state is BookingState.REQUESTED


def test_allergies_are_read_before_another_time_is_proposed(person, offer):
    starts = free_starts(offer)
    wish = Wish(start=starts[0], people=2, allergies="Peanuts")
    booking = actions.request_booking(person("ana"), offer, wish, idempotency_key=ids.public_id())

    with pytest.raises(life.AllergiesUnread):
        actions.propose(booking, person("ben"), Proposal(starts[-1], 2))
    actions.propose(booking, person("ben"), Proposal(starts[-1], 2), allergies_read=True)
    actions.confirm(booking, person("ana"), allergies_read=False)

    assert booking.state is BookingState.CONFIRMED


def test_without_an_answer_the_proposed_time_is_free_again(person, offer, booking, time):
    later = free_starts(offer)[-1]
    actions.propose(booking, person("ben"), Proposal(later, 2))
    time.now = booking.answer_by

    assert booking.state_now(time.now) is BookingState.EXPIRED
    assert later in free_starts(offer)  # and no worker has run


def test_there_is_one_booking_and_one_thread(person, offer, booking):
    thread = booking.thread_id
    actions.propose(booking, person("ben"), Proposal(free_starts(offer)[-1], 2, "Rather then?"))

    assert db.session.scalar(select(func.count(Booking.id))) == 1
    assert booking.thread_id == thread
