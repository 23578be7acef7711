"""What host and pro-am do with a booking: confirm, decline, withdraw, cancel, complete."""

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.bookings import queries
from pro_am.bookings.actions.entering import enter
from pro_am.bookings.models import Booking
from pro_am.bookings.rules import life
from pro_am.bookings.rules.life import Act
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction


def confirm(booking: Booking, provider: Member, *, allergies_read: bool) -> None:
    if booking.allergies and not allergies_read:
        raise life.AllergiesUnread
    _move(booking, provider, Act.CONFIRM)


def decline(booking: Booking, provider: Member, *, reason: str = "") -> None:
    _move(booking, provider, Act.DECLINE, reason)


def withdraw(booking: Booking, host: Member) -> None:
    _move(booking, host, Act.WITHDRAW)


def cancel(booking: Booking, by: Member, *, reason: str = "") -> None:
    _move(booking, by, Act.CANCEL, reason)


def complete(booking: Booking, by: Member) -> None:
    _move(booking, by, Act.COMPLETE)


def cancel_what_lies_ahead(member: Member, *, reason: str) -> None:
    """Decline, withdraw or cancel all that has not begun; calendars are claimed in one order."""
    for booking in queries.ahead_of(member, clock.now()):
        side = booking.side_of(member)
        possible = life.possible_acts(booking.state_now(clock.now()), side, is_over=False)
        for act in possible:
            if act in (Act.DECLINE, Act.WITHDRAW, Act.CANCEL):
                _move(booking, member, act, reason)


def _move(booking: Booking, by: Member, act: Act, reason: str = "") -> None:
    booking_id, by_id, calendar_id = booking.id, by.id, booking.hold.calendar_id
    with transaction():
        availability.claim(calendar_id)
        booking = db.session.get_one(Booking, booking_id, populate_existing=True)
        by = db.session.get_one(Member, by_id)
        now = clock.now()
        current = booking.state_now(now)
        following = life.next_state(
            current, act, booking.side_of(by), is_over=now >= booking.ends_at
        )
        enter(booking, following, by=by, reason=reason.strip())
