"""How reliably people keep what is agreed, from bookings alone."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ScalarSelect,
    and_,
    case,
    exists,
    func,
    or_,
    select,
)

from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.rules.disputes import Outcome
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.bookings.rules.no_show import CONTEST_WITHIN
from pro_am.bookings.rules.reliability import Reliability
from pro_am.foundation.database import db

_MISSED = {
    Side.HOST: (BookingState.NO_SHOW_HOST, Outcome.NO_SHOW_HOST),
    Side.PROVIDER: (BookingState.NO_SHOW_PROVIDER, Outcome.NO_SHOW_PROVIDER),
}


def reliability_of(
    member_ids: Collection[int], side: Side, now: datetime
) -> dict[int, Reliability]:
    """By member, on one side of their bookings; who has agreed to nothing yet is left out.

    What is said of somebody counts once they can no longer contest it; what is disputed counts
    when it is decided; what was nobody's fault never counts.
    """
    who = Booking.host_id if side is Side.HOST else Booking.provider_id
    parts = (kept(now), _cancelled(side), _missed(side, now))
    rows = db.session.execute(
        select(who, *(func.sum(case((part, 1), else_=0)) for part in parts))
        .where(who.in_(member_ids), or_(*parts))
        .group_by(who)
    )
    return {member_id: Reliability(*map(int, counts)) for member_id, *counts in rows}


def kept(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """Whether a booking took place, whatever its row says."""
    return or_(
        Booking.state.in_(
            [
                BookingState.CONFIRMED,
                BookingState.IN_PROGRESS,
                BookingState.COMPLETED,
                BookingState.CLOSED,
            ]
        )
        & (Booking.ends_at <= now),
        Booking.outcome == Outcome.AS_PLANNED,
    )


def _cancelled(side: Side) -> ColumnElement[bool]:
    """A pro-am's cancellation counts at any time, a host's when it came too late."""
    if side is Side.PROVIDER:
        return Booking.state == BookingState.CANCELLED_BY_PROVIDER
    late = exists().where(
        BookingStep.booking_id == Booking.id,
        BookingStep.to_state == BookingState.CANCELLED_BY_HOST,
        BookingStep.was_in_time.is_(False),
    )
    return and_(Booking.state == BookingState.CANCELLED_BY_HOST, late)


def _missed(side: Side, now: datetime) -> ColumnElement[bool]:
    state, outcome = _MISSED[side]
    stands = and_(Booking.state == state, Booking.claimed_at <= now - CONTEST_WITHIN)
    return or_(stands, Booking.outcome == outcome)


def kept_by(provider_id: BindParameter[int], now: BindParameter[datetime]) -> ScalarSelect[int]:
    """How many bookings a pro-am has kept: a part of a larger question."""
    return (
        select(func.count()).where(Booking.provider_id == provider_id, kept(now)).scalar_subquery()
    )
