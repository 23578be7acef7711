"""Reading crafts, profiles and offers. Visitors see what is published, members also their own."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Select, bindparam, exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.foundation.refusal import Refusal
from pro_am.media.models import Picture
from pro_am.moderation.queries import kept_apart
from pro_am.profiles.models import (
    Craft,
    Offer,
    OfferPrice,
    Profile,
    ProfilePhoto,
    Speciality,
    profile_specialities,
)
from pro_am.profiles.rules import OfferFacts, Publication, lacks
from pro_am.profiles.rules.craft_fields import fields_from, unanswered
from pro_am.profiles.rules.hints import Hint, ProfileState, hints_for

_OPEN_OFFER = (
    select(Offer)
    .join(Offer.profile)
    .options(joinedload(Offer.profile, innerjoin=True))
    .where(
        Offer.public_id == bindparam("public_id"),
        Offer.state == Publication.PUBLISHED,
        Profile.state == Publication.PUBLISHED,
    )
)


def crafts() -> list[Craft]:
    return list(db.session.scalars(select(Craft).order_by(Craft.position)))


def open_crafts() -> list[Craft]:
    """Those in which something new may be offered."""
    return [craft for craft in crafts() if craft.retired_at is None]


def craft_with(slug: str) -> Craft | None:
    return db.session.scalar(select(Craft).where(Craft.slug == slug))


def is_chosen(speciality: Speciality) -> bool:
    """Whether a profile names it."""
    chosen = exists().where(profile_specialities.c.speciality_id == speciality.id)
    return bool(db.session.scalar(select(chosen)))


def speciality_names() -> dict[str, dict[str, str]]:
    """Of all crafts, by slug: the name in each language."""
    rows = db.session.execute(
        select(Speciality.slug, Speciality.names)
        .join(Speciality.craft)
        .order_by(Craft.position, Speciality.position)
    )
    return {slug: names for slug, names in rows}


def profile_of(member: Member) -> Profile | None:
    """A member's own profile, whatever its state."""
    return db.session.scalar(select(Profile).where(Profile.member_id == member.id))


def profile_of_id(member_id: int) -> Profile | None:
    return db.session.scalar(select(Profile).where(Profile.member_id == member_id))


def public_profile(slug: str, viewer: Member | None) -> Profile | None:
    """A profile that is published, or the viewer's own, with all that its page shows."""
    whole = (
        selectinload(Profile.specialities),
        selectinload(Profile.offers),
        joinedload(Profile.photos),
    )
    return _visible(select(Profile).where(Profile.slug == slug).options(*whole), viewer)


def named_profile(slug: str, viewer: Member | None) -> Profile | None:
    """The same, for pages that show little of it."""
    return _visible(select(Profile).where(Profile.slug == slug), viewer)


def _visible(asked: Select[Profile], viewer: Member | None) -> Profile | None:
    profile = db.session.scalars(asked).unique().one_or_none()
    if profile is None or profile.is_published:
        return profile
    return profile if viewer and viewer.id == profile.member_id else None


def own_offer(member: Member, public_id: str) -> Offer | None:
    return db.session.scalar(
        select(Offer)
        .join(Offer.profile)
        .where(Offer.public_id == public_id, Profile.member_id == member.id)
    )


def open_offer(public_id: str) -> Offer | None:
    """A published offer of a published profile, with that profile."""
    return db.session.scalar(_OPEN_OFFER, {"public_id": public_id})


def open_offers_with(public_ids: Collection[str], viewer: Member | None) -> dict[str, Offer]:
    """Published offers by public id, but not of those whom the viewer must not meet."""
    asked = (
        select(Offer)
        .join(Offer.profile)
        .options(joinedload(Offer.profile, innerjoin=True))
        .where(
            Offer.public_id.in_(public_ids),
            Offer.state == Publication.PUBLISHED,
            Profile.state == Publication.PUBLISHED,
        )
    )
    if viewer:
        asked = asked.where(~kept_apart(viewer.id, Profile.member_id))
    return {offer.public_id: offer for offer in db.session.scalars(asked)}


def open_offers(offer_ids: Collection[int], *, with_specialities: bool = False) -> dict[int, Offer]:
    """Published offers by id with all that a card shows; the others are left out."""
    profile = joinedload(Offer.profile)
    found = db.session.scalars(
        select(Offer)
        .join(Offer.profile)
        .options(
            profile.selectinload(Profile.specialities) if with_specialities else profile,
        )
        .where(
            Offer.id.in_(offer_ids),
            Offer.state == Publication.PUBLISHED,
            Profile.state == Publication.PUBLISHED,
        )
    )
    return {offer.id: offer for offer in found}


def offer_with_id(offer_id: int) -> Offer | None:
    """Any offer, whatever its state."""
    return db.session.get(Offer, offer_id)


def prices_before(offer_id: int) -> list[tuple[datetime, int]]:
    """What an offer cost earlier, each with the moment until which it did."""
    rows = db.session.execute(
        select(OfferPrice.until, OfferPrice.price_minor)
        .where(OfferPrice.offer_id == offer_id)
        .order_by(OfferPrice.until)
    )
    return [(until, price) for until, price in rows]


def others_open(offer: Offer) -> int:
    """How many other offers of the same profile are published."""
    others = select(func.count()).where(
        Offer.profile_id == offer.profile_id,
        Offer.state == Publication.PUBLISHED,
        Offer.id != offer.id,
    )
    return db.session.scalar(others) or 0


