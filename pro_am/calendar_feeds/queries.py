"""Whose feed it is, and what stands in it."""

from datetime import datetime, timedelta
from typing import NamedTuple

from flask import current_app
from sqlalchemy import case, func, select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.rules.life import BookingState
from pro_am.calendar_feeds.models import CalendarFeed
from pro_am.calendar_feeds.rules import secret_of
from pro_am.foundation import ids
from pro_am.foundation.database import db

SHOWN = (BookingState.CONFIRMED, BookingState.IN_PROGRESS, BookingState.COMPLETED)
PAST = timedelta(days=90)
MOST = 1000


class FedBooking(NamedTuple):
    reference: str
    revision: int
    title: str
    other: str
    starts_at: datetime
    ends_at: datetime
    time_zone: str
    town_name: str
    address: str
    changed_at: datetime


def feed_of(member: Member) -> CalendarFeed | None:
    return db.session.get(CalendarFeed, member.id)


def feed_with(secret: str) -> tuple[CalendarFeed, Member] | None:
    """The feed of that secret, of a member who is still here."""
    row = db.session.execute(
        select(CalendarFeed, Member)
        .join(Member, Member.id == CalendarFeed.member_id)
        .where(
            CalendarFeed.fingerprint == ids.fingerprint(secret),
            Member.left_at.is_(None),
            Member.suspended_at.is_(None),
        )
    ).one_or_none()
    return (row[0], row[1]) if row else None


def secret_for_owner(feed: CalendarFeed) -> str | None:
    """The secret again; None once the installation has another key: then it opens nothing."""
    secret = secret_of(feed.seed, current_app.config["SECRET_KEY"])
    return secret if ids.fingerprint(secret) == feed.fingerprint else None


def fed_bookings(member: Member, now: datetime) -> list[FedBooking]:
    """What is agreed, from three months ago on."""
    other_id = case((Booking.host_id == member.id, Booking.provider_id), else_=Booking.host_id)
    changed_at = (
        select(func.max(BookingStep.at))
        .where(BookingStep.booking_id == Booking.id)
        .scalar_subquery()
    )
    rows = db.session.execute(
        select(
            Booking.reference,
            Booking.revision,
            Booking.offer_title,
            Member.name,
            Booking.starts_at,
            Booking.ends_at,
            Booking.time_zone,
            Booking.town_name,
            Booking.address,
            func.coalesce(changed_at, Booking.requested_at),
        )
        .join(Member, Member.id == other_id)
        .where(
            (Booking.host_id == member.id) | (Booking.provider_id == member.id),
            Booking.state.in_(SHOWN),
            Booking.ends_at > now - PAST,
        )
        .order_by(Booking.starts_at)
        .limit(MOST)
    )
    return [FedBooking._make(row) for row in rows]
