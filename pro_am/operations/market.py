"""A market of any size, by seed: members, offers, calendars, bookings, reviews.

Rows are inserted in bulk and crowd by crowd, so that a large market is there in seconds and
memory stays flat; scores and the index are then computed as everywhere. Measurements open one
with texts of its own; the demo adds crowds with the texts of its pro-ams.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from sqlalchemy import insert, select

from pro_am.accounts.models import Member, MemberRole
from pro_am.accounts.rules import Role
from pro_am.availability.actions import HORIZON_DAYS, NOTICE_MINUTES, PICTURED_BEYOND
from pro_am.availability.models import Calendar, FreeDay, Hold, WeeklyHours
from pro_am.availability.rules.bookable_time import bookable_time
from pro_am.availability.rules.calendar_rules import CalendarRules, WeeklyWindow
from pro_am.availability.rules.day_bits import DayBits, bits_by_day
from pro_am.bookings.models import Booking, BookingStep
from pro_am.bookings.rules import policy
from pro_am.bookings.rules.life import COMPLETES_AFTER, BookingState
from pro_am.conversations.models import Thread, ThreadMember
from pro_am.foundation import clock, ids, places, time_zones
from pro_am.foundation.database import Model, db, transaction
from pro_am.foundation.time_slots import TimeSlot
from pro_am.profiles import actions as profiles
from pro_am.profiles.models import Craft, Offer, Profile, profile_specialities
from pro_am.profiles.rules import ALLERGENS, PlaceMode, PriceUnit, Publication
from pro_am.reviews.models import Review
from pro_am.reviews.rules.window import WINDOW
from pro_am.search import actions as search
from pro_am.standing.models import IdentityCheck
from pro_am.standing.rules import ReviewedAs, SeenHow
from pro_am.trust import actions as trust

Row = dict[str, Any]

ZONE = "Europe/Paris"
CITY, AROUND_KM, TOWNS = "Nantes (44)", 60, 60
OFFERS_A_PROFILE = 2
MOST_REVIEWS = 20
LENGTH = timedelta(hours=2)
NEWEST_VISIT = timedelta(days=16)  # ago: every review is open to all
# Evenings, lunch times, mornings, weekends: (weekdays, from, to) on the local clock.
HOURS = (
    (range(7), 18, 23),
    (range(5), 11, 15),
    (range(5), 7, 12),
    (range(5, 7), 9, 20),
    (range(1, 6), 17, 22),
)
TITLES = (
    ("Dinner at my table", "Dîner à ma table"),
    ("A Sunday lunch", "Un déjeuner du dimanche"),
    ("Fresh pasta together", "Des pâtes fraîches ensemble"),
    ("Bread with a long rise", "Du pain au levain"),
    ("Gentle yoga at home", "Yoga doux à la maison"),
    ("Running without hurry", "Courir sans se presser"),
    ("Strength after sixty", "Renforcement après soixante ans"),
)
SENTENCES = (
    "I learned it from my grandmother and have cooked for friends ever since.",
    "On commence doucement, et chacun avance à son rythme.",
    "Vegetables come from the market, bread from my own oven.",
    "Les débutants sont les bienvenus, le matériel est sur place.",
    "We take our time, and nobody leaves hungry.",
    "Une séance finit toujours par quelques étirements et une tisane.",
    "Tell me what you like and I shall write a menu for you.",
    "Je viens avec tout ce qu’il faut, il suffit d’une table.",
)
OPINIONS = (
    "A warm welcome and a wonderful evening.",
    "Tout était délicieux, nous reviendrons.",
    "Clear, patient and on time.",
    "Une belle rencontre, merci.",
)


@dataclass(frozen=True)
class Wares:
    """What a profile of a crowd says and offers; what it says of itself is in one language."""

    language: str
    craft: str | None  # a slug; any craft without one
    headline: str
    story: str
    offers: tuple[tuple[str, str, int | None], ...]
    """Title, description and the id of a picture."""


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """Members who are added in one transaction; so many of the first of them offer something."""

    names: Sequence[str]
    providers: int
    offers: int
    towns: Sequence[places.Town]
    wares: Sequence[Wares] = ()
    steward: int | None = None
    """Who has seen half of them; one of the hosts, appointed for it, without one."""
    first_number: int = 0
    """E-mail addresses are numbered from here."""


@dataclass(frozen=True)
class _Stall:
    """One profile with what belongs to it, by ids."""

    member: int
    offers: Sequence[int]
    calendar: int
    town: places.Town


def open_market(
    *, offers: int, seed: int, tell: Callable[[str], None] = lambda _step: None
) -> None:
    """Fill an empty database with so many published offers, two of a profile, and their past.

    Each step is told when it begins, for whoever waits.
    """
    chance = Random(seed)  # noqa: S311 - a market that comes out the same, no secret
    profiles.found_starting_crafts()
    tell(f"{offers} offers of pro-ams with calendars, their bookings and reviews")
    count = -(-offers // OFFERS_A_PROFILE)
    hosts = max(count // 2, MOST_REVIEWS)
    names = [f"Pro-Am {number}" for number in range(count)]
    names += [f"Host {number}" for number in range(hosts)]
    add_crowd(Crowd(names=names, providers=count, offers=offers, towns=_towns()), chance)
    tell("scores")
    trust.recompute()
    tell("the index of search")
    search.rebuild()


def add_crowd(crowd: Crowd, chance: Random) -> None:
    """All of them with their past, or nobody. Scores and the index are for the caller to renew."""
    with transaction():
        members = _members(crowd, chance)
        providers, hosts = members[: crowd.providers], members[crowd.providers :]
        stalls = _profiles(providers, crowd, chance)
        _verify_every_second(providers, hosts, crowd.steward)
        _open_calendars(stalls)
        _past(stalls, hosts, chance)


def review_often(slug: str, reviews: int, chance: Random) -> None:
    """So many more kept bookings of one profile, each reviewed, by all who were hosts before."""
    profile = db.session.scalars(select(Profile).where(Profile.slug == slug)).one()
    hosts = db.session.scalars(select(Review.author_id).distinct().order_by(Review.author_id))
    guests = [host for host in hosts if host != profile.member_id]
    calendar = select(Calendar.id).where(Calendar.profile_id == profile.id)
    stall = _Stall(
        member=profile.member_id,
        offers=[offer.id for offer in profile.offers],
        calendar=db.session.scalars(calendar).first() or 0,
        town=_towns()[0],
    )
    with transaction():
        _book_and_review([(stall, chance.choice(guests), n) for n in range(reviews)], chance)


def _members(crowd: Crowd, chance: Random) -> list[int]:
    joined = clock.now() - timedelta(days=400)
    return _insert(
        Member,
        [
            {
                "public_id": f"{chance.getrandbits(96):024x}",
                "name": name,
                "email": f"{ids.slug(name)}-{number}@example.org",
                "password_hash": "",  # nobody signs in with a password
                "language": chance.choice(("fr", "en")),
                "time_zone": ZONE,
                "created_at": joined,
                "email_confirmed_at": joined,
            }
            for number, name in enumerate(crowd.names, crowd.first_number)
        ],
    )


def _verify_every_second(
    providers: Sequence[int], hosts: Sequence[int], appointed: int | None
) -> None:
    """A steward has seen them, so that reviews have somebody to lean on."""
    steward, *others = (hosts[0] if appointed is None else appointed, *hosts[1:])
    known = {"steward_id": steward, "how": SeenHow.IN_PERSON, "at": clock.now()}
    rows = [{"member_id": member, **known} for member in (*providers, *others)[::2]]
    if appointed is None:
        role = {"role": Role.STEWARD, "granted_by_id": None, "granted_at": clock.now()}
        db.session.execute(insert(MemberRole), [{"member_id": steward, **role}])
    db.session.execute(insert(IdentityCheck), rows)


def _profiles(providers: Sequence[int], crowd: Crowd, chance: Random) -> list[_Stall]:
    crafts = db.session.scalars(select(Craft).order_by(Craft.position)).all()
    by_slug = {craft.slug: craft for craft in crafts}
    wares = [chance.choice(crowd.wares) if crowd.wares else _wares(chance) for _ in providers]
    chosen = [
        (by_slug[each.craft] if each.craft else chance.choice(crafts), chance.choice(crowd.towns))
        for each in wares
    ]
    profile_ids = _insert(
        Profile,
        [
            _profile(member, craft, town, each)
            for member, (craft, town), each in zip(providers, chosen, wares, strict=True)
        ],
    )
    db.session.execute(
        insert(profile_specialities),
        [
            {"profile_id": profile_id, "speciality_id": speciality.id}
            for profile_id, (craft, _) in zip(profile_ids, chosen, strict=True)
            for speciality in chance.sample(craft.specialities, 3)
        ],
    )
    owners = [divmod(number, OFFERS_A_PROFILE) for number in range(crowd.offers)]
    offer_ids = _insert(
        Offer,
        [
            _offer(profile_ids[owner], chosen[owner][0], wares[owner].offers[place], chance)
            for owner, place in owners
        ],
    )
    calendar_ids = _insert(Calendar, [_calendar(profile_id) for profile_id in profile_ids])
    return [
        _Stall(
            member=member,
            offers=offer_ids[number * OFFERS_A_PROFILE : (number + 1) * OFFERS_A_PROFILE],
            calendar=calendar_ids[number],
            town=chosen[number][1],
        )
        for number, member in enumerate(providers)
    ]


def _towns() -> list[places.Town]:
    city = places.find_town(CITY)
    assert city is not None  # noqa: S101 - it is among the towns that ship with the product
    return places.towns_around(*city.point, AROUND_KM, TOWNS)


def _wares(chance: Random) -> Wares:
    return Wares(
        language=chance.choice(("fr", "en")),
        craft=None,
        headline=chance.choice(SENTENCES),
        story=" ".join(chance.choices(SENTENCES, k=8)),
        offers=tuple(
            (chance.choice(chance.choice(TITLES)), " ".join(chance.choices(SENTENCES, k=5)), None)
            for _ in range(OFFERS_A_PROFILE)
        ),
    )


def _profile(member: int, craft: Craft, town: places.Town, wares: Wares) -> Row:
    now = clock.now()
    return {
        "member_id": member,
        "slug": f"pro-am-{member}",
        "craft_id": craft.id,
        "language": wares.language,
        "headline": wares.headline,
        "story": wares.story,
        "favourites": [],
        "languages": ["fr", "en"],
        "is_professional": False,
        "credential": "",
        "town_id": town.id,
        "town_name": town.name,
        "latitude_e4": round(town.lat * 1e4),
        "longitude_e4": round(town.lon * 1e4),
        "travel_km": 10,
        "address": "3 rue des Cuisiniers",
        "state": Publication.PUBLISHED,
        "created_at": now,
        "published_at": now,
        "changed_at": now,
    }


def _offer(profile_id: int, craft: Craft, told: tuple[str, str, int | None], chance: Random) -> Row:
    now = clock.now()
    title, description, picture = told
    return {
        "public_id": f"{chance.getrandbits(96):024x}",
        "profile_id": profile_id,
        "idempotency_key": f"{chance.getrandbits(96):024x}",
        "title": title,
        "description": description,
        "picture_id": picture,
        "place_mode": chance.choice((PlaceMode.PROVIDER, PlaceMode.PROVIDER, PlaceMode.HOST)),
        "price_minor": 0 if craft.is_regulated else chance.randrange(500, 5000, 100),
        "currency": "EUR",
        "price_unit": PriceUnit.PERSON,
        "seats_least": 1,
        "seats_most": 6,
        "duration_minutes": LENGTH // timedelta(minutes=1),
        "allergens": dict.fromkeys(ALLERGENS, "no") if craft.is_food else {},
        "diets": [],
        "food_rules_kept": craft.is_food,
        "state": Publication.PUBLISHED,
        "created_at": now,
        "changed_at": now,
    }


def _calendar(profile_id: int) -> Row:
    return {
        "profile_id": profile_id,
        "time_zone": ZONE,
        "notice_minutes": NOTICE_MINUTES,
        "horizon_days": HORIZON_DAYS,
    }


def _open_calendars(stalls: Sequence[_Stall]) -> None:
    """Hours, and the picture of free days; calendars with the same hours share one picture."""
    pictures = [_free_days(_windows(number)) for number in range(len(HOURS))]
    hours, free_days = [], []
    for number, stall in enumerate(stalls):
        kind = number % len(HOURS)
        hours += [
            {
                "calendar_id": stall.calendar,
                "weekday": window.weekday,
                "start_minute": window.start_minute,
                "end_minute": window.end_minute,
            }
            for window in _windows(kind)
        ]
        free_days += [
            {"calendar_id": stall.calendar, "day": day, "low": bits.low, "high": bits.high}
            for day, bits in pictures[kind].items()
        ]
    db.session.execute(insert(WeeklyHours), hours)
    db.session.execute(insert(FreeDay), free_days)


def _windows(kind: int) -> tuple[WeeklyWindow, ...]:
    weekdays, opens, closes = HOURS[kind]
    return tuple(WeeklyWindow(weekday, opens * 60, closes * 60) for weekday in weekdays)


def _free_days(weekly: tuple[WeeklyWindow, ...]) -> Mapping[date, DayBits]:
    today = datetime.combine(clock.now(), time())
    span = TimeSlot(today, today + timedelta(days=HORIZON_DAYS) + PICTURED_BEYOND)
    rules = CalendarRules(zone=time_zones.zone(ZONE), weekly=weekly)
    return bits_by_day(bookable_time(rules, [], span, None))


def _past(stalls: Sequence[_Stall], hosts: Sequence[int], chance: Random) -> None:
    """Bookings that took place, each on a day of its own, all reviewed by their hosts."""
    kept = [
        (stall, host, number)
        for stall in stalls
        for number, host in enumerate(chance.sample(hosts, chance.randint(0, MOST_REVIEWS)))
    ]
    _book_and_review(kept, chance)


def _book_and_review(kept: Sequence[tuple[_Stall, int, int]], chance: Random) -> None:
    """The last of each says how many weeks before the newest it was."""
    midnight = datetime.combine(clock.now(), time())
    ends = [midnight - NEWEST_VISIT - timedelta(days=7 * number) for _, _, number in kept]
    hold_ids = _insert(
        Hold, [_hold(stall.calendar, end) for (stall, _, _), end in zip(kept, ends, strict=True)]
    )
    thread_ids = _insert(Thread, [{"created_at": end - timedelta(days=9)} for end in ends])
    members = [
        {"thread_id": thread, "member_id": member, "read_at": None}
        for thread, (stall, host, _) in zip(thread_ids, kept, strict=True)
        for member in (stall.member, host)
    ]
    if members:
        db.session.execute(insert(ThreadMember), members)
    booking_ids = _insert(
        Booking,
        [
            _booking(stall, host, end, chance) | {"hold_id": hold_id, "thread_id": thread_id}
            for (stall, host, _), end, hold_id, thread_id in zip(
                kept, ends, hold_ids, thread_ids, strict=True
            )
        ],
    )
    db.session.execute(
        insert(BookingStep),
        [
            step
            for booking_id, (stall, host, _), end in zip(booking_ids, kept, ends, strict=True)
            for step in _steps(booking_id, stall, host, end)
        ],
    )
    _insert(
        Review,
        [
            _review(booking_id, stall.member, host, end, chance)
            for booking_id, (stall, host, _), end in zip(booking_ids, kept, ends, strict=True)
        ],
    )


def _hold(calendar_id: int, end: datetime) -> Row:
    return {
        "calendar_id": calendar_id,
        "starts_at": end - LENGTH,
        "ends_at": end,
        "blocks_from": end - LENGTH,
        "blocks_until": end,
    }


def _booking(stall: _Stall, host: int, end: datetime, chance: Random) -> Row:
    return {
        "reference": f"{chance.getrandbits(48):012X}",
        "idempotency_key": f"{chance.getrandbits(96):024x}",
        "host_id": host,
        "provider_id": stall.member,
        "offer_id": chance.choice(stall.offers),
        "state": BookingState.COMPLETED,
        "revision": 3,
        "starts_at": end - LENGTH,
        "ends_at": end,
        "time_zone": ZONE,
        "answer_by": end - timedelta(days=7),
        "requested_at": end - timedelta(days=9),
        "people": 2,
        "offer_title": "Dinner at my table",
        "place_mode": PlaceMode.PROVIDER,
        "town_name": stall.town.name,
        "address": "3 rue des Cuisiniers",
        "price_minor": 2500,
        "currency": "EUR",
        "price_unit": PriceUnit.PERSON,
        "total_minor": 5000,
        "policy": policy.FLEXIBLE.snapshot(),
        "allergies": "",
    }


def _steps(booking: int, stall: _Stall, host: int, end: datetime) -> Iterator[Row]:
    before = None
    for state, at, by in (
        (BookingState.REQUESTED, end - timedelta(days=9), host),
        (BookingState.CONFIRMED, end - timedelta(days=8), stall.member),
        (BookingState.IN_PROGRESS, end - LENGTH, None),
        (BookingState.COMPLETED, end + COMPLETES_AFTER, None),
    ):
        yield {
            "booking_id": booking,
            "at": at,
            "by_id": by,
            "from_state": before,
            "to_state": state,
            "reason": "",
            "was_in_time": None,
        }
        before = state


def _review(booking: int, subject: int, author: int, end: datetime, chance: Random) -> Row:
    return {
        "booking_id": booking,
        "author_id": author,
        "subject_id": subject,
        "role": ReviewedAs.PROVIDER,
        "stars": chance.choices((3, 4, 5), weights=(1, 4, 9))[0],
        "facets": {},
        "text": chance.choice(OPINIONS),
        "private_note": "",
        "written_at": end + timedelta(days=1),
        "shown_from": end + WINDOW,  # one side alone has written
        "reply": "",
    }


def _insert(model: type[Model], rows: Sequence[Row]) -> list[int]:
    """Insert in bulk; return the ids in the order of the rows."""
    if not rows:
        return []
    id_column = model.__table__.c.id
    statement = insert(model).returning(id_column, sort_by_parameter_order=True)
    return list(db.session.scalars(statement, rows))
