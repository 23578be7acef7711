"""Profiles of a market with their offers, and a calendar for each."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from sqlalchemy import insert, select

from pro_am.availability.actions import HORIZON_DAYS, NOTICE_MINUTES
from pro_am.availability.models import Calendar
from pro_am.foundation import clock, places
from pro_am.foundation.bulk import Row
from pro_am.foundation.database import db
from pro_am.operations.market.crowd import LENGTH, OFFERS_A_PROFILE, ZONE, Crowd, Stall, Wares
from pro_am.operations.market.inserting import insert_numbered
from pro_am.operations.market.texts import SENTENCES, TITLES
from pro_am.profiles.models import Craft, Offer, Profile, profile_specialities
from pro_am.profiles.rules import ALLERGENS, PlaceMode, PriceUnit, Publication


def stalls(providers: Sequence[int], crowd: Crowd, chance: Random) -> list[Stall]:
    crafts = db.session.scalars(select(Craft).order_by(Craft.position)).all()
    by_slug = {craft.slug: craft for craft in crafts}
    wares = [chance.choice(crowd.wares) if crowd.wares else _wares(chance) for _ in providers]
    chosen = [
        (by_slug[each.craft] if each.craft else chance.choice(crafts), chance.choice(crowd.towns))
        for each in wares
    ]
    profile_ids = insert_numbered(
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
    offer_ids = insert_numbered(
        Offer,
        [
            _offer(profile_ids[owner], chosen[owner][0], wares[owner].offers[place], chance)
            for owner, place in owners
        ],
    )
    calendar_ids = insert_numbered(Calendar, [_calendar(profile_id) for profile_id in profile_ids])
    return [
        Stall(
            member=member,
            offers=offer_ids[number * OFFERS_A_PROFILE : (number + 1) * OFFERS_A_PROFILE],
            calendar=calendar_ids[number],
            town=chosen[number][1],
        )
        for number, member in enumerate(providers)
    ]


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
