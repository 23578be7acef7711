"""The people of the demo community move in: members, stewards, profiles with offers and hours."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from pro_am.accounts.models import Member, MemberRole
from pro_am.accounts.rules import Role
from pro_am.availability import actions as availability
from pro_am.availability.models import Calendar
from pro_am.foundation import ids, passwords
from pro_am.foundation.database import db
from pro_am.media import actions as media
from pro_am.media.models import Picture
from pro_am.media.rules import RENDITIONS
from pro_am.operations.demo import illustrations
from pro_am.operations.demo.members import MEMBERS
from pro_am.operations.demo.people import DemoMember, DemoOffer, DemoProAm, Language
from pro_am.operations.demo.story import Story
from pro_am.operations.demo.whereabouts import (
    MEMBER,
    SLOT_STEP_MINUTES,
    town_of,
    weekly_windows,
)
from pro_am.profiles import actions as profiles
from pro_am.profiles import queries as known_profiles
from pro_am.profiles.actions import OfferText, ProfileText
from pro_am.profiles.models import Craft, Offer, Profile, ProfilePhoto
from pro_am.standing import queries as known_standing
from pro_am.standing.models import IdentityCheck
from pro_am.standing.rules import SeenHow

PASSWORD = "panier lanterne voilier myrtille"  # noqa: S105 - known to all: nobody real lives here

FOUNDED_BEFORE = timedelta(days=730)
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


def settle_pro_am(of: DemoProAm, member: Member) -> Settled:
    """Publish a profile with its offers, and open its calendar."""
    craft = known_profiles.craft_with(of.craft)
    if craft is None:
        raise LookupError(f"This community has no craft called {of.craft}.")
    profile = profiles.create_profile(member, _profile_text(of, craft))
    profile.created_at = profile.published_at = member.created_at
    if of.credential_verified:
        seen = known_standing.identity_check_of(member.id)
        profile.credential_verified_at = member.created_at
        profile.credential_verified_by_id = seen.steward_id if seen else None
    profiles.show_picture(profile, _portrait(MEMBER[of.member], member))
    town = town_of(of.member)
    calendar = availability.open_calendar(profile.id, town.time_zone, weekly_windows(of))
    offers = tuple(
        _settle_offer(offer, profile, number, MEMBER[of.member].language)
        for number, offer in enumerate(of.offers)
    )
    for number, stem in enumerate(of.gallery):
        photo = _scene(stem, member, MEMBER[of.member].language)
        profile.photos.append(
            ProfilePhoto(picture=photo, position=number, upload_key=f"demo {number}")
        )
    return Settled(profile, calendar, offers)


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


def _profile_text(of: DemoProAm, craft: Craft) -> ProfileText:
    wanted = set(of.specialities)
    return ProfileText(
        craft=craft,
        headline=of.headline,
        story=of.story,
        language=MEMBER[of.member].language,
        specialities=tuple(each for each in craft.specialities if each.slug in wanted),
        favourites=of.favourites,
        languages=of.languages,
        town=town_of(of.member),
        travel_km=of.travel_km or None,
        address=address_of(of.member),
        is_professional=of.is_professional,
        credential=of.credential or "",
        not_offered=of.not_offered,
    )


def _settle_offer(of: DemoOffer, profile: Profile, number: int, language: Language) -> Offer:
    text = OfferText(
        title=of.title,
        description=of.description,
        place_mode=of.place_mode,
        price_minor=of.price,
        currency="EUR",
        price_unit=of.unit,
        seats_least=of.seats_min,
        seats_most=of.seats_max,
        duration_minutes=of.duration_minutes,
        slot_step_minutes=SLOT_STEP_MINUTES,
        allergens=of.allergens,
        diets=of.diets,
        food_rules_kept=profile.craft.is_food,
        is_instant=of.is_instant,
        answers=of.answers,
    )
    offer = profiles.create_offer(profile, text, idempotency_key=f"demo {number}")
    offer.created_at = profile.created_at
    profiles.show_picture(offer, _scene(of.picture, profile.member, language))
    profiles.publish_offer(offer)
    return offer


def _portrait(of: DemoMember, owner: Member) -> Picture:
    if of.avatar is None:
        raise LookupError(f"{of.name} offers something and has no portrait.")
    made = {each: illustrations.face(of.avatar, each.extension) for each in RENDITIONS}
    alt = PORTRAIT_OF[of.language].format(name=of.name)
    side = illustrations.FACE_WIDTH
    return media.keep_renditions(owner, made, alt, width=side, height=side)


def _scene(stem: str, owner: Member, language: Language) -> Picture:
    scene = illustrations.PICTURES[stem]
    made = {
        each: scene.avif(each.width) if each.extension == "avif" else scene.jpeg()
        for each in RENDITIONS
    }
    return media.keep_renditions(
        owner, made, scene.alt[language], width=SCENE_WIDTH, height=SCENE_HEIGHT
    )
