"""The facts that rank and filter what was found."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import and_, func, select

from pro_am.availability.memory import BOOKABLE, Bookable
from pro_am.availability.models import Calendar
from pro_am.availability.queries import OF_OFFER
from pro_am.foundation.database import db
from pro_am.profiles.models import Offer, Profile, profile_specialities
from pro_am.profiles.rules import Publication
from pro_am.search.rules.text import fold
from pro_am.standing.models import Score
from pro_am.standing.rules import ReviewedAs

MOST_NAMED = 1000  # members in one statement

_IS_BOOKABLE = and_(
    Offer.state == Publication.PUBLISHED,
    Profile.state == Publication.PUBLISHED,
    Calendar.paused_at.is_(None),
)
_FACTS = (
    select(
        Offer.id.label("offer_id"),
        Profile.member_id,
        Profile.craft_id,
        Profile.town_id,
        Profile.town_name,
        Offer.price_minor,
        Offer.public_id,
        Profile.slug,
        Profile.favourites,
        Profile.changed_at,
        *BOOKABLE,
    )
    .join(Profile, Profile.id == Offer.profile_id)
    .join(Calendar, OF_OFFER)
    .where(_IS_BOOKABLE)
    .order_by(Offer.id)
)
BOOKABLE_IDS = (
    select(Offer.id)
    .join(Profile, Profile.id == Offer.profile_id)
    .join(Calendar, OF_OFFER)
    .where(_IS_BOOKABLE)
)
AS_PRO_AM = and_(Score.member_id == Profile.member_id, Score.role == ReviewedAs.PROVIDER)


class OfferFacts(NamedTuple):
    """What decides whether and where a found offer is shown."""

    offer_id: int
    member_id: int
    craft_id: int
    town: tuple[int, str]
    price_minor: int
    bookable: Bookable
    public_id: str
    slug: str  # of the profile
    tastes: frozenset[str]  # the profile's favourite ingredients and the like, folded
    specialities: tuple[int, ...]  # of the profile, by id
    changed_on: int  # the profile, by the ordinal of the day


def facts_of_profiles(profile_ids: Collection[int] | None = None) -> list[OfferFacts]:
    """Of the published offers of these published profiles, or of all that can be booked."""
    asked = _FACTS
    if profile_ids is not None:
        asked = asked.where(Profile.id.in_(profile_ids))
    specialities = _specialities(profile_ids)
    return [
        OfferFacts(
            row.offer_id,
            row.member_id,
            row.craft_id,
            (row.town_id, row.town_name),
            row.price_minor,
            _bookable(*row[-len(BOOKABLE) :]),
            row.public_id,
            row.slug,
            _folded(tuple(row.favourites)),
            specialities.get(row.profile_id, ()),
            row.changed_at.toordinal(),
        )
        for row in db.session.execute(asked)
    ]


def _specialities(profile_ids: Collection[int] | None) -> dict[int, tuple[int, ...]]:
    pairs = select(profile_specialities).order_by(*profile_specialities.c)
    if profile_ids is not None:
        pairs = pairs.where(profile_specialities.c.profile_id.in_(profile_ids))
    found: dict[int, tuple[int, ...]] = {}
    for profile_id, speciality_id in db.session.execute(pairs):
        found[profile_id] = (*found.get(profile_id, ()), speciality_id)
    return found


@lru_cache(maxsize=1024)
def _folded(favourites: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, favourites))


def _bookable(*row: Any) -> Bookable:
    return Bookable(*row)


def trust_lows() -> dict[int, float]:
    """The lower ends of the trust of proven pro-ams, by member."""
    rows = db.session.execute(
        select(Score.member_id, Score.low).where(
            Score.role == ReviewedAs.PROVIDER, Score.low.is_not(None)
        )
    )
    return {member_id: low for member_id, low in rows if low is not None}


def ids_by_trust() -> list[int]:
    """Of all offers that can be booked, those of the most trusted first."""
    asked = BOOKABLE_IDS.outerjoin(Score, AS_PRO_AM)
    return list(db.session.scalars(asked.order_by(Score.low.desc().nulls_last(), Offer.id)))


def ids_that_can_be_booked(profile_ids: Collection[int]) -> list[int]:
    asked = BOOKABLE_IDS.where(Profile.id.in_(profile_ids))
    return list(db.session.scalars(asked.order_by(Offer.id)))


def ids_of_profiles(profile_ids: Collection[int]) -> list[int]:
    """Whatever their state."""
    asked = select(Offer.id).where(Offer.profile_id.in_(profile_ids))
    return list(db.session.scalars(asked.order_by(Offer.id)))


def count_of_bookable() -> int:
    return db.session.scalar(BOOKABLE_IDS.with_only_columns(func.count())) or 0


def ids_by_chance(place: float, count: int) -> list[int]:
    """So many offers that can be booked, from a place in the middle of all: between 0 and 1."""
    last = db.session.scalar(BOOKABLE_IDS.with_only_columns(func.max(Offer.id))) or 0
    asked = BOOKABLE_IDS.order_by(Offer.id).limit(count)
    found = list(db.session.scalars(asked.where(Offer.id >= int(place * last))))
    return found if len(found) == count else list(db.session.scalars(asked))


def profiles_of_members(member_ids: Iterable[int]) -> list[int]:
    """Of those among them who have one."""
    wanted = sorted(member_ids)
    found: list[int] = []
    for start in range(0, len(wanted), MOST_NAMED):
        of = wanted[start : start + MOST_NAMED]
        found += db.session.scalars(select(Profile.id).where(Profile.member_id.in_(of)))
    return found
