"""People who may vouch, and vouches between them, for the tests."""

from datetime import timedelta

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability.models import Calendar, Hold
from pro_am.bookings.models import Booking
from pro_am.bookings.rules import policy
from pro_am.bookings.rules.life import BookingState
from pro_am.conversations.models import Thread
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.standing.models import MemberLevel
from pro_am.standing.rules.levels import Level
from pro_am.vouches import actions
from pro_am.vouches.actions import Known
from pro_am.vouches.models import Vouch
from tests.factories import make_member, only_offer

WORDS = "I have eaten at their table a dozen times, and came back each time."


def make_known(member: Member) -> Member:
    """Let them vouch, as the last computation would have."""
    with transaction():
        db.session.merge(
            MemberLevel(
                member_id=member.id, level=Level.KNOWN, earned=Level.KNOWN, since=clock.now()
            )
        )
    return member


def someone(name: str = "Olga Host") -> Member:
    return make_member(name, email=f"{ids.public_id()}@example.org")


def took_place(host: Member, provider: Member, *, days_ago: int = 20) -> Booking:
    """A booking of the two that is long over; as a row, because nobody reads its letters."""
    offer, calendar = only_offer(), db.session.scalars(select(Calendar)).first()
    starts_at = clock.now() - timedelta(days=days_ago)
    ends_at = starts_at + timedelta(hours=2)
    with transaction():
        booking = Booking(
            reference=ids.reference(),
            idempotency_key=ids.public_id(),
            host=host,
            provider=provider,
            offer=offer,
            hold=Hold(
                calendar_id=calendar.id,
                starts_at=starts_at,
                ends_at=ends_at,
                blocks_from=starts_at,
                blocks_until=ends_at,
            ),
            thread=Thread(created_at=starts_at),
            state=BookingState.CLOSED,
            starts_at=starts_at,
            ends_at=ends_at,
            time_zone="Europe/Paris",
            answer_by=starts_at,
            requested_at=starts_at - timedelta(days=3),
            people=2,
            offer_title=offer.title,
            place_mode=offer.place_mode,
            town_name="Nantes",
            address="3 rue des Cuisiniers",
            price_minor=offer.price_minor,
            currency=offer.currency,
            price_unit=offer.price_unit,
            total_minor=2 * offer.price_minor,
            policy=policy.FLEXIBLE.snapshot(),
            allergies="",
        )
        db.session.add(booking)
    return booking


def vouch(voucher: Member, vouched: Member, **known: object) -> Vouch:
    said = {"craft": "host", "words": WORDS, **known}
    return actions.vouch(voucher, vouched, Known(**said), idempotency_key=ids.public_id())
