"""Reading what is to be indexed, and the facts that rank and filter what was found."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import bindparam, func, select

from pro_am.availability.memory import Bookable
from pro_am.availability.models import Calendar
from pro_am.foundation.database import db
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Offer, Profile
from pro_am.profiles.rules import Answer, Publication
from pro_am.profiles.rules.craft_fields import fields_from, search_words
from pro_am.search.models import SearchNews
from pro_am.search.rules.documents import SearchDocument
from pro_am.standing.models import Score
from pro_am.standing.rules import ReviewedAs

BATCH = 200

_NEWS = (
    select(SearchNews.id, SearchNews.profile_id)
    .where(SearchNews.id > bindparam("position"))
    .order_by(SearchNews.id)
)
_FACTS = (
    select(
        Offer.id.label("offer_id"),
        Offer.profile_id,
        Profile.member_id,
        Profile.craft_id,
        Profile.town_id,
        Profile.town_name,
        Offer.price_minor,
        Calendar.id.label("calendar_id"),
        Offer.duration_minutes,
        Offer.slot_step_minutes,
        Offer.place_mode,
    )
    .join(Profile, Profile.id == Offer.profile_id)
    .join(Calendar, Calendar.profile_id == Profile.id)
    .where(Offer.state == Publication.PUBLISHED, Profile.state == Publication.PUBLISHED)
    .order_by(Offer.id)
)


class OfferFacts(NamedTuple):
    """What decides whether and where a found offer is shown."""

    offer_id: int
    member_id: int
    craft_id: int
    town: tuple[int, str]
    price_minor: int
    bookable: Bookable


def news_after(position: int) -> list[tuple[int, int]]:
    """Outbox ids and the profiles they are about, in order."""
    rows = db.session.execute(_NEWS, {"position": position})
    return [(news_id, profile_id) for news_id, profile_id in rows]


def latest_news() -> int:
    return db.session.scalar(select(func.max(SearchNews.id))) or 0


def all_documents() -> Iterator[SearchDocument]:
    ids = profiles.published_offer_ids()
    for start in range(0, len(ids), BATCH):
        for offer in profiles.open_offers(
            ids[start : start + BATCH], with_specialities=True
        ).values():
            yield document_of(offer)


def document_of(offer: Offer) -> SearchDocument:
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
        body=f"{profile.member.name}\n{profile.headline}\n{profile.story}\n{offer.description}",
        lat=profile.latitude,
        lon=profile.longitude,
        radius_km=profile.travel_km or 0,
        diets=frozenset(offer.diets),
        allergens_contained=frozenset(
            slug for slug, answer in offer.allergens.items() if answer != Answer.NO
        ),
        has_picture=offer.picture_id is not None or profile.picture_id is not None,
        is_instant=offer.is_instant,
    )


def facts_of_profiles(profile_ids: Collection[int] | None = None) -> list[OfferFacts]:
    """Of the published offers of these published profiles, or of all that can be booked."""
    asked = _FACTS
    if profile_ids is not None:
        asked = asked.where(Profile.id.in_(profile_ids))
    return [
        OfferFacts(
            row.offer_id,
            row.member_id,
            row.craft_id,
            (row.town_id, row.town_name),
            row.price_minor,
            Bookable(
                row.calendar_id,
                row.profile_id,
                row.duration_minutes,
                row.slot_step_minutes,
                row.place_mode,
            ),
        )
        for row in db.session.execute(asked)
    ]


def trust_lows() -> dict[int, float]:
    """The lower ends of the trust of proven pro-ams, by member."""
    rows = db.session.execute(
        select(Score.member_id, Score.low).where(
            Score.role == ReviewedAs.PROVIDER, Score.low.is_not(None)
        )
    )
    return {member_id: low for member_id, low in rows}
