"""A profile may have several calendars; each offer takes its time in one of them."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.availability import actions, queries
from pro_am.availability.actions import MOST_CALENDARS
from pro_am.availability.memory import FreeStarts, bookable_of
from pro_am.availability.models import Calendar
from pro_am.availability.rules.calendar_rules import WeeklyWindow
from pro_am.availability.rules.exceptions import Exceptional
from pro_am.availability.rules.refusals import CalendarInUse, FirstCalendar, TooManyCalendars
from pro_am.bookings import actions as bookings
from pro_am.bookings.models import WaitingPlace
from pro_am.bookings.rules.waiting_list import PlaceState
from pro_am.calendar_sources import actions as sources
from pro_am.calendar_sources.models import CalendarSource
from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles import actions as profiles
from pro_am.profiles.actions import OfferText
from pro_am.profiles.models import Offer
from tests.conftest import NOON
from tests.factories import free_starts, make_booking, make_known

FORTNIGHT = TimeSlot(NOON, NOON + timedelta(days=14))


@pytest.fixture
def kitchen(offer) -> Calendar:
    return actions.add_calendar(queries.calendar_of(offer.profile_id).id, "Kitchen")


@pytest.fixture
def other(offer) -> Offer:
    """The same as Ben's offer, under another title."""
    text = {name: getattr(offer, name) for name in OfferText.__annotations__}
    with_title = OfferText(**text | {"title": "Bread class"})
    made = profiles.create_offer(offer.profile, with_title, idempotency_key=ids.public_id())
    make_known(offer.profile.member)
    profiles.publish_offer(made)
    return made


def starts_of(*offers):
    """By the database, after it was seen that memory says the same."""
    free = FreeStarts(NOON).within([bookable_of(each) for each in offers], FORTNIGHT)
    found = [free_starts(each) for each in offers]
    assert [list(each.starts) for each in free] == found
    return found


def test_a_second_calendar_begins_like_the_first(offer, kitchen):
    first = queries.calendar_of(offer.profile_id)

    assert queries.rules_of(kitchen) == queries.rules_of(first)
    assert [each.id for each in queries.calendars_of(offer.profile_id)] == [first.id, kitchen.id]
    assert queries.calendar_for(offer).id == first.id, "offers stay where they are"


def test_a_booking_in_one_takes_no_time_in_another(offer, kitchen, other, person):
    actions.take_time_of(kitchen.id, [other.public_id])
    [_, before] = starts_of(offer, other)

    make_booking(person("ana"), offer, start=before[0])

    mine, theirs = starts_of(offer, other)
    assert before[0] not in mine
    assert theirs == before
    booking = make_booking(person("cleo"), other, start=before[0])
    assert booking.hold.calendar_id == kitchen.id


def test_an_offer_moves_and_what_is_booked_stays(offer, kitchen, person):
    held = make_booking(person("ana"), offer).hold
    first = held.calendar_id
    taken = held.starts_at

    actions.take_time_of(kitchen.id, [offer.public_id])

    assert held.calendar_id == first
    assert taken in starts_of(offer)[0]
    actions.take_time_of(kitchen.id, [])
    assert taken not in starts_of(offer)[0]


def test_hours_of_one_are_hours_of_one(offer, kitchen, other):
    actions.take_time_of(kitchen.id, [other.public_id])

    actions.change_hours(
        kitchen.id,
        weekly=[WeeklyWindow(2, 9 * 60, 12 * 60)],
        notice_minutes=120,
        horizon_days=14,
        buffers=(0, 0, 0),
    )

    mine, theirs = starts_of(offer, other)
    assert {start.weekday() for start in theirs} == {2}
    assert {start.weekday() for start in mine} == set(range(7))


def test_a_name_is_given_once_and_there_is_an_end(offer, kitchen):
    first = queries.calendar_of(offer.profile_id)

    assert actions.add_calendar(first.id, "Kitchen").id == kitchen.id
    for number in range(MOST_CALENDARS - 2):
        actions.add_calendar(first.id, f"Room {number}")
    with pytest.raises(TooManyCalendars):
        actions.add_calendar(first.id, "One more")


def test_only_offers_of_the_same_profile_come_into_it(offer, kitchen):
    actions.take_time_of(kitchen.id, ["nobody-knows-it"])

    assert offer.calendar_id is None


