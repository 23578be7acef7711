"""Addresses in letters that act without a sign-in: made here, and read again here.

What each is for, about whom and which revision, and until when: all of it is signed.
"""

import enum
from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking, MoveProposal, WaitingPlace
from pro_am.bookings.rules.rescheduling import ProposalState
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.web import signed_links
from pro_am.foundation.web.addresses import public_url


class Purpose(enum.StrEnum):
    ANSWER = "answer a request"
    PRESENCE = "say that one will come"
    PLACE = "take a place"
    MOVE = "agree to another time"


@dataclass(frozen=True)
class BookingLink:
    """What a letter about a booking lets its reader do."""

    booking: Booking
    reader: Member
    is_stale: bool
    """Whether the booking has changed since the letter, or time has passed."""


@dataclass(frozen=True)
class PlaceLink:
    place: WaitingPlace
    is_stale: bool


@dataclass(frozen=True)
class MoveLink:
    """What the letter about another time lets a host do."""

    proposal: MoveProposal
    is_stale: bool


def answer_url(booking: Booking) -> str:
    """Where a pro-am accepts or declines."""
    token = _token(Purpose.ANSWER, booking, booking.provider)
    return public_url("by_letter.answer", language=booking.provider.language, token=token)


def presence_url(booking: Booking, reader: Member) -> str:
    """Where one of the two says that they will come."""
    token = _token(Purpose.PRESENCE, booking, reader)
    return public_url("by_letter.presence", language=reader.language, token=token)


def place_url(place: WaitingPlace) -> str:
    """Where somebody takes what they waited for, or leaves the list."""
    token = signed_links.sign(Purpose.PLACE, place.id, place.offers_made, until=place.over_at)
    return public_url("by_letter.place", language=place.member.language, token=token)


def move_url(proposal: MoveProposal) -> str:
    """Where a host agrees to another time, or keeps theirs."""
    host = proposal.booking.host
    token = signed_links.sign(Purpose.MOVE, proposal.id, host.id, until=proposal.answer_by)
    return public_url("by_letter.move", language=host.language, token=token)


def booking_link(purpose: Purpose, token: str) -> BookingLink | None:
    """None for an address that we did not sign for this purpose."""
    link = signed_links.read(purpose, token)
    if link is None:
        return None
    booking_id, reader_id, revision = link.facts
    booking = db.session.get(Booking, booking_id)
    reader = db.session.get(Member, reader_id)
    if booking is None or reader is None or reader.erased_at:
        return None
    return BookingLink(booking, reader, link.is_over or booking.revision != revision)


def place_link(token: str) -> PlaceLink | None:
    link = signed_links.read(Purpose.PLACE, token)
    if link is None:
        return None
    place_id, offers_made = link.facts
    place = db.session.get(WaitingPlace, place_id)
    if place is None or place.member.erased_at:
        return None
    return PlaceLink(place, link.is_over or place.offers_made != offers_made)


def move_link(token: str) -> MoveLink | None:
    link = signed_links.read(Purpose.MOVE, token)
    if link is None:
        return None
    proposal_id, host_id = link.facts
    proposal = db.session.get(MoveProposal, proposal_id)
    if proposal is None or proposal.booking.host_id != host_id or proposal.booking.host.erased_at:
        return None
    is_open = proposal.state_now(clock.now()) is ProposalState.OPEN
    return MoveLink(proposal, link.is_over or not is_open)


def _token(purpose: Purpose, booking: Booking, reader: Member) -> str:
    until = booking.answer_by if purpose is Purpose.ANSWER else booking.starts_at
    return signed_links.sign(purpose, booking.id, reader.id, booking.revision, until=until)
