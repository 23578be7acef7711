"""The pro-am types the code that the host shows: both are there, it begins."""

from sqlalchemy import update

from pro_am.accounts.models import Member
from pro_am.bookings.actions.claiming import UNSENT, Sent, claimed, following
from pro_am.bookings.actions.entering import enter
from pro_am.bookings.models import Booking
from pro_am.bookings.rules import start_code
from pro_am.bookings.rules.moves import Act
from pro_am.foundation.database import db, transaction


def begin(booking: Booking, provider: Member, *, code: str, sent: Sent = UNSENT) -> None:
    """Raise WrongCode or NoTriesLeft; a wrong try counts although the deed is refused."""
    booking_id, provider_id = booking.id, provider.id
    with transaction():
        booking = claimed(booking_id)
        provider = db.session.get_one(Member, provider_id)
        state = following(booking, provider, Act.BEGIN, sent)
        if state is None:
            return
        if start_code.is_right(code, booking.start_code):
            enter(booking, state, by=provider, key=sent.key)
            return
        tries = booking.code_tries + 1
        db.session.execute(update(Booking).where(Booking.id == booking_id).values(code_tries=tries))
    if start_code.is_open(booking.start_code, tries):
        raise start_code.WrongCode
    raise start_code.NoTriesLeft
