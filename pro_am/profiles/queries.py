"""Reading crafts, profiles and offers. Visitors see what is published, members also their own."""

from collections.abc import Collection

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.media.models import Picture
from pro_am.profiles.models import Craft, Offer, Profile, Speciality
from pro_am.profiles.rules import Publication


def crafts() -> list[Craft]:
    return list(db.session.scalars(select(Craft).order_by(Craft.position)))


def craft_with(slug: str) -> Craft | None:
    return db.session.scalar(select(Craft).where(Craft.slug == slug))


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


def public_profile(slug: str, viewer: Member | None) -> Profile | None:
    """A profile that is published, or the viewer's own."""
    profile = db.session.scalar(
        select(Profile)
        .where(Profile.slug == slug)
        .options(selectinload(Profile.specialities), selectinload(Profile.offers))
    )
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
    """A published offer of a published profile."""
    return db.session.scalar(
        select(Offer)
        .join(Offer.profile)
        .where(
            Offer.public_id == public_id,
            Offer.state == Publication.PUBLISHED,
            Profile.state == Publication.PUBLISHED,
        )
    )


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


def offers_of_profile(profile_id: int) -> list[Offer]:
    return list(
        db.session.scalars(
            select(Offer)
            .where(Offer.profile_id == profile_id)
            .options(joinedload(Offer.profile).selectinload(Profile.specialities))
        )
    )


def published_offer_ids() -> list[int]:
    return list(
        db.session.scalars(
            select(Offer.id)
            .join(Offer.profile)
            .where(Offer.state == Publication.PUBLISHED, Profile.state == Publication.PUBLISHED)
            .order_by(Offer.id)
        )
    )


def published_count_by_craft() -> dict[int, int]:
    counted = db.session.execute(
        select(Profile.craft_id, func.count())
        .where(Profile.state == Publication.PUBLISHED)
        .group_by(Profile.craft_id)
    )
    return {craft_id: count for craft_id, count in counted}


def towns_with_profiles(limit: int = 12) -> list[tuple[int, str, int]]:
    """Town id, name and number of published profiles, the most first."""
    counted = db.session.execute(
        select(Profile.town_id, Profile.town_name, func.count())
        .where(Profile.state == Publication.PUBLISHED)
        .group_by(Profile.town_id, Profile.town_name)
        .order_by(func.count().desc(), Profile.town_name)
        .limit(limit)
    )
    return [(town_id, name, count) for town_id, name, count in counted]


def profile_with(slug: str) -> Profile | None:
    """A profile whatever its state: for stewards."""
    return db.session.scalar(select(Profile).where(Profile.slug == slug))


def credentials_to_verify() -> list[Profile]:
    """Profiles of regulated crafts that name a diploma which nobody has seen."""
    return list(
        db.session.scalars(
            select(Profile)
            .join(Profile.craft)
            .where(
                Craft.is_regulated,
                Profile.credential != "",
                Profile.credential_verified_at.is_(None),
            )
            .order_by(Profile.changed_at)
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
    """Whether a profile or an offer shows this picture."""
    shown = exists().where(Profile.picture_id == picture.id)
    return bool(
        db.session.scalar(select(or_(shown, exists().where(Offer.picture_id == picture.id))))
    )


def free_slug(wanted: str) -> str:
    """The slug, with a number behind it when somebody has it already."""
    taken = set(db.session.scalars(select(Profile.slug).where(Profile.slug.like(f"{wanted}%"))))
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
