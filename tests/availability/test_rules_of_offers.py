"""What an offer says of itself counts before what its calendar says, wherever it is asked."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from pro_am.availability import actions, queries
from pro_am.availability.memory import FreeStarts, bookable_of
from pro_am.availability.models import Calendar, FreeDay, Hold
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.foundation.database import db, transaction
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles.rules import PlaceMode
from tests.conftest import NOON
from tests.factories import free_starts, make_booking

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
TUESDAY = date(2030, 1, 8)
TUESDAY_AT_SIX = NOON + 29 * HOUR
FORTNIGHT = TimeSlot(NOON, NOON + 14 * DAY)


@pytest.fixture
def calendar(offer) -> Calendar:
    return db.session.scalars(select(Calendar)).one()


def say(offer, **said):
    with transaction():
        for name, value in said.items():
            setattr(offer, name, value)


def starts_on(day, starts):
    return [start for start in starts if start.date() == day]


@pytest.fixture
def asked(offer, time):
    """The free starts of the offer, after it was seen that memory says the same."""

    def ask():
        starts = free_starts(offer)
        bookable = bookable_of(offer)
        [free] = FreeStarts(time()).within([bookable], FORTNIGHT)
        assert list(free.starts) == starts
        return starts

    return ask


def test_its_own_notice_and_horizon_count(offer, calendar, asked):
    say(offer, notice_minutes=5 * 60, horizon_days=1)

    starts = asked()

    assert starts[0] == NOON + 5 * HOUR, "18:00 in Paris, the calendar wants a day"
    assert {start.date() for start in starts} == {NOON.date(), TUESDAY}


def test_a_longer_horizon_is_pictured_as_far(offer, calendar, asked):
    say(offer, horizon_days=200)
    actions.picture_all_free_days()

    last = db.session.scalars(select(FreeDay.day).order_by(FreeDay.day.desc())).first()

    assert last >= NOON.date() + 200 * DAY


@pytest.mark.parametrize("mode", [PlaceMode.HOST, PlaceMode.DELIVERED])
def test_its_own_buffers_count_and_travel_where_it_is_travelled(offer, calendar, person, mode):
    say(offer, place_mode=mode, buffer_before_minutes=10, travel_buffer_minutes=20)
    timing = queries.timing_of(calendar, offer)

    held = actions.hold(calendar.id, timing, TUESDAY_AT_SIX, expires_at=None)

    assert held.starts_at - held.blocks_from == 30 * MINUTE
    assert held.blocks_until - held.ends_at == 20 * MINUTE
    assert held.offer_id == offer.id


def test_nobody_travels_to_their_own_table(offer, calendar):
    say(offer, travel_buffer_minutes=20)

    assert queries.timing_of(calendar, offer).buffer_before == 0


def test_one_a_day_is_one_a_day(offer, calendar, person, asked):
    say(offer, most_a_day=1)
    assert len(starts_on(TUESDAY, asked())) > 1

    make_booking(person("ana"), offer, start=TUESDAY_AT_SIX)

    assert starts_on(TUESDAY, asked()) == []
    assert starts_on(TUESDAY + DAY, asked()) != []
    with pytest.raises(SlotTaken):
        make_booking(person("cleo"), offer, start=TUESDAY_AT_SIX + 2 * HOUR)


def test_a_booking_that_is_off_gives_its_day_back(offer, calendar, person, asked):
    say(offer, most_a_day=1)
    held = make_booking(person("ana"), offer, start=TUESDAY_AT_SIX).hold

    actions.release(held)

    assert TUESDAY_AT_SIX in asked()


def test_an_offer_counts_its_own_bookings_and_a_calendar_all(offer, calendar, person, asked):
    timing = queries.timing_of(calendar, offer)
    other = actions.hold(calendar.id, timing, TUESDAY_AT_SIX, expires_at=None)
    with transaction():
        other.offer_id = None  # of another offer
    say(offer, most_a_day=1)
    assert starts_on(TUESDAY, asked()) != []

    with transaction():
        actions.claim(calendar.id).most_a_day = 1

    assert starts_on(TUESDAY, asked()) == []


def test_what_was_agreed_on_notices_is_copied_into_the_booking(offer, calendar, person):
    say(offer, cancel_notice_minutes=120, reschedule_notice_minutes=1440)

    booking = make_booking(person("ana"), offer)
    say(offer, cancel_notice_minutes=None)

    assert (booking.cancel_notice_minutes, booking.reschedule_notice_minutes) == (120, 1440)
    assert db.session.scalars(select(Hold.offer_id)).all() == [offer.id]
