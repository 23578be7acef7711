"""The facts that rank and filter what was found."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import String, and_, func, select, type_coerce

from pro_am.availability.memory import BOOKABLE, Bookable
from pro_am.availability.models import Calendar
from pro_am.availability.queries import OF_OFFER
from pro_am.foundation.database import db
from pro_am.profiles.models import Offer, Profile, profile_specialities
from pro_am.profiles.rules import PlaceMode, Publication
from pro_am.search.rules.text import fold
from pro_am.standing.models import Score
from pro_am.standing.rules import ReviewedAs

READ_AT_ONCE = 5000  # offers
MOST_NAMED = 1000  # members in one statement

_MODE = Offer.place_mode
_AT_MODE = BOOKABLE.index(_MODE) - 3
_IS_BOOKABLE = and_(
    Offer.state == Publication.PUBLISHED,
    Profile.state == Publication.PUBLISHED,
    Calendar.paused_at.is_(None),
)
_FACTS = (
    select(
        Offer.id.label("offer_id"),
        Offer.price_minor,
        Profile.member_id,
        Profile.craft_id,
        Calendar.id.label("calendar_id"),
        Offer.profile_id,
        Profile.changed_at,
        Profile.town_id,
        Profile.town_name,
        # As it is stored: there are few different ones, which are read once.
        type_coerce(Profile.favourites, String),
        Offer.public_id,
        Profile.slug,
        *(type_coerce(each, String) if each is _MODE else each for each in BOOKABLE[3:]),
    )
    .join(Profile, Profile.id == Offer.profile_id)
    .join(Calendar, OF_OFFER)
    .where(_IS_BOOKABLE)
    .order_by(Offer.profile_id, Offer.id)
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


# What of an offer is the same for many: the parts of a `Bookable` behind its ids.
Timing = tuple[Any, ...]


class FactsColumns(NamedTuple):
    """The same of many offers, column by column: it is read and kept in a tenth of the time."""

    offer_id: Sequence[int]
    price_minor: Sequence[int]
    member_id: Sequence[int]
    craft_id: Sequence[int]
    calendar_id: Sequence[int]
    profile_id: Sequence[int]
    changed_on: Sequence[int]
    town: Sequence[tuple[int, str]]
    timing: Sequence[Timing]
    tastes: Sequence[frozenset[str]]
    specialities: Sequence[tuple[int, ...]]
    public_id: Sequence[str]
    slug: Sequence[str]


def facts_of_profiles(profile_ids: Collection[int] | None = None) -> Iterator[FactsColumns]:
    """Of the published offers of these published profiles, or of all that can be booked.

    The offers of a profile stand together, the oldest first.
    """
    asked = _FACTS
    if profile_ids is not None:
        asked = asked.where(Profile.id.in_(profile_ids))
    # Of the connection: a session would look at each row once more.
    found = db.session.connection().execute(asked.execution_options(yield_per=READ_AT_ONCE))
    for rows in found.partitions():
        columns = list(zip(*rows, strict=True))
        profiles, changed_at, town_ids, town_names, favourites, public_ids, slugs = columns[5:12]
        specialities = _specialities(profiles[0], profiles[-1])
        yield FactsColumns._make(
            (
                *columns[:6],
                [each.toordinal() for each in changed_at],
                list(zip(town_ids, town_names, strict=True)),
                [_timing(each) for each in zip(*columns[12:], strict=True)],
                [_tastes(each if isinstance(each, str) else tuple(each)) for each in favourites],
                [specialities.get(each, ()) for each in profiles],
                public_ids,
                slugs,
            )
        )


def _specialities(first: int, last: int) -> dict[int, tuple[int, ...]]:
    """Of the profiles between these two."""
    profile_id, speciality_id = profile_specialities.c
    pairs = db.session.execute(
        select(profile_id, speciality_id)
        .where(profile_id.between(first, last))
        .order_by(profile_id, speciality_id)
    )
    of_profiles = groupby(pairs, key=itemgetter(0))
    return {profile: tuple([each[1] for each in of]) for profile, of in of_profiles}


@lru_cache(maxsize=1024)
def _timing(stored: Timing) -> Timing:
    return tuple(PlaceMode(each) if at == _AT_MODE else each for at, each in enumerate(stored))


@lru_cache(maxsize=1024)
def _tastes(stored: str | tuple[str, ...]) -> frozenset[str]:
    """PostgreSQL's driver reads them itself."""
    return frozenset(map(fold, json.loads(stored) if isinstance(stored, str) else stored))


def trust_lows(since: datetime | None) -> dict[int, float | None]:
    """The lower ends of the trust of pro-ams, by member, None where it is not proven.

    Of those computed since then; without a time of all that are proven.
    """
    asked = select(Score.member_id, Score.low).where(Score.role == ReviewedAs.PROVIDER)
    if since is None:
        asked = asked.where(Score.low.is_not(None))
    else:
        asked = asked.where(Score.computed_at >= since)
    return {member_id: low for member_id, low in db.session.execute(asked)}


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
