"""A request is accepted; others that no longer fit beside it are told so at once."""

from pro_am.accounts.models import Member
from pro_am.availability import queries as calendars
from pro_am.bookings.actions.claiming import UNSENT, Sent, claimed, following
from pro_am.bookings.actions.entering import enter
from pro_am.bookings.models import Booking
from pro_am.bookings.queries import answers
from pro_am.bookings.rules import life, proposals
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.bookings.rules.moves import Act
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction


def confirm(booking: Booking, by: Member, *, allergies_read: bool, sent: Sent = UNSENT) -> None:
    """Whoever has to answer says yes; a pro-am has read the allergies of the host by then."""
    check_allergies_read(booking, by, allergies_read=allergies_read)
    booking_id, by_id = booking.id, by.id
    with transaction():
        booking = claimed(booking_id)
        by = db.session.get_one(Member, by_id)
        state = following(booking, by, Act.CONFIRM, sent)
        if state is None:
            return
        if not _has_room(booking):
            raise proposals.NoRoomLeft
        enter(booking, state, by=by, key=sent.key)
        _refuse_what_no_longer_fits(booking)


def check_allergies_read(booking: Booking, by: Member, *, allergies_read: bool) -> None:
    if booking.side_of(by) is Side.PROVIDER and booking.allergies and not allergies_read:
        raise life.AllergiesUnread


def _refuse_what_no_longer_fits(agreed: Booking) -> None:
    """Seats may have gone since they asked: a smaller capacity, busy time, longer buffers."""
    for request in answers.requests_near(agreed, clock.now()):
        if not _has_room(request):
            enter(request, BookingState.DECLINED, by=None)


def _has_room(booking: Booking) -> bool:
    return calendars.still_has_room(booking.hold, answers.timing_of(booking))
