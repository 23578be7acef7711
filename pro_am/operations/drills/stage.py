"""Who and what drills need: hosts, offers that are open every day, and times to ask for."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.rules.calendar_rules import WeeklyWindow
from pro_am.foundation import clock, ids, passwords, places
from pro_am.foundation.database import db, transaction
from pro_am.operations.drills.hostile.visitor import Visitor
from pro_am.operations.market.crowd import Stall
from pro_am.pages.actions import start_offering
from pro_am.profiles.actions import found_starting_crafts
from pro_am.profiles.models import Craft, Offer
from pro_am.profiles.rules import PlaceMode

PASSWORD = "a password for the drill alone"  # noqa: S105 - of members who are gone in a minute
# Open from 8 to 23 on the local clock, with a pause around each booking of two hours.
OPEN = tuple(WeeklyWindow(weekday, 8 * 60, 23 * 60) for weekday in range(7))
PAUSES = (15, 15, 0)
FIRST_DAY = timedelta(days=3)  # no time may become too near while others are asked for
LAST_DAY = timedelta(days=360)
# Starts half an hour apart overlap, all three; four hours later are the next, apart from them.
HOURS_UTC = (9, 13, 17)
OVERLAPPING = (timedelta(minutes=-30), timedelta(0), timedelta(minutes=30))

TIMES_OF_AN_OFFER = len(HOURS_UTC) * (LAST_DAY - FIRST_DAY).days


def time_number(number: int) -> datetime:
    """The first, second, ... of the times of an offer that do not touch each other."""
    days, hour = divmod(number, len(HOURS_UTC))
    first_day = datetime.combine(clock.now() + FIRST_DAY, time())
    return first_day + timedelta(days=days, hours=HOURS_UTC[hour])


def add_hosts(count: int, *, may_sign_in: bool = False) -> list[Member]:
    hashed = passwords.hashed(PASSWORD) if may_sign_in else ""
    with transaction():
        return [_member(f"Host {number}", hashed) for number in range(count)]


def signed_in(address: str, number: int, email: str) -> Visitor:
    """The browser of such a host; each comes from another place, as a proxy would tell."""
    host = Visitor(address, place=f"198.51.100.{number + 1}")  # RFC 5737: nobody's addresses
    host.sign_in(email, PASSWORD)
    return host


def open_offers(count: int, *, seats: int = 1, at_once: bool = False) -> list[Offer]:
    """One offer of each of so many pro-ams, bookable every day of the coming year."""
    found_starting_crafts()
    with transaction():
        return [_open_offer(seats, at_once) for _ in range(count)]


def stall_of(offer: Offer) -> Stall:
    """What else may be booked of whoever offers that."""
    calendar = calendars.calendar_for(offer)
    town = places.find_town("Nantes")
    assert calendar is not None  # noqa: S101 - opened with the offer
    assert town is not None  # noqa: S101 - it is among the towns that ship with the product
    return Stall(offer.profile.member_id, [offer.id], calendar.id, town)


def _open_offer(seats: int, at_once: bool) -> Offer:
    town = places.find_town("Nantes")
    assert town is not None  # noqa: S101 - it is among the towns that ship with the product
    member = _member(f"Pro-Am {ids.public_id()}", "")
    db.session.flush()  # a profile needs its member's id
    offer = start_offering(
        member,
        craft=db.session.scalars(select(Craft).filter_by(slug="fitness")).one(),
        title="Gentle yoga",
        town=town,
        place_mode=PlaceMode.PROVIDER,
        price_minor=0,
        windows=list(OPEN),
        idempotency_key=ids.public_id(),
    )
    offer.is_instant = at_once
    calendar = calendars.calendar_for(offer)
    assert calendar is not None  # noqa: S101 - opened with the offer
    availability.change_hours(
        calendar.id,
        weekly=[replace(window, capacity=seats) for window in OPEN],
        notice_minutes=24 * 60,
        horizon_days=366,
        buffers=PAUSES,
    )
    return offer


def _member(name: str, password_hash: str) -> Member:
    now = clock.now()
    member = Member(
        public_id=ids.public_id(),
        name=name,
        email=f"{ids.slug(name)}@example.org",
        password_hash=password_hash,
        language="en",
        time_zone="Europe/Paris",
        created_at=now,
        email_confirmed_at=now,
    )
    db.session.add(member)
    return member
