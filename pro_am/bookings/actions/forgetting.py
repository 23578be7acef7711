"""What bookings need not know for ever."""

from datetime import timedelta

from sqlalchemy import or_, update

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.profiles.rules import PlaceMode

FORGET_ALLERGIES_AFTER = timedelta(days=30)


def forget_whereabouts(member: Member) -> None:
    """Erase where a member lives, and what they told of their health, from their bookings."""
    with transaction():
        at_theirs = or_(
            (Booking.host_id == member.id)
            & Booking.place_mode.in_([PlaceMode.HOST, PlaceMode.DELIVERED]),
            (Booking.provider_id == member.id) & (Booking.place_mode == PlaceMode.PROVIDER),
        )
        db.session.execute(update(Booking).where(at_theirs).values(address=""))
        db.session.execute(update(Booking).where(Booking.host_id == member.id).values(allergies=""))


def forget_allergies() -> None:
    """Erase what hosts told about their health, a month after the booking."""
    with transaction():
        db.session.execute(
            update(Booking)
            .where(Booking.ends_at < clock.now() - FORGET_ALLERGIES_AFTER, Booking.allergies != "")
            .values(allergies="")
        )
