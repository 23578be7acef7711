"""A group: hosts share a start, each takes a seat for each person, and gives exactly those back."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.memory import FreeStarts, bookable_of
from pro_am.availability.models import Calendar, Hold
from pro_am.availability.rules.calendar_rules import WeeklyWindow
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.bookings import actions
from pro_am.bookings.actions import Wish
from pro_am.bookings.models import Booking
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.time_slots import TimeSlot
from tests.factories import free_starts, make_booking, only_offer

SEATS = 5


def make_group():
    """Let Ben's offer be for groups of five, as his calendar says."""
    with transaction():
        offer = only_offer()
        offer.is_group = True
        calendar = db.session.scalars(select(Calendar)).one()
    availability.change_hours(
        calendar.id,
        weekly=[WeeklyWindow(day, 18 * 60, 23 * 60, SEATS) for day in range(7)],
        notice_minutes=24 * 60,
        horizon_days=60,
        buffers=(0, 0, 0),
    )


@pytest.fixture
def group(person, offer):
    make_group()
    return offer


def left(offer, start):
    calendar = calendars.calendar_for(offer)
    timing = calendars.timing_of(calendar, offer)
    return calendars.seats_left_at(calendar, timing, [start], clock.now())[start]


def test_hosts_share_a_start_until_the_seats_are_taken(person, group):
    start = free_starts(group)[0]

    make_booking(person("ana"), group, start=start, people=3)
    assert left(group, start) == 2
    make_booking(person("cleo"), group, start=start, people=2)

    assert left(group, start) == 0
    with pytest.raises(SlotTaken):
        make_booking(person("cleo"), group, start=start, people=1)


def test_more_people_than_seats_are_refused(person, group):
    start = free_starts(group)[0]
    make_booking(person("ana"), group, start=start, people=3)

    with pytest.raises(SlotTaken) as refused:
        make_booking(person("cleo"), group, start=start, people=3)
    assert start not in refused.value.nearest


def test_whoever_cancels_gives_exactly_their_seats_back(person, group):
    start = free_starts(group)[0]
    of_ana = make_booking(person("ana"), group, start=start, people=3)
    make_booking(person("cleo"), group, start=start, people=2)

    actions.withdraw(of_ana, person("ana"))

    assert left(group, start) == 3


def test_nobody_begins_another_group_while_one_is_together(person, group):
    start = free_starts(group)[0]
    make_booking(person("ana"), group, start=start, people=1)

    starts = free_starts(group)
    assert start in starts
    assert all(each == start or abs(each - start).total_seconds() >= 7200 for each in starts)


def test_search_asks_for_as_many_seats_as_people(person, group):
    start = free_starts(group)[0]
    make_booking(person("ana"), group, start=start, people=3)
    span = TimeSlot(start, start + (start - clock.now()))

    def found(people):
        [free] = FreeStarts(clock.now()).within([bookable_of(group).for_people(people)], span)
        return start in free.starts

    assert (found(1), found(2), found(3)) == (True, True, False)


def test_the_page_says_how_many_seats_are_left(app, people, browser_of):
    with app.app_context():
        make_group()
        offer, start = only_offer(), free_starts(only_offer())[0]
        make_booking(db.session.get_one(Member, people["ana"]), offer, start=start, people=2)
        ask = f"/book/{offer.public_id}?start={start:%Y-%m-%dT%H:%MZ}"
        profile = f"/pro/{offer.profile.slug}"

    assert "3 seats left" in browser_of("cleo").get(ask).text
    assert "3 left" in browser_of(None).get(profile).text


def test_a_full_start_offers_its_waiting_list(app, people, browser_of):
    with app.app_context():
        make_group()
        offer, start = only_offer(), free_starts(only_offer())[0]
        make_booking(db.session.get_one(Member, people["ana"]), offer, start=start, people=5)
        profile = f"/pro/{offer.profile.slug}"
    cleo = browser_of("cleo")
    assert cleo.get(profile).text.count("slot-week__wait") == 1  # the full one, not those around it
    path = f"/book/{offer.public_id}/waiting-list?start={start:%Y-%m-%dT%H:%MZ}"
    assert path.replace(":", "%3A") in cleo.get(profile).text or path in cleo.get(profile).text

    joined = cleo.submit(path, people=2)

    assert "You are next." in cleo.follow(joined).text
    assert "Waiting lists" in cleo.get("/bookings").text


def test_many_at_once_get_no_more_seats_than_there_are(app, people):
    with app.app_context():
        make_group()
        start = free_starts(only_offer())[0]

    def ask(number):
        with app.app_context():
            host = db.session.get_one(Member, people["ana" if number % 2 else "cleo"])
            wish = Wish(start, people=1 + number % 3)
            try:
                actions.request_booking(host, only_offer(), wish, idempotency_key=ids.public_id())
            except SlotTaken:
                return "refused"
            return "booked"

    with ThreadPoolExecutor(8) as pool:
        answers = Counter(pool.map(ask, range(16)))

    with app.app_context():
        taken = db.session.scalars(select(Hold.seats).where(Hold.released_at.is_(None))).all()
        assert sum(taken) == SEATS
        assert len(taken) == answers["booked"] == len(db.session.scalars(select(Booking)).all())
