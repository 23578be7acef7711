"""From a search to cards: candidates of the engine, exact filters, one order, what a card shows."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from flask import current_app, request, url_for
from flask_babel import gettext, ngettext
from flask_babel import gettext as _

from pro_am.availability import queries as calendars
from pro_am.availability.models import Calendar
from pro_am.availability.rules.day_bits import start_masks
from pro_am.availability.rules.slots import OfferTiming
from pro_am.foundation import clock, places, time_zones
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.web import wording
from pro_am.foundation.web.languages import current_language
from pro_am.media.queries import picture_urls
from pro_am.profiles import queries as profiles
from pro_am.profiles.models import Offer
from pro_am.profiles.rules import PRICE_UNITS, PlaceMode
from pro_am.reviews import queries as reviews
from pro_am.search import queries
from pro_am.search.engines import IndexBroken
from pro_am.search.engines.current import engine
from pro_am.search.engines.memory import MemoryEngine
from pro_am.search.forms import SearchForm
from pro_am.search.queries import OfferFacts
from pro_am.search.rules.documents import Hit, Query
from pro_am.search.rules.free_time import wanted_span
from pro_am.search.rules.rank import Candidate, Ranked, rank
from pro_am.standing import queries as standing
from pro_am.standing.models import Score
from pro_am.standing.rules import ReviewedAs

NEXT_SLOTS = 3
SLOTS_WITHIN = timedelta(days=21)
MOST_WITHOUT_INDEX = 2000


@dataclass(frozen=True)
class Found:
    """What a search found, in order, and how."""

    ranked: list[Ranked]
    town: places.Town | None
    span: TimeSlot | None  # when it should begin, if a day was asked
    index_is_broken: bool

    @property
    def members(self) -> int:
        return len({each.candidate.member_id for each in self.ranked})


@dataclass(frozen=True)
class SlotLink:
    url: str
    label: str
    aria: str


@dataclass(frozen=True)
class Card:
    """What a result shows: plain words and addresses, nothing to ask for."""

    url: str
    title: str
    craft: str
    pro_name: str
    avatar: dict[str, object] | None
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
    picture: dict[str, object] | None
    tag: str
    kind: str  # professional or private person


def community_place() -> tuple[float, float] | None:
    """Where most of the community lives, so that its own towns are suggested first."""
    largest = profiles.towns_with_profiles(limit=1)
    town = places.town(largest[0][0]) if largest else None
    return town.point if town else None


def find(form: SearchForm) -> Found:
    town = form.where.town
    query = Query(
        words=form.q.data or "",
        craft=form.craft.data or None,
        max_price_minor=form.price.minor,
        place_mode=PlaceMode(form.place.data) if form.place.data in set(PlaceMode) else None,
        near=town.point if town else None,
        km=form.kilometres,
    )
    hits, broken = _search(query)
    facts = queries.facts_of([hit.offer_id for hit in hits])
    span = _span(form, town)
    if form.day.data and span is None:
        return Found([], town, None, broken)  # a day that has passed, or lies too far ahead
    if span:
        free = _free_in(span, facts)
        facts = {offer_id: each for offer_id, each in facts.items() if offer_id in free}
    candidates = [
        Candidate(
            hit.offer_id,
            facts[hit.offer_id].member_id,
            hit.score,
            hit.distance_km,
            facts[hit.offer_id].trust_low,
        )
        for hit in hits
        if hit.offer_id in facts
    ]
    return Found(rank(candidates), town, span, broken)


def suggestions(form: SearchForm) -> list[tuple[str, str]]:
    """For nothing found: the same search with one wish less, where that finds somebody."""
    given = {name: value for name, value in request.args.items() if value and name != "page"}
    wishes = {
        "day": (_("on any day"), ("day", "after", "before")),
        "price": (_("at any price"), ("price",)),
        "place": (_("at any place"), ("place",)),
        "km": (_("further away"), ()),
        "craft": (_("in every craft"), ("craft",)),
        "q": (_("without the words"), ("q",)),
    }
    offered = []
    for name, (words, dropped) in wishes.items():
        if name != "km" and name not in given:
            continue
        if name == "km" and "where" not in given:
            continue
        changed = {key: value for key, value in given.items() if key not in dropped}
        if name == "km":
            changed["km"] = "100"
        if changed == given:
            continue
        other = form.with_other(changed)
        count = len(find(other).ranked)
        if count:
            label = ngettext(
                "%(words)s: %(num)s offer", "%(words)s: %(num)s offers", count, words=words
            )
            offered.append((url_for("search.find", **changed), label))
    return offered


def cards(found: Found, shown: Sequence[Ranked]) -> list[Card]:
    ids = [each.candidate.offer_id for each in shown]
    distances = {each.candidate.offer_id: each.candidate.distance_km for each in shown}
    return cards_for(ids, distances, found.span)


def cards_for(
    offer_ids: Sequence[int], distances: dict[int, float | None], span: TimeSlot | None
) -> list[Card]:
    """Cards of published offers, in the order given, with their next free slots (in the span)."""
    now = clock.now()
    offers = profiles.open_offers(offer_ids)
    members = {offer.profile.member_id for offer in offers.values()}
    scores = standing.scores_of(members, ReviewedAs.PROVIDER)
    figures = reviews.figures_of(members, ReviewedAs.PROVIDER, now)
    verified = standing.verified_among(members)
    slots = _next_slots(offers, span, now)
    made = []
    for offer_id in offer_ids:
        if offer_id not in offers:
            continue
        offer = offers[offer_id]
        member_id = offer.profile.member_id
        made.append(
            _card(
                offer,
                distances.get(offer_id),
                scores.get(member_id),
                figures.get(member_id, reviews.NONE_YET),
                member_id in verified,
                slots.get(offer_id, []),
            )
        )
    return made


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


def _search(query: Query) -> tuple[list[Hit], bool]:
    """Hits, and whether they come without the index, which the worker then builds anew."""
    try:
        return engine().search(query), False
    except IndexBroken:
        spare = MemoryEngine()
        spare.rebuild(islice(queries.all_documents(), MOST_WITHOUT_INDEX), 0)
        return spare.search(query), True


def _span(form: SearchForm, town: places.Town | None) -> TimeSlot | None:
    zone = time_zones.zone(town.time_zone if town else current_app.config["TIME_ZONE"])
    today = time_zones.to_local(clock.now(), zone).date()
    return wanted_span(form.wanted_day, form.after_hour, form.before_hour, zone, today)


def _free_in(span: TimeSlot, facts: dict[int, OfferFacts]) -> set[int]:
    """Offers that can begin in the span: first the coarse picture of days, then exactly."""
    now = clock.now()
    by_duration: dict[int, list[OfferFacts]] = defaultdict(list)
    for each in facts.values():
        by_duration[each.duration_minutes].append(each)
    possible: list[OfferFacts] = []
    for duration, group in by_duration.items():
        calendar_ids = calendars.calendars_with_any(
            start_masks(span, duration), {each.calendar_id for each in group}
        )
        possible += [each for each in group if each.calendar_id in calendar_ids]
    known = calendars.calendars_of({each.profile_id for each in possible})
    wanted = {each.offer_id: (known[each.profile_id], _timing(known, each)) for each in possible}
    free = calendars.free_slots_of_many(wanted, span, now)
    return {offer_id for offer_id, starts in free.items() if starts}


def _timing(known: dict[int, Calendar], offer: OfferFacts) -> OfferTiming:
    return calendars.timing_of(
        known[offer.profile_id],
        duration_minutes=offer.duration_minutes,
        step_minutes=offer.slot_step_minutes,
        at_hosts_place=offer.place_mode is PlaceMode.HOST,
    )


def _next_slots(
    offers: dict[int, Offer], span: TimeSlot | None, now: datetime
) -> dict[int, list[SlotLink]]:
    span = span or TimeSlot(now, now + SLOTS_WITHIN)
    known = calendars.calendars_of({offer.profile_id for offer in offers.values()})
    wanted = {
        offer.id: (
            known[offer.profile_id],
            calendars.timing_of(
                known[offer.profile_id],
                duration_minutes=offer.duration_minutes,
                step_minutes=offer.slot_step_minutes,
                at_hosts_place=offer.place_mode is PlaceMode.HOST,
            ),
        )
        for offer in offers.values()
        if offer.profile_id in known
    }
    free = calendars.free_slots_of_many(wanted, span, now)
    return {
        offer_id: [
            _slot_link(offers[offer_id], start, wanted[offer_id][0].time_zone)
            for start in _first_of_each_day(starts, wanted[offer_id][0].time_zone)[:NEXT_SLOTS]
        ]
        for offer_id, starts in free.items()
    }


def _first_of_each_day(starts: list[datetime], zone_name: str) -> list[datetime]:
    """One start a day says more than three within the same evening."""
    zone = time_zones.zone(zone_name)
    first: dict[object, datetime] = {}
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
        url=url_for("pages.profile", slug=profile.slug, offer=offer.public_id),
        title=offer.title,
        craft=profile.craft.names[current_language()],
        pro_name=profile.member.name,
        avatar=picture_urls(profile.picture) if profile.picture else None,
        town=profile.town_name,
        distance=_distance_words(distance_km),
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
    )


def _distance_words(km: float | None) -> str | None:
    """Whole kilometres: places are rounded to about one."""
    if km is None:
        return None
    if km < 1:
        return _("less than 1 km away")
    return _("%(km)s km away", km=round(km))
