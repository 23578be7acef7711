"""Reading what is to be indexed."""

from collections.abc import Iterable, Iterator

from sqlalchemy import bindparam, func, select

from pro_am.availability import queries as calendars
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import Answer
from pro_am.profiles.rules.craft_fields import fields_from, search_words
from pro_am.search.models import SearchNews
from pro_am.search.rules.documents import SearchDocument, ingredient, trust_step
from pro_am.standing import queries as standing
from pro_am.standing.rules import ReviewedAs

BATCH = 200

# The table, not the model: half the price, at every search.
_news = SearchNews.__table__
_NEWS = select(_news).where(_news.c.id > bindparam("position")).order_by(_news.c.id)


def news_after(position: int) -> list[tuple[int, int]]:
    """Outbox ids and the profiles they are about, in order."""
    rows = db.session.execute(_NEWS, {"position": position})
    return [(news_id, profile_id) for news_id, profile_id in rows]


def latest_news() -> int:
    return db.session.scalar(select(func.max(SearchNews.id))) or 0


def all_documents() -> Iterator[SearchDocument]:
    ids = profiles.published_offer_ids()
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        yield from documents_of(profiles.open_offers(batch, with_specialities=True).values())


def documents_of(offers: Iterable[Offer]) -> Iterator[SearchDocument]:
    offers = list(offers)
    stale = calendars.stale_offers([offer.id for offer in offers], clock.now())
    members = {offer.profile.member_id for offer in offers}
    scores = standing.scores_of(members, ReviewedAs.PROVIDER)
    for offer in offers:
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
