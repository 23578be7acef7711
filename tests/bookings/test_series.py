"""A series: asked for, answered and cancelled in one act each, moved week by week."""

from datetime import timedelta
from itertools import pairwise

import pytest
from icalendar import Calendar as CalendarFile
from sqlalchemy import func, select

from pro_am.availability.models import Calendar, Hold
from pro_am.bookings import actions
from pro_am.bookings.actions import SeriesWish, Wish
from pro_am.bookings.models import Booking, BookingSeries
from pro_am.bookings.queries.series import bookings_in, place_in_series, series_of
from pro_am.bookings.rules.life import AllergiesUnread, BookingState
from pro_am.bookings.rules.moves import Act, NotPossibleNow
from pro_am.bookings.rules.series import WeeksToChoose
from pro_am.conversations.models import Message
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.inbox.queries import conversations_of
from tests.factories import free_starts, make_booking

WEEK = timedelta(weeks=1)


def ask(host, offer, *, weeks=4, choices=None, key=None, **wish):
    first = Wish(start=free_starts(offer)[0], people=2, message="Every Tuesday?", **wish)
    return actions.request_series(
        host,
        offer,
        SeriesWish(first, weeks, choices or {}),
        idempotency_key=key or ids.public_id(),
    )


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def letters():
    found = select(Letter.template, Letter.recipient).order_by(Letter.id)
    return [tuple(row) for row in db.session.execute(found)]


def states(series):
    return [booking.state for booking in bookings_in(series)]


@pytest.fixture
def series(person, offer):
    return ask(person("ana"), offer)


def test_the_same_time_is_asked_for_week_after_week(person, offer):
    first = free_starts(offer)[0]
    series = ask(person("ana"), offer)

    bookings = bookings_in(series)
    assert [booking.starts_at for booking in bookings] == [first + n * WEEK for n in range(4)]
    assert {booking.state for booking in bookings} == {BookingState.REQUESTED}
    assert len({booking.answer_by for booking in bookings}) == 1
    assert place_in_series(bookings[2])[1:] == (3, 4)
    assert first not in free_starts(offer)


def test_one_claim_and_one_letter_to_each_side(person, offer):
    before = db.session.scalars(select(Calendar.revision)).one()
    ask(person("ana"), offer)

    assert db.session.scalars(select(Calendar.revision)).one() == before + 1
    assert letters() == [
        ("bookings/series_requested", "ben@example.org"),
        ("bookings/series_request_sent", "ana@example.org"),
    ]
    assert count(Message) == 1


def test_a_week_that_is_taken_is_for_the_host_to_choose_and_nothing_is_booked(person, offer):
    second = free_starts(offer)[0] + WEEK
    make_booking(person("cleo"), offer, start=second)

    with pytest.raises(WeeksToChoose) as refused:
        ask(person("ana"), offer)

    assert [week.is_open for week in refused.value.weeks] == [False, True, False, False]
    others = refused.value.weeks[1].others
    assert len(others) == 2
    assert set(others) <= set(free_starts(offer))
    assert (count(Booking), count(Hold), count(BookingSeries)) == (1, 1, 0)


def test_the_host_takes_another_time_or_leaves_the_week_out(person, offer):
    second = free_starts(offer)[0] + WEEK
    make_booking(person("cleo"), offer, start=second)

    moved = ask(person("ana"), offer, choices={2: second + timedelta(hours=2)})
    assert bookings_in(moved)[1].starts_at == second + timedelta(hours=2)
    assert len(bookings_in(moved)) == 4


def test_a_week_can_be_left_out(person, offer):
    make_booking(person("cleo"), offer, start=free_starts(offer)[0] + WEEK)

    series = ask(person("ana"), offer, choices={2: None})

    assert [place.number for place in series.occurrences] == [1, 2, 3]


def test_weeks_beyond_the_horizon_are_not_free_yet(person, offer):
    with pytest.raises(WeeksToChoose) as refused:
        ask(person("ana"), offer, weeks=10)

    assert [week.is_open for week in refused.value.weeks] == [False] * 9 + [True]


