"""Believable people, offers and bookings for tests, made through the product's own actions."""

from datetime import datetime, timedelta

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.availability.rules.calendar_rules import WeeklyWindow
from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import Wish
from pro_am.bookings.models import Booking
from pro_am.foundation import clock, ids, passwords, places
from pro_am.foundation.database import db, transaction
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles import actions as profiles
from pro_am.profiles import queries
from pro_am.profiles.actions import OfferText, ProfileText
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import ALLERGENS, PlaceMode, PriceUnit
from pro_am.standing import actions as standing
from pro_am.standing.rules.levels import Level

PASSWORD = "correct horse battery staple"
_password_hash = passwords.hashed(PASSWORD)


def make_member(name: str, *, language: str = "en", email: str | None = None) -> Member:
    member = Member(
        public_id=ids.public_id(),
        name=name,
        email=email or f"{name.split()[0].lower()}@example.org",
        password_hash=_password_hash,
        language=language,
        time_zone="Europe/Paris",
        created_at=clock.now() - timedelta(days=400),
        email_confirmed_at=clock.now() - timedelta(days=400),
    )
    with transaction():
        db.session.add(member)
        db.session.flush()  # callers ask for its id
    return member


def make_known(member: Member) -> None:
    """The community knows them: they may have several open offers, vouch, and witness."""
    standing.write_levels({member.id: Level.KNOWN})


def make_pro_am(
    member: Member,
    *,
    craft: str = "cooking",
    title: str = "Dinner at my table",
    town: str = "Nantes (44)",
    place_mode: PlaceMode = PlaceMode.PROVIDER,
    price_minor: int = 2500,
    credential: str = "",
    published: bool = True,
) -> Offer:
    """A profile with a calendar (every evening from 18 to 23) and one offer of two hours."""
    found = places.find_town(town)
    assert found is not None
    with transaction():
        kind = queries.craft_with(craft)
        assert kind is not None
        profile = profiles.create_profile(
            member,
            ProfileText(
                craft=kind,
                headline="Slow food, quick wit",
                story="I **cook** for friends of friends.",
                language=member.language,
                specialities=tuple(kind.specialities[:2]),
                favourites=("tomatoes", "basil"),
                languages=("en", "fr"),
                town=found,
                travel_km=8,
                address="3 rue des Cuisiniers",
                is_professional=False,
                credential=credential,
            ),
        )
        availability.open_calendar(
            profile.id,
            "Europe/Paris",
            [WeeklyWindow(day, 18 * 60, 23 * 60) for day in range(7)],
        )
        offer = profiles.create_offer(
            profile,
            OfferText(
                title=title,
                description="Three courses.",
                place_mode=place_mode,
                price_minor=price_minor,
                currency="EUR",
                price_unit=PriceUnit.PERSON,
                seats_least=1,
                seats_most=6,
                duration_minutes=120,
                slot_step_minutes=30,
                allergens=dict.fromkeys(ALLERGENS, "no") if kind.is_food else {},
                diets=(),
                food_rules_kept=kind.is_food,
            ),
            idempotency_key=ids.public_id(),
        )
        if published:
            profiles.publish_offer(offer)
    return offer


def free_starts(offer: Offer) -> list[datetime]:
    """The starts that can be booked in the next two weeks, in order."""
    calendar = calendars.calendar_for(offer)
    assert calendar is not None
    timing = calendars.timing_of(calendar, offer)
    now = clock.now()
    return calendars.free_slots(calendar, timing, TimeSlot(now, now + timedelta(days=14)), now)


def make_booking(
    host: Member, offer: Offer, *, start: datetime | None = None, people: int = 2
) -> Booking:
    """A request for the first free slot, or a given one."""
    return bookings.request_booking(
        host,
        offer,
        Wish(start=start or free_starts(offer)[0], people=people, message="We look forward to it."),
        idempotency_key=ids.public_id(),
    )


def only_offer() -> Offer:
    return db.session.scalars(select(Offer)).one()
