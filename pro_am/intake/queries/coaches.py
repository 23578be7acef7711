"""The offers of a craft as matching looks at them: from search's memory, and one question more."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from fractions import Fraction
from typing import Any

import numpy as np
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability.memory import Free, FreeStarts
from pro_am.foundation import clock, places, time_zones
from pro_am.foundation.database import db
from pro_am.foundation.money import Money
from pro_am.foundation.time_slots import TimeSlot
from pro_am.intake.rules.matching import Coach, parts_of_week
from pro_am.intake.rules.meanings import Level, Style, When
from pro_am.moderation.queries import kept_apart
from pro_am.profiles.memory import slugs_of_specialities
from pro_am.profiles.models import Offer, Profile
from pro_am.profiles.rules import PlaceMode
from pro_am.search.memory import KnownOffers, known_offers
from pro_am.search.queries.offers import OfferFacts

MOST_LOOKED_AT = 600  # offers
LOOKED_AHEAD = timedelta(days=14)
# Keys of craft fields by which offers say for whom they are, and how.
LEVELS_FIELD, STYLES_FIELD = "levels", "styles"


def coaches_of(
    craft_id: int, member: Member, specialities: frozenset[str], town: places.Town | None
) -> list[Coach]:
    """All who can be booked in the craft by this member; of very many, first who is good at it."""
    known = known_offers()
    facts = {each.offer_id: each for each in _looked_at(known, craft_id, specialities)}
    rows = {row.id: row for row in _rows(facts, member)}
    bookable = [facts[offer_id] for offer_id in rows]
    free = _free_parts(bookable)
    return [
        _coach(known, each, rows[each.offer_id], free[each.offer_id], town) for each in bookable
    ]


def _looked_at(
    known: KnownOffers, craft_id: int, specialities: frozenset[str]
) -> Sequence[OfferFacts]:
    rows = known.facts.rows()
    of_craft = known.facts.of(np.sort(rows["offer_id"][rows["craft_id"] == craft_id]).tolist())
    if len(of_craft) <= MOST_LOOKED_AT:
        return of_craft
    ids = {number for number, slug in slugs_of_specialities().items() if slug in specialities}
    return sorted(of_craft, key=lambda each: ids.isdisjoint(each.specialities))[:MOST_LOOKED_AT]


def _rows(offer_ids: Iterable[int], member: Member) -> Iterator[Any]:
    """What search has no need to keep in mind; only of those whom the member may meet."""
    return iter(
        db.session.execute(
            select(
                Offer.id,
                Offer.place_mode,
                Offer.price_minor,
                Offer.currency,
                Offer.answers,
                Offer.weeks,
                Profile.languages,
                Profile.latitude_e4,
                Profile.longitude_e4,
            )
            .join(Profile, Profile.id == Offer.profile_id)
            .where(
                Offer.id.in_(list(offer_ids)),
                Profile.member_id != member.id,
                ~kept_apart(member.id, Profile.member_id),
            )
            .order_by(Offer.id)
        )
    )


def _free_parts(offers: Sequence[OfferFacts]) -> dict[int, frozenset[tuple[int, When]]]:
    now = clock.now()
    span = TimeSlot(now, now + LOOKED_AHEAD)
    free = FreeStarts(now).within([each.bookable for each in offers], span)
    return {each.offer_id: _parts(of_offer) for each, of_offer in zip(offers, free, strict=True)}


def _parts(free: Free) -> frozenset[tuple[int, When]]:
    zone = time_zones.zone(free.zone)
    local = (time_zones.to_local(start, zone) for start in free.starts)
    return frozenset(
        (each.weekday(), part)
        for each in local
        for part in parts_of_week(each.weekday(), each.hour * 60 + each.minute)
    )


def _coach(
    known: KnownOffers,
    facts: OfferFacts,
    row: Any,
    free: frozenset[tuple[int, When]],
    town: places.Town | None,
) -> Coach:
    slugs, low = slugs_of_specialities(), known.trust_low(facts.member_id)
    return Coach(
        offer_id=facts.offer_id,
        member_id=facts.member_id,
        is_programme=row.weeks is not None,
        specialities=frozenset(slugs[each] for each in facts.specialities if each in slugs),
        spoken=frozenset(row.languages),
        is_online=row.place_mode is PlaceMode.REMOTE,
        km=places.distance_km(*town.point, row.latitude_e4 / 1e4, row.longitude_e4 / 1e4)
        if town
        else None,
        price=Fraction(Money(row.price_minor, row.currency).units),
        levels=_said(row.answers, LEVELS_FIELD, Level),
        styles=_said(row.answers, STYLES_FIELD, Style),
        free=free,
        trust=None if low is None else Fraction(low).limit_denominator(1000),
        is_newcomer=known.is_newcomer(facts.member_id),
    )


def _said(answers: Any, field: str, words: type[Level] | type[Style]) -> frozenset[str]:
    answer = answers.get(field) or ()
    chosen = answer if isinstance(answer, list) else [answer]
    return frozenset(each for each in chosen if each in set(words))