def published_count_by_craft() -> dict[int, int]:
    counted = db.session.execute(
        select(Profile.craft_id, func.count())
        .where(Profile.state == Publication.PUBLISHED)
        .group_by(Profile.craft_id)
    )
    return {craft_id: count for craft_id, count in counted}


def published_slugs(limit: int) -> list[str]:
    """The oldest first, so that a list of them grows at its end."""
    return list(
        db.session.scalars(
            select(Profile.slug)
            .where(Profile.state == Publication.PUBLISHED)
            .order_by(Profile.id)
            .limit(limit)
        )
    )


def profile_with(slug: str) -> Profile | None:
    """A profile whatever its state: for stewards."""
    return db.session.scalar(select(Profile).where(Profile.slug == slug))


def credentials_to_verify() -> list[Profile]:
    """Profiles that name a diploma which nobody has seen; first those that cannot do without."""
    return list(
        db.session.scalars(
            select(Profile)
            .join(Profile.craft)
            .where(Profile.credential != "", Profile.credential_verified_at.is_(None))
            .order_by(Craft.is_regulated.desc(), Profile.changed_at)
        )
    )


def credentials_verified(limit: int = 50) -> list[Profile]:
    return list(
        db.session.scalars(
            select(Profile)
            .where(Profile.credential_verified_at.is_not(None))
            .order_by(Profile.credential_verified_at.desc())
            .limit(limit)
        )
    )


def is_shown(picture: Picture) -> bool:
    """Whether a profile, its gallery or an offer shows this picture."""
    shown = or_(
        *(exists().where(of.picture_id == picture.id) for of in (Profile, ProfilePhoto, Offer))
    )
    return bool(db.session.scalar(select(shown)))


def photo_with_key(profile: Profile, upload_key: str) -> ProfilePhoto | None:
    return db.session.scalar(
        select(ProfilePhoto).where(
            ProfilePhoto.profile_id == profile.id, ProfilePhoto.upload_key == upload_key
        )
    )


def facts_of(offer: Offer) -> OfferFacts:
    """What decides whether it may be published."""
    profile = offer.profile
    return OfferFacts(
        is_food=profile.craft.is_food,
        is_regulated=profile.craft.is_regulated,
        has_verified_credential=profile.credential_verified_at is not None,
        price_minor=offer.price_minor,
        allergens=offer.allergens,
        diets=frozenset(offer.diets),
        food_rules_kept=offer.food_rules_kept,
        has_headline=bool(profile.headline),
        left_open=tuple(offer.left_open),
        unanswered=tuple(unanswered(fields_from(profile.craft.offer_fields), offer.answers)),
    )


def lacks_of(offer: Offer) -> list[Refusal]:
    """What an offer lacks before it may be published; nothing when it is ready."""
    return lacks(facts_of(offer))


def hints_of(profile: Profile) -> list[Hint]:
    """What would make a profile easier to choose, the most useful first."""
    return hints_for(
        ProfileState(
            is_regulated=profile.craft.is_regulated,
            has_credential=bool(profile.credential),
            has_portrait=profile.picture_id is not None,
            every_offer_has_picture=all(offer.picture_id for offer in profile.offers),
            has_story=bool(profile.story),
            has_specialities=bool(profile.specialities),
            photo_count=len(profile.photos),
            photos_without_words=sum(not photo.is_public for photo in profile.photos),
            has_languages=bool(profile.languages),
            has_favourites=bool(profile.favourites),
            has_not_offered=bool(profile.not_offered),
        )
    )


def free_slug(wanted: str) -> str:
    """The slug, with a number behind it when somebody has it already."""
    taken = set(db.session.scalars(select(Profile.slug).where(Profile.slug.like(f"{wanted}%"))))
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def profile_facts(member: Member) -> list[dict[str, object]]:
    """What a member's own file says of their profile."""
    profile = profile_of(member)
    if profile is None:
        return []
    return [
        {
            "address_of_page": f"/pro/{profile.slug}",
            "state": profile.state,
            "craft": profile.craft.slug,
            "specialities": [speciality.slug for speciality in profile.specialities],
            "headline": profile.headline,
            "story": profile.story,
            "not_offered": profile.not_offered,
            "favourites": profile.favourites,
            "languages": profile.languages,
            "town": profile.town_name,
            "travel_km": profile.travel_km,
            "address": profile.address,
            "is_professional": profile.is_professional,
            "credential": profile.credential,
            "credential_verified_at": profile.credential_verified_at,
            "created_at": profile.created_at,
        }
    ]


def offer_facts(member: Member) -> list[dict[str, object]]:
    offers = db.session.scalars(
        select(Offer).join(Offer.profile).where(Profile.member_id == member.id).order_by(Offer.id)
    )
    return [
        {
            "title": offer.title,
            "description": offer.description,
            "state": offer.state,
            "place_mode": offer.place_mode,
            "price_minor": offer.price_minor,
            "currency": offer.currency,
            "price_unit": offer.price_unit,
            "weeks": offer.weeks,
            "people": [offer.seats_least, offer.seats_most],
            "duration_minutes": offer.duration_minutes,
            "allergens": offer.allergens,
            "diets": offer.diets,
            "answers": offer.answers,
            "created_at": offer.created_at,
        }
        for offer in offers
    ]
