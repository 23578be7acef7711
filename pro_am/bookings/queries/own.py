"""Bookings from the person who asks, so that nobody sees too much, and by what leads to one."""

from collections.abc import Iterator

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import joinedload

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation.database import db
from pro_am.profiles.models import Offer

_ASKED = (
    select(Member, Offer, Booking.id)
    .select_from(Member)
    .join(Offer, Offer.id == bindparam("offer_id"))
    .options(joinedload(Offer.profile, innerjoin=True))
    .outerjoin(
        Booking, (Booking.host_id == Member.id) & (Booking.idempotency_key == bindparam("key"))
    )
    .where(Member.id == bindparam("host_id"))
)


def bookings_of(member: Member) -> Select[Booking]:
    return select(Booking).where(
        or_(Booking.host_id == member.id, Booking.provider_id == member.id)
    )


def booking_of(member: Member, reference: str) -> Select[Booking]:
    return bookings_of(member).where(Booking.reference == reference)


def booking_with_thread(thread_id: int) -> Booking | None:
    return db.session.scalar(select(Booking).where(Booking.thread_id == thread_id))


def asked_with_key(
    host_id: int, offer_id: int, idempotency_key: str
) -> tuple[Member, Offer, Booking | None]:
    """A host and an offer as they are now, and what was asked for with this key already."""
    facts = {"host_id": host_id, "offer_id": offer_id, "key": idempotency_key}
    host, offer, booking_id = db.session.execute(_ASKED, facts).one()
    return host, offer, db.session.get_one(Booking, booking_id) if booking_id else None


def with_key(host_id: int, idempotency_key: str) -> Booking | None:
    return db.session.scalar(
        select(Booking).where(
            Booking.host_id == host_id, Booking.idempotency_key == idempotency_key
        )
    )


def booking_facts(member: Member) -> Iterator[dict[str, object]]:
    """What a member's own file says of their bookings, on either side."""
    found = db.session.scalars(
        bookings_of(member).order_by(Booking.id).execution_options(yield_per=100)
    )
    for booking in found:
        is_host = booking.host_id == member.id
        yield {
            "reference": booking.reference,
            "as": "host" if is_host else "provider",
            "with": booking.other_than(member).name,
            "offer": booking.offer_title,
            "state": booking.state,
            "starts_at": booking.starts_at,
            "ends_at": booking.ends_at,
            "time_zone": booking.time_zone,
            "requested_at": booking.requested_at,
            "people": booking.people,
            "place_mode": booking.place_mode,
            "town": booking.town_name,
            "total_minor": booking.total_minor,
            "currency": booking.currency,
            "allergies": booking.allergies if is_host else "",
        }
