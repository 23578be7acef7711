from datetime import timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select

from pro_am.bookings import actions
from pro_am.bookings.actions import Wish
from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.rules import life, moves
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from tests.factories import free_starts, make_booking


@pytest.fixture
def booking(person, offer):
    """Ana has asked Ben for the first free evening."""
    return make_booking(person("ana"), offer)


@pytest.fixture
def confirmed(person, booking):
    actions.confirm(booking, person("ben"), allergies_read=False)
    return booking


def letters(template):
    found = select(Letter).where(Letter.template == template).order_by(Letter.recipient)
    return list(db.session.scalars(found))


def last_step():
    return db.session.scalars(select(BookingStep).order_by(BookingStep.id.desc())).first()


def test_a_yes_keeps_the_time_for_good(person, booking, offer, time):
    start = booking.starts_at

    actions.confirm(booking, person("ben"), allergies_read=False)
    time.now = booking.answer_by + timedelta(minutes=1)

    assert booking.state_now(clock.now()) is BookingState.CONFIRMED
    assert booking.hold.expires_at is None
    assert start not in free_starts(offer)


def test_a_yes_sends_both_the_date_for_their_calendars(confirmed):
    sent = letters("bookings/confirmed")

    assert [letter.recipient for letter in sent] == ["ana@example.org", "ben@example.org"]
    for letter in sent:
        (attachment,) = letter.attachments
        (event,) = Calendar.from_ical(attachment["text"]).walk("VEVENT")
        assert event["ATTENDEE"] == f"mailto:{letter.recipient}"
        assert event["LOCATION"] == confirmed.town_name
        assert (event["SEQUENCE"], event["STATUS"]) == (1, "CONFIRMED")


def test_a_no_gives_the_time_back_and_tells_the_host(person, booking, offer):
    start = booking.starts_at

    actions.decline(booking, person("ben"), reason=" My oven broke. ")

    assert booking.state is BookingState.DECLINED
    assert start in free_starts(offer)
    assert last_step().reason == "My oven broke."
    assert [letter.recipient for letter in letters("bookings/declined")] == ["ana@example.org"]


def test_a_request_can_be_taken_back(person, booking, offer):
    start = booking.starts_at

    actions.withdraw(booking, person("ana"))

    assert booking.state is BookingState.WITHDRAWN
    assert start in free_starts(offer)
    assert [letter.recipient for letter in letters("bookings/withdrawn")] == ["ben@example.org"]


@pytest.mark.parametrize(
    ("who", "state"),
    [
        ("ana", BookingState.CANCELLED_BY_HOST),
        ("ben", BookingState.CANCELLED_BY_PROVIDER),
    ],
)
def test_either_side_can_cancel(person, confirmed, offer, who, state):
    start = confirmed.starts_at

    actions.cancel(confirmed, person(who), reason="Flu")

    assert confirmed.state is state
    assert start in free_starts(offer)
    sent = letters("bookings/cancelled")
    assert [letter.recipient for letter in sent] == ["ana@example.org", "ben@example.org"]
    before = Calendar.from_ical(letters("bookings/confirmed")[0].attachments[0]["text"])
    after = Calendar.from_ical(sent[0].attachments[0]["text"])
    assert after["METHOD"] == "CANCEL"
    assert after.walk("VEVENT")[0]["UID"] == before.walk("VEVENT")[0]["UID"]
    assert after.walk("VEVENT")[0]["SEQUENCE"] > before.walk("VEVENT")[0]["SEQUENCE"]


@pytest.mark.parametrize(("hours_before", "in_time"), [(24, True), (23, False)])
def test_it_is_noted_whether_a_host_cancels_in_time(person, confirmed, time, hours_before, in_time):
    time.now = confirmed.starts_at - timedelta(hours=hours_before)

    actions.cancel(confirmed, person("ana"))

    assert last_step().was_in_time is in_time


def test_a_cancelling_pro_am_is_never_in_time(person, confirmed):
    actions.cancel(confirmed, person("ben"))

    assert last_step().was_in_time is None


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_either_side_can_say_that_it_took_place(person, confirmed, time, who):
    time.now = confirmed.ends_at

    actions.complete(confirmed, person(who))

    assert confirmed.state is BookingState.COMPLETED
    # The evening stays taken: a booking that took place gives no time back.
    assert confirmed.hold.released_at is None


def test_nothing_takes_place_before_it_is_over(person, confirmed, time):
    time.now = confirmed.ends_at - timedelta(minutes=1)

    with pytest.raises(moves.NotOverYet):
        actions.complete(confirmed, person("ana"))


