"""What cards show, as plain rows."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import DateTime, Float, Integer, bindparam, cast, func, or_, select
from sqlalchemy.orm import aliased

from pro_am.accounts.models import Member
from pro_am.availability.memory import BOOKABLE, Bookable
from pro_am.availability.models import Calendar
from pro_am.availability.queries import OF_OFFER
from pro_am.favourites.models import Favourite
from pro_am.foundation.database import db
from pro_am.media.models import Picture
from pro_am.media.queries import PictureFacts
from pro_am.profiles.models import Offer, Profile
from pro_am.profiles.rules import PlaceMode, PriceUnit, Publication
from pro_am.reviews import queries as reviews
from pro_am.reviews.models import Review
from pro_am.standing.models import IdentityCheck, Score
from pro_am.standing.rules import ReviewedAs

_OF_PROVIDER = (
    Review.subject_id == Profile.member_id,
    Review.role == ReviewedAs.PROVIDER,
    reviews.is_public(bindparam("now", type_=DateTime)),
)
_IS_RELIED_ON = or_(
    Calendar.relied_on_until.is_(None),
    Calendar.relied_on_until > bindparam("now", type_=DateTime),
)
_OFFERS_PICTURE, _AVATAR = aliased(Picture), aliased(Picture)
_CARDS = (
    select(
        Offer.id,
        Offer.public_id,
        Offer.title,
        Offer.place_mode,
        Offer.price_minor,
        Offer.currency,
        Offer.price_unit,
        Offer.weeks,
        Profile.slug,
        Profile.craft_id,
        Profile.town_name,
        Profile.is_professional,
        Member.name,
        IdentityCheck.member_id.is_not(None),
        Score.score,
        Offer.is_instant & _IS_RELIED_ON,
        Profile.member_id,
        Profile.latitude_e4,
        Profile.longitude_e4,
        select(func.count()).where(*_OF_PROVIDER).scalar_subquery(),
        select(cast(func.avg(Review.stars), Float)).where(*_OF_PROVIDER).scalar_subquery(),
        Favourite.member_id.is_not(None),
        *(getattr(_AVATAR, name) for name in PictureFacts._fields),
        *(getattr(_OFFERS_PICTURE, name) for name in PictureFacts._fields),
        *BOOKABLE,
    )
    .join(Profile, Profile.id == Offer.profile_id)
    .join(Member, Member.id == Profile.member_id)
    .join(Calendar, OF_OFFER)
    .outerjoin(_AVATAR, _AVATAR.id == Profile.picture_id)
    .outerjoin(_OFFERS_PICTURE, _OFFERS_PICTURE.id == Offer.picture_id)
    .outerjoin(IdentityCheck, IdentityCheck.member_id == Profile.member_id)
    .outerjoin(Score, (Score.member_id == Profile.member_id) & (Score.role == ReviewedAs.PROVIDER))
    .outerjoin(
        Favourite,
        (Favourite.profile_id == Profile.id)
        & (Favourite.member_id == bindparam("viewer_id", type_=Integer)),
    )
    .where(
        Offer.id.in_(bindparam("offer_ids", expanding=True)),
        Offer.state == Publication.PUBLISHED,
        Profile.state == Publication.PUBLISHED,
    )
)


class CardFacts(NamedTuple):
    """What a card says of an offer, apart from when it is free and how far it is."""

    offer_id: int
    public_id: str
    title: str
    place_mode: PlaceMode
    price_minor: int
    currency: str
    price_unit: PriceUnit
    weeks: int | None
    slug: str
    craft_id: int
    town_name: str
    is_professional: bool
    pro_name: str
    is_verified: bool
    score: float | None
    is_instant: bool  # and nothing kept elsewhere is stale
    member_id: int
    latitude_e4: int
    longitude_e4: int
    review_count: int
    stars: float | None
    is_kept: bool  # among the reader's favourites
    avatar: PictureFacts | None
    picture: PictureFacts | None
    bookable: Bookable


def card_facts(
    offer_ids: Collection[int], now: datetime, viewer_id: int | None = None
) -> dict[int, CardFacts]:
    """Of the offers that are published, by offer id; one question."""
    asked = {"offer_ids": list(offer_ids), "now": now, "viewer_id": viewer_id}
    return {row[0]: _facts(*row) for row in db.session.execute(_CARDS, asked)}


def _facts(*row: Any) -> CardFacts:
    avatar, picture, bookable = row[22:27], row[27:32], row[32:]
    return CardFacts._make(
        (
            *row[:22],
            PictureFacts(*avatar) if avatar[0] else None,
            PictureFacts(*picture) if picture[0] else None,
            Bookable(*bookable),
        )
    )
