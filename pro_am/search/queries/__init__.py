"""Reading what is to be indexed."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import bindparam, func, select

from pro_am.availability import queries as calendars
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import Answer
from pro_am.profiles.rules.craft_fields import fields_from, search_words
from pro_am.search.models import SearchNews
from pro_am.search.queries import offers
from pro_am.search.rules.documents import SearchDocument, ingredient, trust_step
from pro_am.standing import queries as standing
from pro_am.standing.rules import ReviewedAs

BATCH = 200

# The table, not the model: half the price, at every search.
_news = SearchNews.__table__
_NEWS = select(_news).where(_news.c.id > bindparam("position")).order_by(_news.c.id)
_ENDS = select(func.min(_news.c.id), func.max(_news.c.id))
_LATEST = select(_news.c.profile_id).order_by(_news.c.id.desc())


class News(NamedTuple):
    """The ids of the outbox rows that are still there: 1 and 0 when there was never one."""

    oldest: int
    latest: int


def news_after(position: int, *, profiles: int | None = None) -> list[tuple[int, int]]:
    """Outbox ids and the profiles they are about, in order; at most of so many profiles."""
    rows = db.session.execute(_NEWS, {"position": position})
    news, about = [], set()
    for news_id, profile_id in rows:
        about.add(profile_id)
        if profiles is not None and len(about) > profiles:
            break
        news.append((news_id, profile_id))
    return news


def known_news() -> News:
    oldest, latest = db.session.execute(_ENDS).one()
    return News(oldest or 1, latest or 0)


def latest_news() -> int:
    return known_news().latest


def latest_told_profiles(count: int) -> list[int]:
    """Of the latest news, so many."""
    return list(db.session.scalars(_LATEST.limit(count)))


def all_documents() -> Iterator[SearchDocument]:
    """Of all offers that can be booked, those of the most trusted first."""
    yield from documents_with_ids(offers.ids_by_trust())


def documents_with_ids(offer_ids: Iterable[int]) -> Iterator[SearchDocument]:
    """In this order; those that were withdrawn meanwhile are left out."""
    ids = list(offer_ids)
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        found = profiles.open_offers(batch, with_specialities=True)
        yield from documents_of(found[each] for each in batch if each in found)


def documents_of_profiles(profile_ids: Collection[int]) -> tuple[list[SearchDocument], list[int]]:
    """Of the offers of these profiles, those that can be found; and the ids of the others."""
    all_ids = offers.ids_of_profiles(profile_ids)
    found = profiles.open_offers(offers.ids_that_can_be_booked(profile_ids), with_specialities=True)
    return list(documents_of(found.values())), [each for each in all_ids if each not in found]


def documents_of(found: Iterable[Offer]) -> Iterator[SearchDocument]:
    found = list(found)
    stale = calendars.stale_offers([offer.id for offer in found], clock.now())
    members = {offer.profile.member_id for offer in found}
    scores = standing.scores_of(members, ReviewedAs.PROVIDER)
    for offer in found:
        score = scores.get(offer.profile.member_id)
        low = score.low if score else None
        yield _document_of(offer, is_relied_on=offer.id not in stale, trust=trust_step(low))


def _document_of(offer: Offer, *, is_relied_on: bool, trust: int) -> SearchDocument:
    profile = offer.profile
    return SearchDocument(
        offer_id=offer.id,
        member_id=profile.member_id,
        language=profile.language,
        title=offer.title,
        craft=profile.craft.slug,
        price_minor=offer.price_minor,
        place_modes=frozenset({offer.place_mode}),
        # In both languages: "fresh pasta" finds a cook who writes in French.
        specialities=tuple(
            name for speciality in profile.specialities for name in speciality.names.values()
        )
        + tuple(profile.craft.names.values())
        + tuple(profile.craft.person_names.values())
        + search_words(fields_from(profile.craft.offer_fields), offer.answers),
        speciality_slugs=frozenset(each.slug for each in profile.specialities),
        spoken=frozenset(profile.languages),
        seats_least=offer.seats_least,
        seats_most=offer.seats_most,
        favourites=tuple(profile.favourites),
        ingredients=frozenset(
            folded for name in profile.favourites if (folded := ingredient(name))
        ),
        body=f"{profile.member.name}\n{profile.headline}\n{profile.story}\n{offer.description}",
        lat=profile.latitude,
        lon=profile.longitude,
        radius_km=profile.travel_km or 0,
        diets=frozenset(offer.diets),
        allergens_contained=frozenset(
            slug for slug, answer in offer.allergens.items() if answer != Answer.NO
        ),
        has_picture=offer.picture_id is not None or profile.picture_id is not None,
        is_instant=offer.is_instant and is_relied_on,
        trust=trust,
    )