def test_a_calendar_goes_and_its_offers_move_to_the_first(offer, kitchen, other, person, time):
    actions.take_time_of(kitchen.id, [other.public_id])
    booked = make_booking(person("cleo"), other)
    with pytest.raises(CalendarInUse):
        actions.remove_calendar(kitchen.id)
    assert other.calendar_id == kitchen.id

    bookings.withdraw(booked, person("cleo"))
    actions.remove_calendar(kitchen.id)

    first = queries.calendar_of(offer.profile_id)
    assert [each.id for each in queries.calendars_of(offer.profile_id)] == [first.id]
    assert queries.calendar_for(other).id == first.id
    mine, theirs = starts_of(offer, other)
    assert mine == theirs
    assert queries.pictured_days([kitchen.id], [booked.starts_at.date()]) == {}
    assert booked.hold.calendar_id == kitchen.id, "what took place stays where it was"


def test_what_was_followed_in_a_calendar_goes_with_it_and_who_waits_goes_on(
    offer, kitchen, other, person
):
    actions.take_time_of(kitchen.id, [other.public_id])
    ben, start = person("ben"), free_starts(other)[0]
    sources.add_address(ben, kitchen.id, "https://example.org/a.ics", "", idempotency_key="one")
    booked = make_booking(person("ana"), other, start=start)
    place = bookings.join(person("cleo"), other, day=start.date(), start=start, people=2)
    actions.override_days(kitchen.id, Exceptional(start.date(), start.date(), ()))
    bookings.withdraw(booked, person("ana"))  # closed on that day: nobody is offered anything

    actions.remove_calendar(kitchen.id)

    assert not db.session.scalars(select(CalendarSource)).all()
    place = db.session.get_one(WaitingPlace, place.id)
    assert (place.calendar_id, place.state) == (
        queries.calendar_of(offer.profile_id).id,
        PlaceState.OFFERED,  # the first calendar is open then
    )


def test_the_first_calendar_stays(offer):
    with pytest.raises(FirstCalendar):
        actions.remove_calendar(queries.calendar_of(offer.profile_id).id)


# In the editor


def test_ben_removes_a_calendar(browser_of, people):
    ben = browser_of("ben")
    path = ben.submit("/my-calendar/add", name="Kitchen").location.partition("/en")[2]

    removed = ben.submit(path, "/my-calendar/remove")

    assert "“Kitchen” is removed." in ben.follow(removed).text
    assert "Remove this calendar" not in ben.get("/my-calendar/settings").text
    assert browser_of("cleo").get(path).status_code == 404


def test_ben_adds_a_calendar_and_moves_an_offer_there(app, browser_of, people):
    ben = browser_of("ben")
    assert "My calendars" not in ben.get("/my-calendar/").text

    added = ben.submit("/my-calendar/add", name="Kitchen")
    path = added.location.partition("/en")[2]
    with app.app_context():
        public_id = db.session.scalars(select(Offer.public_id)).one()
    saved = ben.submit(path, offers=[public_id])
    page = ben.follow(saved).text

    assert "Kitchen" in page
    assert page.count("?calendar=") > 4, "all links stay in the calendar"
    with app.app_context():
        kitchen = db.session.scalars(select(Calendar).where(~Calendar.is_main)).one()
        assert db.session.scalars(select(Offer.calendar_id)).one() == kitchen.id


def test_hours_are_saved_in_the_calendar_one_looks_at(app, browser_of, people):
    ben = browser_of("ben")
    path = ben.submit("/my-calendar/add", name="Kitchen").location.partition("/en")[2]
    editor = path.replace("settings", "")

    ben.submit(editor, from_0_0="", until_0_0="")

    with app.app_context():
        days = {
            calendar.name: {each.weekday for each in calendar.windows}
            for calendar in db.session.scalars(select(Calendar))
        }
    assert days == {"": set(range(7)), "Kitchen": set(range(1, 7))}


@pytest.mark.parametrize("path", ["/my-calendar/", "/my-calendar/settings", "/my-calendar/days"])
def test_nobody_looks_into_the_calendar_of_another(app, browser_of, people, path):
    assert browser_of("ben").get(f"{path}?calendar=99").status_code == 404
    assert browser_of("ben").get(f"{path}?calendar=first").status_code == 404
    assert browser_of("cleo").get(f"{path}?calendar=1").status_code == 404
