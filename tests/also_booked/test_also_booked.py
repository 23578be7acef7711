"""What those who booked somebody also booked: never from a few, never against somebody's wish."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.also_booked import actions, queries
from pro_am.also_booked.models import AlsoBooked
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.database import db, transaction
from pro_am.moderation import actions as moderation
from pro_am.profiles import actions as profiles
from pro_am.profiles.models import Offer
from pro_am.profiles.queries import profile_of_id
from tests.factories import free_starts, make_booking, make_member, make_pro_am


@pytest.fixture
def guests(person, offer):
    """Five members who were at Ben's and at Dora's."""
    dora = make_pro_am(make_member("Dora Blanc"), title="Bread")
    members = [make_member(f"Guest{number} Rose") for number in range(5)]
    for member in members:
        for each in (offer, dora):
            completed(make_booking(member, each, start=free_starts(each)[0]))
    actions.recompute()
    return members


def completed(booking):
    with transaction():
        booking.state = BookingState.COMPLETED
        booking.starts_at -= timedelta(days=20)
        booking.ends_at -= timedelta(days=20)


def names(profile, viewer=None):
    db.session.rollback()  # another page
    return [each.name for each in queries.also_booked(profile.id, viewer)]


def test_what_five_members_booked_is_shown_both_ways(guests, offer):
    assert names(offer.profile) == ["Dora Blanc"]
    [row] = db.session.execute(
        select(AlsoBooked.members, AlsoBooked.strength).where(
            AlsoBooked.profile_id == offer.profile_id
        )
    )
    assert row == (5, 1.0)


def test_what_did_not_take_place_does_not_count(guests, offer):
    with transaction():
        booking = db.session.scalars(select(Booking).where(Booking.host_id == guests[0].id)).first()
        booking.state = BookingState.CANCELLED_BY_HOST
    actions.recompute()

    assert names(offer.profile) == []


def test_who_is_left_out_is_really_out_at_once(guests, offer):
    actions.leave_out(guests[0])
    assert names(offer.profile) == []
    actions.recompute()
    assert names(offer.profile) == [], "at night, too"

    actions.take_part(guests[0])
    assert names(offer.profile) == ["Dora Blanc"]


@pytest.mark.parametrize("how", ["leaves", "is suspended"])
def test_who_goes_takes_what_they_added_with_them(guests, offer, person, how):
    if how == "leaves":
        accounts.leave(guests[0])
    else:
        accounts.suspend(guests[0], by=person("cleo"), why="spam")

    assert names(offer.profile) == []


def test_at_once_is_what_the_night_would_say(guests, offer, person):
    """Whatever is left around them; the others' places are made up for at night."""
    eve = make_pro_am(make_member("Eve Noir"), title="Rye")
    for member in [*guests, person("ana")]:
        completed(make_booking(member, eve, start=free_starts(eve)[0]))
    completed(make_booking(person("ana"), offer, start=free_starts(offer)[0]))
    actions.recompute()
    actions.leave_out(person("ana"))
    at_once = queries.kept_pairs()

    actions.recompute()

    assert queries.kept_pairs() == at_once
    assert len(at_once) == 6


@pytest.mark.parametrize("why", ["paused", "blocked", "own"])
def test_who_is_not_there_or_not_to_be_met_is_not_shown(guests, offer, person, why):
    dora = db.session.scalars(select(Booking.provider_id).order_by(Booking.provider_id.desc()))
    profile = profile_of_id(dora.first())
    viewer = person("ana")
    if why == "paused":
        profiles.pause_profile(profile)
    if why == "blocked":
        moderation.block(profile.member, viewer.id)
    if why == "own":
        viewer = profile.member

    assert names(offer.profile, viewer) == []


def test_the_profile_says_so_and_why(app, browser_of, people, done):
    done(lambda person: actions.recompute())
    visitor = browser_of(None)
    assert "also booked" not in visitor.get("/pro/ben-keller").text

    def together(person):
        offer = db.session.scalars(select(Offer)).one()
        dora = make_pro_am(make_member("Dora Blanc"), title="Bread")
        for number in range(5):
            member = make_member(f"Guest{number} Rose")
            for each in (offer, dora):
                completed(make_booking(member, each, start=free_starts(each)[0]))
        actions.recompute()

    done(together)

    page = visitor.get("/pro/ben-keller").text
    assert "People who booked Ben also booked" in page
    assert "Dora Blanc" in page
    assert "at least 5 members" in page
    assert "Guest" not in page


def test_my_account_takes_my_bookings_out(app, browser_of, people):
    ana = browser_of("ana")

    ana.submit("/account/also-booked", "/also-booked", then="leave-out")
    assert "have not counted since" in ana.get("/account/also-booked").text
    ana.submit("/account/also-booked", "/also-booked", then="take-part")

    assert "count at the moment" in ana.get("/account/also-booked").text
