"""Whose programmes there are."""

from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation import clock, time_zones
from pro_am.foundation.database import db
from pro_am.programmes.models import Programme
from pro_am.programmes.rules.due import Due
from pro_am.programmes.rules.life import LifeFacts
from pro_am.programmes.rules.words import Side, Standing


def of_client(member: Member) -> list[Programme]:
    """Those that somebody follows or followed, the newest first."""
    return _all(_whole().where(Programme.client_id == member.id))


def of_coach(member: Member) -> list[Programme]:
    """Those that somebody leads or led, the newest first."""
    return _all(_whole().where(Programme.coach_id == member.id))


def of_member(member: Member) -> list[Programme]:
    """Those of either side, the newest first."""
    return _all(_of_either(member))


def for_person(member: Member, public_id: str) -> tuple[Programme, Side] | None:
    """A programme for one of its two people, and which of them it is; None for anybody else."""
    programme = _one(_of_either(member).where(Programme.public_id == public_id))
    return None if programme is None else (programme, programme.side_of(member))


def of_booking(booking_id: int) -> Programme | None:
    return _one(_whole().where(Programme.booking_id == booking_id))


def under_way_between(client: Member, coach: Member) -> list[Programme]:
    return _all(
        _whole().where(
            Programme.client_id == client.id,
            Programme.coach_id == coach.id,
            Programme.standing != Standing.ENDED,
        )
    )


def under_way() -> list[Programme]:
    return _all(_whole().where(Programme.standing != Standing.ENDED))


def today_of(programme: Programme) -> date:
    """Which day it is for the client."""
    return time_zones.to_local(clock.now(), time_zones.zone(programme.time_zone)).date()


def life_of(programme: Programme) -> LifeFacts:
    """What decides who may do what with it now."""
    return LifeFacts(
        programme.standing,
        programme.course,
        today_of(programme),
        is_talk_ahead=programme.booking.starts_at > clock.now(),
    )


def last_day_of(programme: Programme) -> date:
    """Up to which day it has come: its last one, once it has ended."""
    today = today_of(programme)
    if programme.ended_at is None:
        return today
    zone = time_zones.zone(programme.time_zone)
    return min(today, time_zones.to_local(programme.ended_at, zone).date())


def due_of(programme: Programme) -> Due:
    """What is agreed, and due so far: weeks that began before its end, without those of a break."""
    booking = programme.booking
    return Due(
        weeks_begun=programme.course.weeks_begun(last_day_of(programme)),
        weeks_agreed=programme.weeks_agreed,
        price_minor=booking.price_minor,
        currency=booking.currency,
    )


def _of_either(member: Member) -> Select[Programme]:
    return _whole().where(or_(Programme.client_id == member.id, Programme.coach_id == member.id))


def _whole() -> Select[Programme]:
    """With its breaks and its booking in one statement: the two people are read once."""
    booking = joinedload(Programme.booking, innerjoin=True)
    return select(Programme).options(
        booking.lazyload(Booking.host),
        booking.lazyload(Booking.provider),
        joinedload(Programme.breaks),
    )


def _one(found: Select[Programme]) -> Programme | None:
    return db.session.scalars(found).unique().one_or_none()


def _all(found: Select[Programme]) -> list[Programme]:
    return list(db.session.scalars(found.order_by(Programme.id.desc())).unique())
