"""The bookings of a week, as they stand on paper."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, case, or_, select
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation.database import db
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles.rules import PlaceMode

_host, _provider = aliased(Member), aliased(Member)
_is_host = Booking.host_id == bindparam("member_id")
_PRINTED = (
    select(
        Booking.starts_at,
        Booking.ends_at,
        Booking.offer_title,
        case((_is_host, _provider.name), else_=_host.name),
        Booking.people,
        Booking.place_mode,
        Booking.town_name,
        Booking.address,
        case((_is_host, ""), else_=Booking.allergies),
    )
    .join(_host, _host.id == Booking.host_id)
    .join(_provider, _provider.id == Booking.provider_id)
    .where(
        or_(_is_host, Booking.provider_id == bindparam("member_id")),
        Booking.state.in_([BookingState.CONFIRMED, BookingState.IN_PROGRESS]),
        Booking.starts_at < bindparam("end"),
        Booking.ends_at > bindparam("start"),
    )
    .order_by(Booking.starts_at, Booking.id)
)


class PrintedBooking(NamedTuple):
    """What is agreed. A telephone number is never on it; allergies are a host's, for the pro-am."""

    starts_at: datetime
    ends_at: datetime
    title: str
    other: str
    people: int
    place_mode: PlaceMode
    town_name: str
    address: str
    allergies: str


def printed_bookings(member: Member, span: TimeSlot) -> list[PrintedBooking]:
    facts = {"member_id": member.id, "start": span.start, "end": span.end}
    return [PrintedBooking(*row) for row in db.session.execute(_PRINTED, facts)]
