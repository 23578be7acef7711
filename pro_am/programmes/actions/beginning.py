"""A programme begins: with the booking that its coach confirmed."""

from datetime import date

from pro_am.bookings.models import Booking
from pro_am.foundation import clock, ids, time_zones
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.programmes.events import ProgrammeBegan
from pro_am.programmes.models import Programme
from pro_am.programmes.queries import programmes as queries
from pro_am.programmes.rules.course import WEEK, first_monday
from pro_am.programmes.rules.words import Standing


def begin(booking: Booking) -> Programme:
    """The programme of a confirmed booking: its weeks begin on the Monday on or after the talk."""
    assert booking.weeks is not None  # noqa: S101 - callers look
    with transaction():
        if known := queries.of_booking(booking.id):
            return known
        programme = Programme(
            public_id=ids.public_id(),
            booking_id=booking.id,
            client_id=booking.host_id,
            coach_id=booking.provider_id,
            title=booking.offer_title,
            weeks_agreed=booking.weeks,
            time_zone=booking.host.time_zone,
            starts_on=_first_week(booking),
            standing=Standing.ACTIVE,
            created_at=clock.now(),
        )
        db.session.add(programme)
        publish(ProgrammeBegan(programme))
    return programme


def put_back(booking: Booking) -> None:
    """The first talk is at another time: so is the first week, while nothing is planned for it."""
    with transaction():
        programme = queries.of_booking(booking.id)
        if programme is None or programme.weeks or programme.standing is Standing.ENDED:
            return
        if queries.today_of(programme) < programme.starts_on:
            programme.starts_on = _first_week(booking)


def _first_week(booking: Booking) -> date:
    """The Monday on or after the talk, and after what the two have agreed on before."""
    zone = time_zones.zone(booking.host.time_zone)
    monday = first_monday(time_zones.to_local(booking.starts_at, zone).date())
    before = [
        each.course.last_monday
        for each in queries.under_way_between(booking.host, booking.provider)
        if each.booking_id != booking.id
    ]
    return max([monday, *(each + WEEK for each in before if each is not None)])
