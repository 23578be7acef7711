"""What a result shows: one card for each offer, with its next free slots."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache

from flask import get_template_attribute, request, url_for
from flask_babel import gettext as _
from markupsafe import Markup

from pro_am.accounts.models import Member
from pro_am.availability.memory import Free, FreeStarts
from pro_am.foundation import clock, time_zones
from pro_am.foundation.places import Point
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.web import wording
from pro_am.foundation.web.languages import current_language
from pro_am.media.queries import PictureAddresses, picture_urls
from pro_am.profiles.forms.prices import per_words
from pro_am.profiles.memory import known_crafts
from pro_am.profiles.rules import PlaceMode
from pro_am.search.queries.cards import CardFacts, card_facts
from pro_am.standing.rules import words
from pro_am.vouches.rows.threads import Face, Person, Thread, threads_to

MACROS = "macros/cards.html"
MOST_CARDS = 1000  # remembered: with what is drawn of them about 6 MB
NEXT_SLOTS = 3
SLOTS_WITHIN = timedelta(days=21)


@dataclass(frozen=True)
class SlotLink:
    url: str
    label: str
    aria: str


@dataclass(frozen=True, eq=False)
class Card:
    """What a result shows: plain words and addresses, nothing to ask for."""

    offer_id: int
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
    thread_faces: list[Face]
    slots: list[SlotLink]
    cancellation: str
    picture: PictureAddresses | None
    tag: str
    kind: str  # professional or private person
    point: Point | None  # to about a kilometre; None for what is online
    public_id: str
    keep_url: str
    is_kept: bool  # among the reader's favourites
    is_instant: bool = False

    @cached_property
    def drawn(self) -> Markup:
        """Its inside, as `macros/cards.html` draws it; the same card is drawn once."""
        return Markup(get_template_attribute(MACROS, "card_inside")(self))  # noqa: S704 - escaped

    @cached_property
    def drawn_eagerly(self) -> Markup:
        """The same for the first of a page: its picture does not wait to be scrolled to."""
        return Markup(get_template_attribute(MACROS, "card_inside")(self, eager=True))  # noqa: S704


def cards_for(
    offer_ids: Sequence[int],
    distances: dict[int, float | None],
    span: TimeSlot | None,
    viewer: Member | None = None,
) -> list[Card]:
    """Cards of published offers, in the order given, with their next free slots (in the span).

    For a member each begins with what ties the two, where something does.
    """
    now = clock.now()
    found = card_facts(offer_ids, now, viewer.id if viewer else None)
    shown = [found[offer_id] for offer_id in offer_ids if offer_id in found]
    slots = _next_slots(shown, span, now)
    crafts, language = known_crafts(), current_language()
    cards = [
        _card(
            facts,
            crafts[facts.craft_id].names[language],
            _distance_words(facts, distances.get(facts.offer_id), language),
            free,
            (language, now.year, request.root_path),
        )
        for facts, free in zip(shown, slots, strict=True)
    ]
    if viewer is None:
        return cards
    people = {
        facts.member_id: Person(
            facts.member_id, facts.pro_name, is_cook=crafts[facts.craft_id].is_food
        )
        for facts in shown
    }
    threads = threads_to(people.values(), viewer.id, now)
    return [
        _with_thread(card, threads.get(facts.member_id))
        for card, facts in zip(cards, shown, strict=True)
    ]


def trust_words(score: float | None) -> str:
    """In the reader's language."""
    return _(words.trust_words(score))


def _next_slots(shown: Sequence[CardFacts], span: TimeSlot | None, now: datetime) -> list[Free]:
    """The starts that each card shows: all in the span, or the first ones from now on."""
    span = span or TimeSlot(now, now + SLOTS_WITHIN)
    free = FreeStarts(now).within([facts.bookable for facts in shown], span)
    return [_few(each) for each in free]


@lru_cache(MOST_CARDS)
def _few(free: Free) -> Free:
    """One start a day says more than three within the same evening."""
    days = list(_days_of(free).values())
    starts = days if len(days) >= NEXT_SLOTS else free.starts
    return Free(tuple(starts[:NEXT_SLOTS]), free.zone)


def _days_of(free: Free | None) -> dict[date, datetime]:
    """The first start of each local day, of as many days as are shown."""
    first: dict[date, datetime] = {}
    if free:
        zone = time_zones.zone(free.zone)
        for start in free.starts:
            first.setdefault(time_zones.to_local(start, zone).date(), start)
            if len(first) == NEXT_SLOTS:
                break
    return first


@lru_cache(MOST_CARDS)
def _card(
    facts: CardFacts,
    craft: str,
    distance: str | None,
    free: Free,
    _words: tuple[str, int, str],  # what else decides how they are written
) -> Card:
    """The same card for the same facts, so that it is put into words and drawn only once."""
    return Card(
        offer_id=facts.offer_id,
        anchor=f"offer-{facts.public_id}",
        url=url_for("pages.profile", slug=facts.slug, offer=facts.public_id),
        title=facts.title,
        craft=craft,
        pro_name=facts.pro_name,
        avatar=picture_urls(facts.avatar) if facts.avatar else None,
        town=facts.town_name,
        distance=distance,
        price=wording.money_words(facts.price_minor, facts.currency)
        if facts.price_minor
        else _("free"),
        per=per_words(facts.price_unit, facts.price_minor, facts.weeks),
        stars=facts.stars,
        review_count=facts.review_count,
        trust_words=trust_words(facts.score),
        score=None if facts.score is None else round(facts.score),
        thread_text=_("Identity verified by a steward") if facts.is_verified else None,
        thread_faces=[],
        slots=_slot_links(facts, free),
        cancellation=_("Free cancellation up to 24 h before"),
        picture=picture_urls(facts.picture) if facts.picture else None,
        tag=craft,
        kind=_("professional") if facts.is_professional else _("private person"),
        point=None
        if facts.place_mode is PlaceMode.REMOTE
        else (facts.latitude_e4 / 1e4, facts.longitude_e4 / 1e4),
        public_id=facts.public_id,
        keep_url=url_for("favourites.change", slug=facts.slug),
        is_kept=facts.is_kept,
        is_instant=facts.is_instant,
    )


def _with_thread(card: Card, thread: Thread | None) -> Card:
    """The reader's own card, which nobody else is shown."""
    if thread is None:
        return card
    return replace(card, thread_text=thread.text, thread_faces=thread.faces)


def _slot_links(facts: CardFacts, free: Free) -> list[SlotLink]:
    """No two are alike: so the address is built once, without the time, and remembered."""
    asking = url_for("bookings.ask", public_id=facts.public_id)
    links = []
    for start in free.starts:
        words = wording.moment(start, free.zone, short=True)
        aria = _("Book %(name)s, %(time)s", name=facts.pro_name, time=words)
        links.append(SlotLink(f"{asking}?start={start:%Y-%m-%dT%H%%3A%MZ}", words, aria))
    return links


def _distance_words(facts: CardFacts, km: float | None, language: str) -> str | None:
    """Whole kilometres: places are rounded to about one."""
    if facts.place_mode is PlaceMode.REMOTE:
        return _("online")
    return None if km is None else _km_words(round(km) if km >= 1 else 0, language)


@lru_cache(MOST_CARDS)
def _km_words(km: int, _language: str) -> str:
    return _("%(km)s km away", km=km) if km else _("less than 1 km away")
