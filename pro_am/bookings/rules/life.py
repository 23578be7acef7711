"""The states of a booking, and when time moves it on; who may move it is in `moves`."""

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark


class BookingState(enum.StrEnum):
    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CLOSED = "closed"  # nobody can review it any more
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    CANCELLED_BY_HOST = "cancelled_by_host"
    CANCELLED_BY_PROVIDER = "cancelled_by_provider"
    CALLED_OFF = "called_off"  # for safety, by nobody's fault
    NO_SHOW_HOST = "no_show_host"  # the pro-am says that the host did not come
    NO_SHOW_PROVIDER = "no_show_provider"
    DISPUTED = "disputed"
    RESOLVED = "resolved"  # by a moderator: see `Booking.outcome`


class Side(enum.StrEnum):
    HOST = "host"
    PROVIDER = "provider"


STATES = {
    BookingState.REQUESTED: mark("waiting for an answer"),
    BookingState.CONFIRMED: mark("confirmed"),
    BookingState.IN_PROGRESS: mark("under way"),
    BookingState.COMPLETED: mark("done"),
    BookingState.CLOSED: mark("done"),
    BookingState.DECLINED: mark("declined"),
    BookingState.WITHDRAWN: mark("withdrawn"),
    BookingState.EXPIRED: mark("not answered in time"),
    BookingState.CANCELLED_BY_HOST: mark("cancelled by the host"),
    BookingState.CANCELLED_BY_PROVIDER: mark("cancelled by the pro-am"),
    BookingState.CALLED_OFF: mark("called off"),
    BookingState.NO_SHOW_HOST: mark("did not take place"),
    BookingState.NO_SHOW_PROVIDER: mark("did not take place"),
    BookingState.DISPUTED: mark("with the moderators"),
    BookingState.RESOLVED: mark("decided by the moderators"),
}
AHEAD = (BookingState.REQUESTED, BookingState.CONFIRMED)
HOLDS_TIME = {BookingState.REQUESTED, BookingState.CONFIRMED, BookingState.IN_PROGRESS}
HAPPENED = {BookingState.IN_PROGRESS, BookingState.COMPLETED, BookingState.CLOSED}

_UNTIL_CLOSED = {BookingState.CONFIRMED, BookingState.IN_PROGRESS, BookingState.COMPLETED}

ANSWER_WITHIN = timedelta(hours=48)
ANSWER_BEFORE_START = timedelta(hours=4)
ANSWER_SHORT = timedelta(hours=24)
COMPLETES_AFTER = timedelta(days=2)
REVIEWABLE_FOR = timedelta(days=14)


class OwnOffer(Refusal):
    message = mark("This is your own offer: nobody books themselves.")


class OfferGone(Refusal):
    message = mark("This offer is not open for bookings at the moment.")


class WrongNumberOfPeople(Refusal):
    message = mark("This offer is for %(least)s to %(most)s people.")
    field = "people"


class TooFar(Refusal):
    message = mark("%(town)s is %(distance)s km away; this pro-am travels up to %(travel)s km.")
    field = "town"


class AddressNeeded(Refusal):
    message = mark("Write the address where you expect them. They see it once they have accepted.")
    field = "address"


class AllergiesUnread(Refusal):
    message = mark("Please read the allergies of your host and tick the box before you accept.")
    field = "allergies_read"


@dataclass(frozen=True)
class Times:
    """The instants that decide what a booking is, whatever its row says (UTC)."""

    answer_by: datetime
    start: datetime
    end: datetime
    waits_for_code: bool = False  # the pro-am may still type the host's start code

    @property
    def begins(self) -> datetime:
        """When it is under way at the latest, whether anybody says so or not."""
        return self.end if self.waits_for_code else self.start


def state_at(stored: BookingState, times: Times, now: datetime) -> BookingState:
    """What the booking is now: expiry, start, completion and closing need no worker to happen."""
    if stored is BookingState.REQUESTED and now >= times.answer_by:
        return BookingState.EXPIRED
    if stored in _UNTIL_CLOSED:
        if now >= times.end + REVIEWABLE_FOR:
            return BookingState.CLOSED
        if stored is BookingState.COMPLETED or now >= times.end + COMPLETES_AFTER:
            return BookingState.COMPLETED
        if now >= times.begins:
            return BookingState.IN_PROGRESS
    return stored


def answer_deadline(requested_at: datetime, start: datetime) -> datetime:
    """48 h, but 4 h before the start; for a start within 48 h, 24 h or half the time left."""
    if start - requested_at <= ANSWER_WITHIN:
        return requested_at + min(ANSWER_SHORT, (start - requested_at) / 2)
    return min(requested_at + ANSWER_WITHIN, start - ANSWER_BEFORE_START)


def check_people(people: int, *, least: int, most: int) -> None:
    if not least <= people <= most:
        raise WrongNumberOfPeople(least=least, most=most)


def check_travel(*, town: str, distance_km: float, travel_km: int) -> None:
    if distance_km > travel_km:
        raise TooFar(town=town, distance=round(distance_km), travel=travel_km)
