"""What a member did that tells what they like."""

from typing import Any, NamedTuple

from sqlalchemy import BindParameter, CompoundSelect, bindparam, literal, null, select, union_all

from pro_am.bookings.models import Booking
from pro_am.bookings.rules.life import HAPPENED, BookingState
from pro_am.foundation.database import db
from pro_am.search.models import NoSurprises

_HOST: BindParameter[int] = bindparam("member_id")
_WISHES: CompoundSelect[Any] = union_all(
    select(Booking.provider_id)
    .distinct()
    .where(Booking.host_id == _HOST, Booking.state.in_([*HAPPENED, BookingState.CONFIRMED])),
    select(null()).where(
        select(literal(1)).where(NoSurprises.member_id == _HOST).correlate(None).exists()
    ),
)


class Wishes(NamedTuple):
    booked: list[int]
    """The pro-ams whom they booked and who were not called off."""
    likes_surprises: bool


def wishes_of(member_id: int) -> Wishes:
    found = list(db.session.scalars(_WISHES, {"member_id": member_id}))
    return Wishes([each for each in found if each is not None], None not in found)
