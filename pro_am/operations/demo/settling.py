"""The people of the demo community move in: members, stewards, profiles with offers and hours."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select

from pro_am.accounts.models import Member, MemberRole
from pro_am.accounts.rules import Role
from pro_am.availability.actions import HORIZON_DAYS, NOTICE_MINUTES
from pro_am.availability.models import Calendar, WeeklyHours
from pro_am.foundation import clock, ids, passwords
from pro_am.foundation.database import db
from pro_am.media import actions as media
from pro_am.media.models import Picture
from pro_am.media.rules import RENDITIONS
from pro_am.operations.demo import illustrations
from pro_am.operations.demo.members import MEMBERS
from pro_am.operations.demo.people import DemoMember, DemoOffer, DemoProAm, Language
from pro_am.operations.demo.pro_ams import PRO_AMS
from pro_am.operations.demo.story import Story
from pro_am.operations.demo.whereabouts import (
    MEMBER,
    PRO_AM,
    SLOT_STEP_MINUTES,
    town_of,
    weekly_windows,
)
from pro_am.profiles import queries as known_profiles
from pro_am.profiles.models import Craft, Offer, Profile, ProfilePhoto
from pro_am.profiles.rules import Publication
from pro_am.standing.models import IdentityCheck
from pro_am.standing.rules import SeenHow

PASSWORD = "panier lanterne voilier myrtille"  # noqa: S105 - known to all: nobody real lives here

FOUNDED_BEFORE = timedelta(days=730)
OPERATOR = "yann"  # runs the community
APPOINTED_AFTER = timedelta(days=3)  # the stewards, once the community is founded
SCENE_WIDTH, SCENE_HEIGHT = 1200, 900

STREETS = (
    "rue des Lilas",
    "rue du Four",
    "avenue de la Gare",
    "rue des Tanneurs",
    "place de l’Église",
    "rue Jean-Jaurès",
    "chemin des Vignes",
    "rue de la Fontaine",
    "impasse des Hirondelles",
    "quai des Mariniers",
)
PORTRAIT_OF: dict[Language, str] = {
    "fr": "Portrait dessiné de {name}",
    "en": "A drawn portrait of {name}",
}


@dataclass(frozen=True)
class Settled:
    """Where a pro-am's bookings go: their calendar, and their offers in the content's order."""

    profile: Profile
    calendar: Calendar
    offers: tuple[Offer, ...]


def settle_members(stories: Iterable[Story], now: datetime, random: Random) -> dict[str, Member]:
    """Everybody by key: signed up before their first booking, met by the steward of their area."""
    password_hash = passwords.hashed(PASSWORD)  # once: hashing is slow on purpose
    founded = now - FOUNDED_BEFORE
    began = _beginnings(stories)
    members = {}
    for of in MEMBERS:
        first_seen = began.get(of.key, founded + (now - founded) * random.uniform(0.1, 0.9))
        signed_up = first_seen - timedelta(days=random.randint(14, 45))
        created_at = founded if of.is_steward else max(founded, signed_up)
        members[of.key] = Member(
            public_id=ids.public_id(),
            name=of.name,
            email=of.email,
            password_hash=password_hash,
            language=of.language,
            time_zone=town_of(of.key).time_zone,
            created_at=created_at,
            email_confirmed_at=created_at + timedelta(minutes=random.randint(2, 90)),
        )
    db.session.add_all(members.values())
    db.session.flush()  # roles and checks need their ids
    _appoint_stewards(members, founded + APPOINTED_AFTER)
    _verify(members, founded + APPOINTED_AFTER, random)
    return members


def settle_pro_ams(members: Mapping[str, Member]) -> dict[str, Settled]:
    """Profiles with their offers, published, and calendars; by key.

    This writes what the actions of profiles and availability would have written, all at once:
    those flush and tell the search after every single deed. That they would let it through is
    tested.
    """
    crafts = {craft.slug: craft for craft in db.session.scalars(select(Craft))}
    seen_by = dict(
        db.session.execute(select(IdentityCheck.member_id, IdentityCheck.steward_id)).all()
    )
    slugs = {
        of.member: known_profiles.free_slug(ids.slug(MEMBER[of.member].name)) for of in PRO_AMS
    }
    profiles = {}
    for of in PRO_AMS:
        member = members[of.member]
        profile = _profile(of, member, crafts[of.craft], slugs[of.member])
        if of.credential_verified:
            profile.credential_verified_at = member.created_at
            profile.credential_verified_by_id = seen_by.get(member.id)
        profiles[of.member] = profile
    db.session.add_all(profiles.values())
    db.session.flush()  # calendars need their ids
    calendars = {key: _calendar(key, profile) for key, profile in profiles.items()}
    db.session.add_all(calendars.values())
    db.session.flush()  # holds need theirs
    return {
        key: Settled(profile, calendars[key], tuple(profile.offers))
        for key, profile in profiles.items()
    }


def address_of(key: str) -> str:
    """An invented door in a street that most towns have."""
    number = [member.key for member in MEMBERS].index(key)
    return f"{2 + number * 7 % 53} {STREETS[number % len(STREETS)]}"


def _beginnings(stories: Iterable[Story]) -> dict[str, datetime]:
    """When each of them first took part in anything."""
    began: dict[str, datetime] = {}
    for story in stories:
        for key in (story.host, story.pro_am):
            began[key] = min(story.requested_at, began.get(key, story.requested_at))
    return began


def _appoint_stewards(members: Mapping[str, Member], at: datetime) -> None:
    for of in MEMBERS:
        if of.is_steward:
            member = members[of.key]
            db.session.add(MemberRole(member_id=member.id, role=Role.STEWARD, granted_at=at))
    operator = members[OPERATOR]
    db.session.add(MemberRole(member_id=operator.id, role=Role.ADMIN, granted_at=at))


def _verify(members: Mapping[str, Member], appointed_at: datetime, random: Random) -> None:
    for of in MEMBERS:
        if not of.verified_by_steward:
            continue
        steward = members[_steward_for(of).key]
        earliest = max(members[of.key].created_at, appointed_at)
        db.session.add(
            IdentityCheck(
                member_id=members[of.key].id,
                steward_id=steward.id,
                how=random.choice((SeenHow.IN_PERSON, SeenHow.IN_PERSON, SeenHow.DOCUMENT)),
                at=earliest + timedelta(minutes=random.randint(60, 12 * 24 * 60)),
            )
        )


def _steward_for(of: DemoMember) -> DemoMember:
    """The steward of their area; stewards themselves are verified by another one."""
    stewards = [each for each in MEMBERS if each.is_steward and each is not of]
    return next((each for each in stewards if each.area == of.area), stewards[0])


def _profile(of: DemoProAm, member: Member, craft: Craft, slug: str) -> Profile:
    town, wanted, language = town_of(of.member), set(of.specialities), MEMBER[of.member].language
    return Profile(
        member=member,
        slug=slug,
        craft=craft,
        language=language,
        headline=of.headline,
        story=_as_typed(of.story),
        not_offered=_as_typed(of.not_offered),
        specialities=[each for each in craft.specialities if each.slug in wanted],
        favourites=list(of.favourites),
        languages=list(of.languages),
        is_professional=of.is_professional,
        credential=of.credential or "",
        town_id=town.id,
        town_name=town.name,
        latitude_e4=round(town.lat * 1e4),
        longitude_e4=round(town.lon * 1e4),
        travel_km=of.travel_km or None,
        address=address_of(of.member),
        picture=_portrait(MEMBER[of.member], member),
        state=Publication.PUBLISHED,
        created_at=member.created_at,
        published_at=member.created_at,
        changed_at=clock.now(),
        offers=[
            _offer(offer, number, craft, member, language) for number, offer in enumerate(of.offers)
        ],
        photos=[
            ProfilePhoto(
                picture=scene(stem, member, language),
                position=number,
                upload_key=f"demo {number}",
            )
            for number, stem in enumerate(of.gallery)
        ],
    )


def _as_typed(markdown: str) -> str:
    """Without the ends of lines that only our source has; paragraphs and lists stay."""
    return re.sub(r"(?<!\n)\n(?!\n|- )", " ", markdown)


def _calendar(key: str, profile: Profile) -> Calendar:
    return Calendar(
        profile_id=profile.id,
        time_zone=town_of(key).time_zone,
        notice_minutes=NOTICE_MINUTES,
        horizon_days=HORIZON_DAYS,
        windows=[
            WeeklyHours(
                weekday=window.weekday,
                start_minute=window.start_minute,
                end_minute=window.end_minute,
            )
            for window in weekly_windows(PRO_AM[key])
        ],
    )


def _offer(of: DemoOffer, number: int, craft: Craft, member: Member, language: Language) -> Offer:
    return Offer(
        public_id=ids.public_id(),
        idempotency_key=f"demo {number}",
        title=of.title,
        description=_as_typed(of.description),
        place_mode=of.place_mode,
        price_minor=of.price,
        currency="EUR",
        price_unit=of.unit,
        seats_least=of.seats_min,
        seats_most=of.seats_max,
        duration_minutes=of.duration_minutes,
        slot_step_minutes=SLOT_STEP_MINUTES,
        allergens=dict(of.allergens),
        diets=list(of.diets),
        food_rules_kept=craft.is_food,
        is_instant=of.is_instant,
        answers=dict(of.answers),
        picture=scene(of.picture, member, language),
        state=Publication.PUBLISHED,
        created_at=member.created_at,
        changed_at=clock.now(),
    )


def _portrait(of: DemoMember, owner: Member) -> Picture:
    if of.avatar is None:
        raise LookupError(f"{of.name} offers something and has no portrait.")
    made = {each: illustrations.face(of.avatar, each.extension) for each in RENDITIONS}
    alt = PORTRAIT_OF[of.language].format(name=of.name)
    side = illustrations.FACE_WIDTH
    return media.keep_renditions(owner, made, alt, width=side, height=side)


def scene(stem: str, owner: Member, language: Language, *, prefix: str = "") -> Picture:
    drawn = illustrations.PICTURES[stem]
    made = {
        each: drawn.avif(each.width) if each.extension == "avif" else drawn.jpeg()
        for each in RENDITIONS
    }
    return media.keep_renditions(
        owner,
        made,
        drawn.alt[language],
        width=SCENE_WIDTH,
        height=SCENE_HEIGHT,
        prefix=prefix,
    )
