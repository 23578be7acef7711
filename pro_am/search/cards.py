"""What a result shows: one card for each offer, with its next free slots."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flask import url_for
from flask_babel import gettext
from flask_babel import gettext as _

from pro_am.availability import queries as calendars
from pro_am.foundation import clock, time_zones
from pro_am.foundation.places import Point
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.web import wording
from pro_am.foundation.web.languages import current_language
from pro_am.media.queries import PictureAddresses, picture_urls
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PRICE_UNITS, PlaceMode
from pro_am.reviews import queries as reviews
from pro_am.standing import queries as standing
from pro_am.standing.models import Score
from pro_am.standing.rules import ReviewedAs

NEXT_SLOTS = 3
SLOTS_WITHIN = timedelta(days=21)


@dataclass(frozen=True)
class SlotLink:
    url: str
    label: str
    aria: str


@dataclass(frozen=True)
class Card:
    """What a result shows: plain words and addresses, nothing to ask for."""

    anchor: str  # its place on the page, to which the map leads
    url: str
    title: str
    craft: str
    pro_name: str
    avatar: PictureAddresses | None
    town: str
    distance: str | None
    price: str
    per: str
    stars: float | None
    review_count: int
    trust_words: str
    score: int | None
    thread_text: str | None
    thread_faces: list[object]
    slots: list[SlotLink]
    cancellation: str
    picture: PictureAddresses | None
    tag: str
    kind: str  # professional or private person
    point: Point | None  # to about a kilometre; None for what is online
    is_instant: bool = False


def cards_for(
    offer_ids: Sequence[int], distances: dict[int, float | None], span: TimeSlot | None
) -> list[Card]:
    """Cards of published offers, in the order given, with their next free slots (in the span)."""
    now = clock.now()
    found = profiles.open_offers(offer_ids)
    offers = [found[offer_id] for offer_id in offer_ids if offer_id in found]
    members = {offer.profile.member_id for offer in offers}
    scores = standing.scores_of(members, ReviewedAs.PROVIDER)
    figures = reviews.figures_of(members, ReviewedAs.PROVIDER, now)
    verified = standing.verified_among(members)
    slots = _next_slots(offers, span, now)
    return [
        _card(
            offer,
            distances.get(offer.id),
            scores.get(offer.profile.member_id),
            figures.get(offer.profile.member_id, reviews.NONE_YET),
            offer.profile.member_id in verified,
            slots.get(offer.id, []),
        )
        for offer in offers
    ]


def trust_words(score: Score | None) -> str:
    """The score in words; there is no low word for those of whom little is known."""
    if score is None or score.score is None:
        return _("trust being built")
    if score.score >= 85:
        return _("very solid trust")
    if score.score >= 70:
        return _("solid trust")
    if score.score >= 50:
        return _("growing trust")
    return _("mixed reviews")


def _next_slots(
    offers: Sequence[Offer], span: TimeSlot | None, now: datetime
) -> dict[int, list[SlotLink]]:
    span = span or TimeSlot(now, now + SLOTS_WITHIN)
    known = calendars.calendars_of({offer.profile_id for offer in offers})
    wanted = {
        offer.id: (
            known[offer.profile_id],
            calendars.timing_of(known[offer.profile_id], offer),
        )
        for offer in offers
        if offer.profile_id in known
    }
    free = calendars.free_slots_of_many(wanted, span, now)
    links = {}
    for offer in offers:
        if offer.id in free:
            zone = known[offer.profile_id].time_zone
            starts = _first_of_each_day(free[offer.id], zone)[:NEXT_SLOTS]
            links[offer.id] = [_slot_link(offer, start, zone) for start in starts]
    return links


def _first_of_each_day(starts: list[datetime], zone_name: str) -> list[datetime]:
    """One start a day says more than three within the same evening."""
    zone = time_zones.zone(zone_name)
    first: dict[date, datetime] = {}
    for start in starts:
        first.setdefault(time_zones.to_local(start, zone).date(), start)
    days = list(first.values())
    return days if len(days) >= NEXT_SLOTS else starts


def _slot_link(offer: Offer, start: datetime, zone: str) -> SlotLink:
    words = wording.moment(start, zone, short=True)
    return SlotLink(
        url_for("bookings.ask", public_id=offer.public_id, start=f"{start:%Y-%m-%dT%H:%MZ}"),
        words,
        _("Book %(name)s, %(time)s", name=offer.profile.member.name, time=words),
    )


def _card(
    offer: Offer,
    distance_km: float | None,
    score: Score | None,
    figures: reviews.Figures,
    is_verified: bool,
    slots: list[SlotLink],
) -> Card:
    profile = offer.profile
    proven = score.score if score else None
    return Card(
        anchor=f"offer-{offer.public_id}",
        url=url_for("pages.profile", slug=profile.slug, offer=offer.public_id),
        title=offer.title,
        craft=profile.craft.names[current_language()],
        pro_name=profile.member.name,
        avatar=picture_urls(profile.picture) if profile.picture else None,
        town=profile.town_name,
        distance=_("online")
        if offer.place_mode is PlaceMode.REMOTE
        else _distance_words(distance_km),
        price=wording.money_words(offer.price_minor, offer.currency)
        if offer.price_minor
        else _("free"),
        per=gettext(PRICE_UNITS[offer.price_unit]) if offer.price_minor else "",
        stars=figures.mean,
        review_count=figures.count,
        trust_words=trust_words(score),
        score=None if proven is None else round(proven),
        thread_text=_("Identity verified by a steward") if is_verified else None,
        thread_faces=[],
        slots=slots,
        cancellation=_("Free cancellation up to 24 h before"),
        picture=picture_urls(offer.picture) if offer.picture else None,
        tag=profile.craft.names[current_language()],
        kind=_("professional") if profile.is_professional else _("private person"),
        point=None
        if offer.place_mode is PlaceMode.REMOTE
        else (profile.latitude, profile.longitude),
        is_instant=offer.is_instant,
    )


def _distance_words(km: float | None) -> str | None:
    """Whole kilometres: places are rounded to about one."""
    if km is None:
        return None
    if km < 1:
        return _("less than 1 km away")
    return _("%(km)s km away", km=round(km))
