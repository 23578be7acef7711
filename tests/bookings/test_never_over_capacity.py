"""Whatever people do in whatever order, and however buffers change: the seats suffice."""

import random
from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar, Hold
from pro_am.availability.rules.calendar_rules import WeeklyWindow
from pro_am.availability.rules.free_time import occupancy
from pro_am.availability.rules.refusals import SlotTaken
from pro_am.bookings import actions
from pro_am.bookings.models import Booking
from pro_am.bookings.queries import moves
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.refusal import Refusal
from tests.factories import free_starts, make_booking

HOUR = timedelta(hours=1)
SEATS = 2
STEPS = 24


def set_hours(buffers, seats=SEATS):
    calendar = db.session.scalars(select(Calendar)).one()
    availability.change_hours(
        calendar.id,
        weekly=[WeeklyWindow(day, 10 * 60, 23 * 60, seats) for day in range(2)],
        notice_minutes=60,
        horizon_days=8,
        buffers=(*buffers, 0),
    )


def peak():
    """The most seats taken at one instant, by the time that is held with its buffers."""
    now = clock.now()
    held = db.session.scalars(select(Hold).where(Hold.released_at.is_(None)))
    loads = [each.load for each in held if each.expires_at is None or each.expires_at > now]
    return max((stretch.load for stretch in occupancy([], loads)), default=0)


class People:
    """Ana and Cleo book Ben, and all three change their minds; what is refused is refused."""

    def __init__(self, seed, person, offer):
        self.chance = random.Random(seed)  # noqa: S311 - the same each time
        self.person, self.offer = person, offer

    def do_something(self):
        deed = self.chance.choice(
            [self.book, self.book, self.accept, self.cancel, self.move, self.propose, self.agree,
             self.change_buffers]
        )  # fmt: skip
        deed()

    def book(self):
        if starts := free_starts(self.offer):
            host = self.person(self.chance.choice(["ana", "cleo"]))
            make_booking(host, self.offer, start=self.chance.choice(starts))

    def accept(self):
        if booking := self._one(BookingState.REQUESTED):
            actions.confirm(booking, self.person("ben"), allergies_read=False)

    def cancel(self):
        if booking := self._one(BookingState.CONFIRMED):
            actions.cancel(booking, booking.host)

    def move(self):
        if booking := self._one(BookingState.REQUESTED, BookingState.CONFIRMED):
            actions.reschedule(booking, booking.host, self._another_start(booking))

    def propose(self):
        if booking := self._one(BookingState.CONFIRMED):
            actions.reschedule(booking, booking.provider, self._another_start(booking))

    def agree(self):
        bookings = db.session.scalars(select(Booking)).all()
        proposals = [moves.open_proposal(each, clock.now()) for each in bookings]
        if open_ones := [each for each in proposals if each]:
            proposal = self.chance.choice(open_ones)
            actions.agree(proposal, proposal.booking.host)

    def change_buffers(self):
        set_hours([self.chance.choice([0, 30, 60, 120]) for _ in range(2)])

    def _one(self, *states):
        bookings = db.session.scalars(select(Booking).where(Booking.state.in_(states))).all()
        return self.chance.choice(bookings) if bookings else None

    def _another_start(self, booking):
        near = [booking.starts_at + halves * HOUR / 2 for halves in (-2, -1, 1, 2)]
        return self.chance.choice([*near, *(free_starts(self.offer) or near)])


@pytest.mark.parametrize("seed", range(4))
def test_no_more_seats_are_taken_than_there_are(person, offer, seed):
    set_hours((0, 0))
    people = People(seed, person, offer)

    for _ in range(STEPS):
        try:
            people.do_something()
        except Refusal:
            continue
        assert peak() <= SEATS


@pytest.mark.parametrize("seed", range(2))
def test_what_the_page_offers_is_what_a_booking_gets(person, offer, seed):
    people = People(seed, person, offer)
    for _ in range(STEPS // 2):
        try:
            people.do_something()
        except Refusal:
            continue

    calendar = db.session.scalars(select(Calendar)).one()
    offered = set(free_starts(offer))
    around = [start + halves * HOUR / 2 for start in offered for halves in (-1, 0, 1)]
    for start in people.chance.sample(sorted(set(around)), k=min(6, len(around))):
        timing = calendars.timing_of(calendar, offer)
        try:
            held = availability.hold(calendar.id, timing, start, expires_at=None)
        except SlotTaken:
            assert start not in offered
        else:
            assert start in offered
            availability.release(held)


def test_agreeing_takes_no_more_than_was_kept_for_it(person, offer):
    """Longer buffers since the proposal must not reach into what others booked meanwhile."""
    set_hours((0, 0), seats=1)
    first = free_starts(offer)[0]
    booking = make_booking(person("ana"), offer, start=first)
    actions.confirm(booking, person("ben"), allergies_read=False)
    actions.reschedule(booking, person("ben"), first + 6 * HOUR)
    make_booking(person("cleo"), offer, start=first + 4 * HOUR)
    set_hours((60, 0), seats=1)

    actions.agree(moves.open_proposal(booking, clock.now()), person("ana"))

    assert booking.starts_at == first + 6 * HOUR
    assert peak() == 1
