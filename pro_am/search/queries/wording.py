"""The words of what everybody may read, and what is kept of them."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, func, select

from pro_am.accounts.models import Member
from pro_am.availability.models import Calendar
from pro_am.availability.queries import OF_OFFER
from pro_am.foundation.database import db
from pro_am.profiles.models import Craft, Offer, Profile, Speciality, profile_specialities
from pro_am.profiles.rules import Publication
from pro_am.search.models import SearchWords
from pro_am.search.rules.wording.vocabulary import Names, OfferWording

AT_ONCE = 1000  # rows of the database

# Nothing else of a profile is read here: what is not asked for cannot be suggested.
_WORDING = (
    select(
        Offer.id,
        Profile.id.label("profile_id"),
        Profile.language,
        Offer.title,
        Offer.description,
        Profile.headline,
        Profile.story,
        Profile.favourites,
        Member.name,
        Profile.slug,
        Craft.slug.label("craft"),
    )
    .join(Profile, Profile.id == Offer.profile_id)
    .join(Member, Member.id == Profile.member_id)
    .join(Craft, Craft.id == Profile.craft_id)
    .join(Calendar, OF_OFFER)
    .where(
        Offer.state == Publication.PUBLISHED,
        Profile.state == Publication.PUBLISHED,
        Calendar.paused_at.is_(None),
    )
    .order_by(Offer.id)
)


class Kept(NamedTuple):
    """The vocabulary that a worker wrote."""

    position: int
    """In the outbox: later changes are not in it."""
    written_at: datetime
    size: int
    """In bytes."""


def wording_of_all() -> Iterator[OfferWording]:
    specialities = _specialities(select(profile_specialities.c.profile_id, Speciality.slug))
    for row in db.session.execute(_WORDING.execution_options(yield_per=AT_ONCE)):
        yield _wording(row, specialities)


def wording_of(profile_ids: Collection[int]) -> list[tuple[int, OfferWording]]:
    """Of the offers of these profiles that are public, each with its profile."""
    asked = select(profile_specialities.c.profile_id, Speciality.slug)
    specialities = _specialities(asked.where(profile_specialities.c.profile_id.in_(profile_ids)))
    rows = db.session.execute(_WORDING.where(Profile.id.in_(profile_ids)))
    return [(row.profile_id, _wording(row, specialities)) for row in rows]


def names() -> Names:
    crafts = db.session.execute(select(Craft.slug, Craft.names))
    specialities = db.session.execute(select(Speciality.slug, Speciality.names))
    return Names({slug: n for slug, n in crafts}, {slug: n for slug, n in specialities})


def kept() -> Kept | None:
    asked = select(
        SearchWords.position, SearchWords.written_at, func.length(SearchWords.vocabulary)
    )
    row = db.session.execute(asked).first()
    return Kept(*row) if row else None


def kept_vocabulary() -> tuple[int, bytes] | None:
    """With its place in the outbox."""
    row = db.session.execute(select(SearchWords.position, SearchWords.vocabulary)).first()
    return (row[0], row[1]) if row else None


def _wording(row: Row[Any], specialities: dict[int, list[str]]) -> OfferWording:
    return OfferWording(
        offer_id=row.id,
        language=row.language,
        title=row.title,
        body=f"{row.headline}\n{row.story}\n{row.description}",
        ingredients=row.favourites,
        pro_name=row.name,
        pro_slug=row.slug,
        speciality_slugs=specialities.get(row.profile_id, ()),
        craft_slug=row.craft,
    )


def _specialities(chosen: Select[tuple[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    join = Speciality.id == profile_specialities.c.speciality_id
    for row in db.session.execute(chosen.join(Speciality, join)):
        found[row.profile_id].append(row.slug)
    return found