def test_the_same_form_sent_twice_is_one_series(person, offer):
    series = ask(person("ana"), offer, key="k")

    again = actions.request_series(
        person("ana"),
        offer,
        SeriesWish(Wish(start=bookings_in(series)[0].starts_at, people=2), 4),
        idempotency_key="k",
    )

    assert again.id == series.id
    assert count(Booking) == 4


def test_the_pro_am_accepts_all_of_it_at_once(person, series):
    actions.answer_series(series, person("ben"), Act.CONFIRM)

    assert states(series) == [BookingState.CONFIRMED] * 4
    confirmed = db.session.scalars(
        select(Letter).where(Letter.template == "bookings/series_confirmed")
    ).all()
    assert [len(letter.attachments) for letter in confirmed] == [1, 1]
    [attached] = confirmed[0].attachments
    file = CalendarFile.from_ical(attached["text"])
    weeks = [event.start.replace(tzinfo=None) for event in file.walk("VEVENT")]
    assert [later - earlier for earlier, later in pairwise(weeks)] == [timedelta(weeks=1)] * 3
    # An invitation is about one event alone: many are published.
    assert file["METHOD"] == "PUBLISH"
    assert not [event for event in file.walk("VEVENT") if "ATTENDEE" in event]
    assert "bookings/confirmed" not in dict(letters())


def test_or_week_by_week(person, series):
    actions.decline(bookings_in(series)[0], person("ben"), reason="Away")

    actions.answer_series(series, person("ben"), Act.CONFIRM)

    assert states(series) == [BookingState.DECLINED] + [BookingState.CONFIRMED] * 3


def test_declining_gives_all_weeks_back(person, offer, series):
    taken = [booking.starts_at for booking in bookings_in(series)[:2]]
    actions.answer_series(series, person("ben"), Act.DECLINE, reason="I am away")

    assert states(series) == [BookingState.DECLINED] * 4
    assert set(taken) <= set(free_starts(offer))
    assert letters()[-1] == ("bookings/series_ended", "ben@example.org")


def test_one_week_is_moved_and_the_others_stay(person, offer, series):
    actions.answer_series(series, person("ben"), Act.CONFIRM)
    bookings = bookings_in(series)
    starts = [booking.starts_at for booking in bookings]

    actions.reschedule(bookings[0], person("ana"), free_starts(offer)[-1])

    assert [booking.starts_at for booking in bookings[1:]] == starts[1:]


def test_all_that_lies_ahead_is_cancelled_and_what_was_stays(person, series, time):
    actions.answer_series(series, person("ben"), Act.CONFIRM)
    time.now = bookings_in(series)[0].ends_at

    actions.answer_series(series, person("ana"), Act.CANCEL, reason="We move house")

    assert states(series)[1:] == [BookingState.CANCELLED_BY_HOST] * 3
    assert states(series)[0] is BookingState.CONFIRMED
    with pytest.raises(NotPossibleNow):
        actions.answer_series(series, person("ana"), Act.CANCEL)


def test_allergies_are_read_before_any_week_is_accepted(person, offer):
    series = ask(person("ana"), offer, allergies="peanuts")

    with pytest.raises(AllergiesUnread):
        actions.answer_series(series, person("ben"), Act.CONFIRM)
    actions.answer_series(series, person("ben"), Act.CONFIRM, allergies_read=True)

    assert states(series) == [BookingState.CONFIRMED] * 4


def test_an_offer_that_is_booked_at_once_books_all_weeks_at_once(person, offer):
    with transaction():
        offer.is_instant, offer.instant_notice_minutes = True, 60

    series = ask(person("ana"), offer, at_once=True)

    assert states(series) == [BookingState.CONFIRMED] * 4
    assert {template for template, _ in letters()} == {"bookings/series_confirmed"}


def test_a_stranger_finds_no_series(person, series):
    assert series_of(person("cleo"), series.reference) is None
    assert series_of(person("ben"), series.reference) == series


def test_the_inbox_shows_one_conversation_until_more_is_written(person, series):
    rows = conversations_of(person("ben"), clock.now(), limit=20, unread_only=False)

    assert [row.words for row in rows] == ["Every Tuesday?"]
