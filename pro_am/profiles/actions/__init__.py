"""What pro-ams do with their profile and offers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import audit, clock, ids, places
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.words import mark
from pro_am.media import actions as media
from pro_am.media.models import Picture
from pro_am.moderation.rules.restrictions import OffersPaused
from pro_am.profiles import queries, rules
from pro_am.profiles.events import PriceChanged, ProfileChanged
from pro_am.profiles.models import Craft, Offer, OfferPrice, Profile, Speciality
from pro_am.profiles.rules import OwnLimits, PlaceMode, PriceUnit, Publication
from pro_am.profiles.rules.craft_fields import check_answers, fields_from
from pro_am.profiles.rules.programmes import check_programme
from pro_am.profiles.starting_crafts import STARTING_CRAFTS
from pro_am.standing import queries as standing
from pro_am.standing.rules.unlocks import check_open_offers


@dataclass(frozen=True)
class ProfileText:
    """What a pro-am says of themselves."""

    craft: Craft
    headline: str
    story: str
    language: str
    specialities: tuple[Speciality, ...]
    favourites: tuple[str, ...]
    languages: tuple[str, ...]
    town: places.Town
    travel_km: int | None
    address: str
    is_professional: bool
    credential: str
    not_offered: str = ""


@dataclass(frozen=True)
class OfferText:
    """What an offer says of itself."""

    title: str
    description: str
    place_mode: PlaceMode
    price_minor: int
    currency: str
    price_unit: PriceUnit
    seats_least: int
    seats_most: int
    duration_minutes: int
    slot_step_minutes: int
    allergens: Mapping[str, str]
    diets: tuple[str, ...]
    food_rules_kept: bool
    answers: Mapping[str, Any] = field(default_factory=dict)  # to the craft's questions
    left_open: tuple[str, ...] = ()  # what a draft does not say yet
    is_instant: bool = False
    instant_notice_minutes: int = rules.INSTANT_NOTICE_MINUTES
    weeks: int | None = None  # of a programme
    is_group: bool = False  # several bookings share a start, a seat for each person
    limits: OwnLimits = field(default_factory=OwnLimits)


def found_starting_crafts() -> None:
    """Give a new community its first crafts; those it already has stay as they are."""
    with transaction():
        known = set(db.session.scalars(select(Craft.slug)))
        for position, facts in enumerate(STARTING_CRAFTS):
            if facts["slug"] in known:
                continue
            specialities = [
                Speciality(slug=slug, position=number, names=names)
                for number, (slug, names) in enumerate(facts["specialities"].items())
            ]
            craft = Craft(position=position, **{**facts, "specialities": specialities})
            db.session.add(craft)


def create_profile(member: Member, text: ProfileText) -> Profile:
    """Begin a profile, as a draft; a member has one, so the second time changes the first."""
    with transaction():
        if known := queries.profile_of(member):
            _write(known, text)
            _tell(known)
            return known
        now = clock.now()
        profile = Profile(
            member_id=member.id,
            slug=queries.free_slug(ids.slug(member.name) or ids.public_id()[:8]),
            state=Publication.DRAFT,
            created_at=now,
        )
        _write(profile, text)
        db.session.add(profile)
        _tell(profile)
    return profile


def change_profile(profile: Profile, text: ProfileText) -> None:
    """Say something else, as long as public offers stay what they promise."""
    with transaction():
        public = [offer for offer in profile.offers if offer.is_published]
        rules.check_radius(text.travel_km, {offer.place_mode for offer in profile.offers})
        if public and text.craft.id != profile.craft_id:
            raise rules.CraftInUse
        if text.credential.strip() != profile.credential:
            # What was verified is no longer what is said.
            if profile.craft.is_regulated and any(offer.price_minor for offer in public):
                raise rules.CredentialInUse
            profile.credential_verified_at = None
            profile.credential_verified_by_id = None
        if profile.is_published:
            rules.check_headline(text.headline)
        _write(profile, text)
        _tell(profile)


def show_picture(of: Profile | Offer, picture: Picture | None) -> None:
    """Show another picture, or none; the one before goes when nothing else shows it."""
    with transaction():
        before = of.picture
        of.picture = picture
        _tell(of)
        if before and before is not picture and not queries.is_shown(before):
            media.drop_picture(before)


def create_offer(profile: Profile, text: OfferText, *, idempotency_key: str) -> Offer:
    with transaction():
        known = db.session.scalar(
            select(Offer).where(
                Offer.profile_id == profile.id, Offer.idempotency_key == idempotency_key
            )
        )
        if known:
            return known
        if profile.craft.retired_at is not None:
            raise rules.CraftRetired
        offer = Offer(
            public_id=ids.public_id(),
            profile_id=profile.id,
            idempotency_key=idempotency_key,
            state=Publication.DRAFT,
            created_at=clock.now(),
        )
        _fill(offer, text, profile)
        db.session.add(offer)
        _tell(offer)
    return offer


def change_offer(offer: Offer, text: OfferText) -> None:
    with transaction():
        cost = offer.price_minor
        _fill(offer, text, offer.profile)
        if offer.is_published:
            rules.check_publishable(queries.facts_of(offer))
        if offer.price_minor != cost and offer.state is not Publication.DRAFT:
            db.session.add(OfferPrice(offer_id=offer.id, until=clock.now(), price_minor=cost))
            publish(PriceChanged(offer.id))
        _tell(offer)


def use_calendar(offer: Offer, calendar_id: int | None) -> None:
    """The calendar in which an offer takes its time, of the same profile; None: the first."""
    with transaction():
        if offer.calendar_id != calendar_id:
            offer.calendar_id = calendar_id
            _tell(offer)


def publish_offer(offer: Offer) -> None:
    """Open an offer for bookings; the profile opens with its first one."""
    with transaction():
        if offer.profile.offers_paused_at:
            raise OffersPaused
        rules.check_publishable(queries.facts_of(offer))
        level = standing.level_of(offer.profile.member_id)
        check_open_offers(level, queries.others_open(offer))
        offer.state, offer.hidden_at = Publication.PUBLISHED, None
        profile = offer.profile
        if profile.state is Publication.DRAFT:
            profile.state = Publication.PUBLISHED
            profile.published_at = clock.now()
        _tell(offer)


def pause_offer(offer: Offer) -> None:
    with transaction():
        offer.state, offer.hidden_at, offer.is_kept_back = Publication.PAUSED, None, False
        _tell(offer)


def pause_profile(profile: Profile) -> None:
    """Nobody finds or books it; what is agreed stays agreed."""
    with transaction():
        rules.check_owner_decides(profile.state)
        profile.state, profile.hidden_at = Publication.PAUSED, None
        _tell(profile)


def publish_profile(profile: Profile) -> None:
    with transaction():
        rules.check_owner_decides(profile.state)
        if not any(offer.is_published for offer in profile.offers):
            raise rules.NothingToPublish
        rules.check_headline(profile.headline)
        profile.state, profile.hidden_at = Publication.PUBLISHED, None
        profile.published_at = profile.published_at or clock.now()
        _tell(profile)


def verify_credential(profile: Profile, steward: Member) -> None:
    """A steward has seen the diploma that the profile names."""
    with transaction():
        rules.check_verifier(member_id=profile.member_id, steward_id=steward.id)
        if not profile.credential:
            raise rules.NoCredential
        profile.credential_verified_at = clock.now()
        profile.credential_verified_by_id = steward.id
        audit.note(mark("diploma verified"), by=steward.id, about=f"profile {profile.slug}")
        _tell(profile)


def _write(profile: Profile, text: ProfileText) -> None:
    if any(speciality.craft_id != text.craft.id for speciality in text.specialities):
        raise rules.NotTheirs
    profile.craft_id = text.craft.id
    profile.headline = text.headline.strip()
    profile.story = text.story.strip()
    profile.language = text.language
    profile.specialities = list(text.specialities)
    profile.favourites = list(text.favourites)
    profile.languages = list(text.languages)
    profile.town_id = text.town.id
    profile.town_name = text.town.name
    profile.latitude_e4 = round(text.town.lat * 1e4)
    profile.longitude_e4 = round(text.town.lon * 1e4)
    profile.travel_km = text.travel_km
    profile.address = text.address.strip()
    profile.is_professional = text.is_professional
    profile.credential = text.credential.strip()
    profile.not_offered = text.not_offered.strip()
    profile.changed_at = clock.now()


def _fill(offer: Offer, text: OfferText, profile: Profile) -> None:
    rules.check_seats(text.seats_least, text.seats_most)
    check_programme(text.weeks, text.price_unit, seats_most=text.seats_most, is_group=text.is_group)
    rules.check_travel(text.place_mode, profile.travel_km)
    rules.check_diets(frozenset(text.diets), text.allergens)
    check_answers(fields_from(profile.craft.offer_fields), text.answers)
    for name, value in vars(text).items():
        setattr(offer, name, list(value) if isinstance(value, tuple) else value)
    offer.allergens, offer.answers = dict(text.allergens), dict(text.answers)
    offer.title, offer.description = text.title.strip(), text.description.strip()
    offer.changed_at = clock.now()


def _tell(of: Profile | Offer) -> None:
    db.session.flush()  # news carries the profile's id
    publish(ProfileChanged(of.id if isinstance(of, Profile) else of.profile_id))
