"""The map beside the results: where all that was found is; a pin leads to its card, or closer."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import current_app
from flask_babel import gettext as _
from flask_babel import ngettext

from pro_am.foundation import places
from pro_am.foundation.places.clipping import Box
from pro_am.foundation.web import wording
from pro_am.search import memory
from pro_am.search.applied import PLACE, address, asked
from pro_am.search.cards import Card
from pro_am.search.forms.fields import as_text
from pro_am.search.maps.spots import Spot, spots_of
from pro_am.search.results import Found
from pro_am.search.rules.documents import Area
from pro_am.search.rules.maps import clusters
from pro_am.search.rules.maps.clusters import Mark
from pro_am.search.rules.maps.ground import Ground, ground
from pro_am.search.rules.maps.moving import is_drawable, moves
from pro_am.search.rules.maps.view import HEIGHT, WIDTH, View, view_around, view_in, view_of

PIN_WIDE, PIN_HIGH = 58, 34
AROUND_SPOTS = 0.02  # degrees shown around what a number stands for
CLOSE_KM = "5"


@dataclass(frozen=True)
class Pin:
    """One offer with its price, or how many are there."""

    x: int
    y: int
    label: str
    url: str
    aria: str
    several: bool
    cards: str
    """Where these offers are on the page: their anchors, with spaces between."""


@dataclass(frozen=True)
class Ring:
    r: int
    label: str


@dataclass(frozen=True)
class Move:
    """A link to the same search in another part of the map."""

    name: str
    label: str
    url: str


@dataclass(frozen=True)
class Map:
    width: int
    height: int
    ground: Ground
    rings: list[Ring]
    """Around the middle."""
    pins: list[Pin]
    title: str
    area: str
    """What is shown, as `area` in an address."""
    moves: list[Move]
    url_elsewhere: str
    """The same search in another part of the map, whose `area` is to be put behind it."""


def map_of(found: Found, cards: Sequence[Card]) -> Map | None:
    """None when there is nothing to show: no place asked, and nobody who has one."""
    spots = spots_of(found.ranked, memory.known_offers())
    points = [spot.point for spot in spots]
    asked_area, kilometres = found.query.area, list[int]()
    if asked_area and is_drawable(asked_area):
        view = view_in(asked_area)
    elif found.town:
        view, kilometres = view_around(found.town.point, points)
    elif points:
        view = view_of(points)
    else:
        return None
    marks = clusters.marks([view.place(point) for point in points])
    on_page = {card.offer_id: card for card in cards}
    there = [*asked(but=PLACE)]
    return Map(
        WIDTH,
        HEIGHT,
        ground(view, [_box_of(mark) for mark in marks]),
        [Ring(round(km * view.scale), f"{km} km") for km in kilometres],
        [_pin(mark, [spots[number] for number in mark.pins], on_page, found) for mark in marks],
        _title(sum(len(spot.offers) for spot in spots), found.town),
        as_text(view.area),
        _moves(view, there),
        address(there),
    )


def _box_of(mark: Mark) -> Box:
    (x, y), wide, high = mark.at, PIN_WIDE / 2, PIN_HIGH / 2
    return Box(x - wide, y - high, x + wide, y + high)


def _title(many: int, town: places.Town | None) -> str:
    if town:
        return ngettext(
            "Map: %(num)s offer around %(town)s",
            "Map: %(num)s offers around %(town)s",
            many,
            town=town.name,
        )
    return ngettext("Map: %(num)s offer", "Map: %(num)s offers", many)


def _moves(view: View, there: list[tuple[str, str]]) -> list[Move]:
    labels = {
        "north": _("Further north"),
        "west": _("Further west"),
        "east": _("Further east"),
        "south": _("Further south"),
        "closer": _("Closer"),
        "wider": _("Wider"),
    }
    return [
        Move(name, labels[name], f"{_in(area, there)}#map")
        for name, area in moves(view.area).items()
    ]


def _in(area: Area, there: list[tuple[str, str]]) -> str:
    return address([*there, ("area", as_text(area))])


def _pin(mark: Mark, spots: list[Spot], on_page: dict[int, Card], found: Found) -> Pin:
    x, y = map(round, mark.at)
    offers = [facts for spot in spots for facts in spot.offers]
    cards = [on_page[facts.offer_id] for facts in offers if facts.offer_id in on_page]
    anchors = " ".join(card.anchor for card in cards)
    if len(offers) == 1 and cards:
        [card] = cards
        words = filter(None, (card.pro_name, card.title, card.price, card.town, card.distance))
        aria = ", ".join(words)
        return Pin(x, y, card.price, f"#{card.anchor}", aria, several=False, cards=anchors)
    aria = ngettext(
        "%(num)s offer around %(town)s",
        "%(num)s offers around %(town)s",
        len(offers),
        town=max(spots, key=lambda spot: len(spot.offers)).name,
    )
    label = str(len(offers)) if len(offers) > 1 else _price(offers[0].price_minor)
    closer = _closer(spots, found) or f"#{cards[0].anchor if cards else 'found'}"
    return Pin(x, y, label, closer, aria, several=len(offers) > 1, cards=anchors)


def _price(minor: int) -> str:
    return wording.money_words(minor, current_app.config["CURRENCY"]) if minor else _("free")


def _closer(spots: list[Spot], found: Found) -> str:
    """The search around these offers alone; empty when it would be the same."""
    there = asked(but=PLACE)
    if len(spots) > 1:
        lats, lons = zip(*(spot.point for spot in spots), strict=True)
        area = Area(
            round(min(lats) - AROUND_SPOTS, 3),
            round(min(lons) - AROUND_SPOTS, 3),
            round(max(lats) + AROUND_SPOTS, 3),
            round(max(lons) + AROUND_SPOTS, 3),
        )
        return "" if area == found.query.area else f"{_in(area, there)}#map"
    town = places.town(spots[0].town_id)
    is_same = found.town == town and found.query.km == float(CLOSE_KM)
    if town is None or is_same or len(found.ranked) == len(spots[0].offers):
        return ""
    return address([*there, ("where", town.label), ("km", CLOSE_KM)])