FORBIDDEN = [
    (actions.decline, "ana"),
    (actions.withdraw, "ben"),
    (lambda booking, by: actions.confirm(booking, by, allergies_read=True), "ana"),
    (actions.cancel, "ana"),  # a request is withdrawn, not cancelled
    (actions.cancel, "ben"),
    (actions.complete, "ben"),
]


@pytest.mark.parametrize(("deed", "who"), FORBIDDEN)
def test_each_side_does_only_its_part(person, booking, deed, who):
    with pytest.raises(moves.NotPossibleNow):
        deed(booking, person(who))

    assert booking.state is BookingState.REQUESTED


@pytest.mark.parametrize(("deed", "_who"), FORBIDDEN)
def test_a_stranger_does_nothing(person, booking, deed, _who):
    with pytest.raises(KeyError):
        deed(booking, person("cleo"))

    assert booking.state is BookingState.REQUESTED


def test_nobody_answers_twice(person, confirmed):
    with pytest.raises(moves.NotPossibleNow):
        actions.confirm(confirmed, person("ben"), allergies_read=True)
    with pytest.raises(moves.NotPossibleNow):
        actions.decline(confirmed, person("ben"))

    assert len(letters("bookings/confirmed")) == 2
    assert letters("bookings/declined") == []


def test_without_an_answer_a_request_ends_and_needs_no_worker(person, booking, time):
    time.now = booking.answer_by

    assert booking.state_now(clock.now()) is BookingState.EXPIRED
    with pytest.raises(moves.NotPossibleNow):
        actions.confirm(booking, person("ben"), allergies_read=True)


def test_a_time_nobody_answered_for_is_free_without_a_worker(person, offer, time):
    later = free_starts(offer)[-1]
    booking = make_booking(person("ana"), offer, start=later)
    assert later not in free_starts(offer)

    time.now = booking.answer_by

    assert later in free_starts(offer)
    assert make_booking(person("cleo"), offer, start=later).state is BookingState.REQUESTED


def test_the_worker_writes_down_what_time_has_done(booking, time):
    time.now = booking.answer_by

    actions.catch_up_with_time()
    actions.catch_up_with_time()

    assert booking.state is BookingState.EXPIRED
    assert [step.to_state for step in booking.steps] == [
        BookingState.REQUESTED,
        BookingState.EXPIRED,
    ]
    assert (last_step().by_id, last_step().at) == (None, time.now)
    sent = letters("bookings/expired")
    assert [letter.recipient for letter in sent] == ["ana@example.org", "ben@example.org"]


@pytest.mark.parametrize("worker_runs", [False, True])
def test_a_booking_begins_and_ends_with_or_without_a_worker(confirmed, time, worker_runs):
    reached = []
    for moment in (
        confirmed.starts_at,
        confirmed.ends_at,
        confirmed.ends_at + timedelta(days=2),
    ):
        time.now = moment
        if worker_runs:
            actions.catch_up_with_time()
            assert confirmed.state is confirmed.state_now(moment)
        reached.append(confirmed.state_now(moment))

    assert reached == [
        BookingState.IN_PROGRESS,
        BookingState.IN_PROGRESS,
        BookingState.COMPLETED,
    ]


def test_a_worker_that_slept_for_weeks_catches_up(confirmed, time):
    time.now = confirmed.ends_at + timedelta(days=30)

    actions.catch_up_with_time()

    assert confirmed.state is BookingState.CLOSED
    assert confirmed.hold.released_at is None


@pytest.fixture
def with_allergies(person, offer):
    return actions.request_booking(
        person("ana"),
        offer,
        Wish(start=free_starts(offer)[0], people=2, allergies=" Peanuts "),
        idempotency_key=ids.public_id(),
    )


def test_allergies_are_read_before_a_yes(person, with_allergies):
    with pytest.raises(life.AllergiesUnread):
        actions.confirm(with_allergies, person("ben"), allergies_read=False)
    assert with_allergies.state is BookingState.REQUESTED

    actions.confirm(with_allergies, person("ben"), allergies_read=True)

    assert with_allergies.state is BookingState.CONFIRMED


@pytest.mark.parametrize(("days", "kept"), [(30, "Peanuts"), (30.01, "")])
def test_allergies_are_forgotten_after_a_month(with_allergies, time, days, kept):
    time.now = with_allergies.ends_at + timedelta(days=days)

    actions.forget_allergies()

    assert db.session.scalars(select(Booking.allergies)).one() == kept
