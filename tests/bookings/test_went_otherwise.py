"""Somebody did not come, or it was not as agreed: said, contested, decided, and counted."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.accounts.rules import Role
from pro_am.bookings import actions
from pro_am.bookings.actions import disputes
from pro_am.bookings.actions.disputes import Decision, Story
from pro_am.bookings.queries import disputes as queries
from pro_am.bookings.queries.reliability import reliability_of
from pro_am.bookings.rules import disputes as rules
from pro_am.bookings.rules import moves
from pro_am.bookings.rules.disputes import Outcome
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.bookings.rules.reliability import Reliability
from pro_am.foundation import audit
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from tests.factories import make_booking

AN_HOUR = timedelta(hours=1)
FAIR = Decision(Outcome.AS_PLANNED, "Vos deux photos le montrent.", "Both your pictures show it.")


@pytest.fixture
def booking(person, offer, time):
    """Ana's dinner at Ben's, an hour after its start."""
    found = make_booking(person("ana"), offer)
    actions.confirm(found, person("ben"), allergies_read=True)
    time.now = found.starts_at + AN_HOUR
    return found


@pytest.fixture
def moderator(person):
    cleo = person("cleo")
    accounts.grant_role(cleo, Role.MODERATOR, by=None)
    return cleo


@pytest.fixture
def contested(person, booking):
    disputes.say_no_show(booking, person("ana"), words="I rang twice.")
    disputes.contest(booking, person("ben"), Story("My bell is broken."))
    return booking


def letters(template):
    found = select(Letter).where(Letter.template == f"bookings/{template}").order_by(Letter.id)
    return [each.recipient.partition("@")[0] for each in db.session.scalars(found)]


def reliability(person, who, side, time):
    return reliability_of([person(who).id], side, time.now).get(person(who).id)


def test_what_is_said_stands_after_two_days_and_counts(person, booking, time):
    disputes.say_no_show(booking, person("ana"), words="I rang twice.")

    assert booking.state is BookingState.NO_SHOW_PROVIDER
    assert letters("no_show") == ["ben"]
    assert reliability(person, "ben", Side.PROVIDER, time) is None
    time.forward(days=2)
    actions.catch_up_with_time()

    assert booking.state is BookingState.NO_SHOW_PROVIDER
    assert not booking.has_happened(time.now)
    assert reliability(person, "ben", Side.PROVIDER, time) == Reliability(0, 0, 1)
    assert reliability(person, "ana", Side.HOST, time) is None
    assert booking.hold.released_at is None
    with pytest.raises(moves.Refusal):
        disputes.contest(booking, person("ben"), Story("Too late."))


def test_the_other_side_may_say_so_too(person, booking, time):
    disputes.say_no_show(booking, person("ben"))
    time.forward(days=2)

    assert booking.state is BookingState.NO_SHOW_HOST
    assert letters("no_show") == ["ana"]
    assert reliability(person, "ana", Side.HOST, time) == Reliability(0, 0, 1)


def test_contested_it_counts_for_nobody_and_waits_for_a_moderator(
    person, moderator, contested, time
):
    time.forward(days=30)
    actions.catch_up_with_time()

    assert contested.state is BookingState.DISPUTED
    assert reliability(person, "ben", Side.PROVIDER, time) is None
    assert letters("disputed") == ["ana"]
    assert letters("dispute_waits") == ["cleo"]
    assert [each.booking_id for each in queries.undecided()] == [contested.id]


@pytest.mark.parametrize(
    ("outcome", "expected"),  # whether it happened, what counts of Ben, of Ana
    [
        (Outcome.AS_PLANNED, (True, Reliability(1, 0, 0), Reliability(1, 0, 0))),
        (Outcome.NO_SHOW_PROVIDER, (False, Reliability(0, 0, 1), None)),
        (Outcome.NO_SHOW_HOST, (False, None, Reliability(0, 0, 1))),
        (Outcome.NOBODYS_FAULT, (False, None, None)),
    ],
)
def test_a_moderator_decides_and_both_read_why(
    person, moderator, contested, time, outcome, expected
):
    dispute = queries.dispute_of(contested)
    disputes.tell_own_side(dispute, person("ana"), Story("There was no light either."))
    disputes.decide(dispute, moderator, Decision(outcome, "Parce que.", "Because."))

    assert contested.state is BookingState.RESOLVED
    of_ben = reliability(person, "ben", Side.PROVIDER, time)
    of_ana = reliability(person, "ana", Side.HOST, time)
    assert (contested.has_happened(time.now), of_ben, of_ana) == expected
    assert letters("resolved") == ["ana", "ben"]
    texts = db.session.scalars(select(Letter.text).where(Letter.template == "bookings/resolved"))
    assert all("Because." in text for text in texts)
    entry = db.session.scalars(
        select(audit.AuditEntry).order_by(audit.AuditEntry.id.desc())
    ).first()
    assert (entry.act, entry.by_id) == ("decided a dispute", moderator.id)
    with pytest.raises(rules.AlreadyDecided):
        disputes.decide(dispute, moderator, FAIR)


def test_nobody_decides_about_their_own_booking(person, contested):
    accounts.grant_role(person("ben"), Role.MODERATOR, by=None)

    with pytest.raises(rules.OwnBooking):
        disputes.decide(queries.dispute_of(contested), person("ben"), FAIR)

    assert contested.state is BookingState.DISPUTED


def test_each_side_speaks_once(person, contested):
    dispute = queries.dispute_of(contested)

    with pytest.raises(rules.AlreadySaid):
        disputes.tell_own_side(dispute, person("ben"), Story("And another thing."))
    disputes.tell_own_side(dispute, person("ana"), Story("I rang."))

    assert len(queries.dispute_of(contested).statements) == 2


def test_a_dispute_keeps_a_booking_from_counting_as_done(person, moderator, booking, time):
    time.now = booking.ends_at + AN_HOUR
    actions.complete(booking, person("ben"))
    disputes.dispute(booking, person("ana"), Story("It was cold, and for two."))
    time.forward(days=20)
    actions.catch_up_with_time()

    assert booking.state is BookingState.DISPUTED
    assert queries.dispute_of(booking).about is BookingState.COMPLETED


def test_a_pro_ams_cancellation_counts_and_a_hosts_in_time_does_not(person, offer, time):
    of_ben, of_ana = (make_booking(person("ana"), offer) for _ in range(2))
    for booking in (of_ben, of_ana):
        actions.confirm(booking, person("ben"), allergies_read=True)
    actions.cancel(of_ben, person("ben"))
    actions.cancel(of_ana, person("ana"))

    assert reliability(person, "ben", Side.PROVIDER, time) == Reliability(0, 1, 0)
    assert of_ben.steps[-1].refund_percent == 100


def test_the_same_form_sent_twice_is_one_claim(person, booking):
    sent = actions.Sent("once", booking.revision)

    disputes.say_no_show(booking, person("ana"), sent=sent)
    disputes.say_no_show(booking, person("ana"), sent=sent)

    assert letters("no_show") == ["ben"]


def test_closed_when_nobody_can_review_it_any_more(person, booking, time):
    time.now = booking.ends_at + timedelta(days=2)
    actions.catch_up_with_time()
    shown = booking.revision
    time.now = booking.ends_at + timedelta(days=14)
    actions.catch_up_with_time()
    actions.catch_up_with_time()
    db.session.expire_all()

    assert booking.state is BookingState.CLOSED
    assert [step.to_state for step in booking.steps][-2:] == ["completed", "closed"]
    assert booking.revision == shown
