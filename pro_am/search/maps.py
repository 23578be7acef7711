"""The map beside the results: where the offers of the page are, each pin a link to its card."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import ngettext

from pro_am.foundation import places
from pro_am.foundation.places.clipping import Box
from pro_am.foundation.places.distance import distance_km
from pro_am.search.applied import address, asked
from pro_am.search.cards import Card
from pro_am.search.forms import DISTANCES
from pro_am.search.rules.maps import clusters
from pro_am.search.rules.maps.clusters import Mark
from pro_am.search.rules.maps.ground import Ground, ground
from pro_am.search.rules.maps.view import HEIGHT, WIDTH, view_around, view_of

PIN_WIDE, PIN_HIGH = 58, 34


@dataclass(frozen=True)
class Pin:
    """One offer with its price, or how many are there."""

    x: int
    y: int
    label: str
    url: str
    aria: str
    several: bool


@dataclass(frozen=True)
class Ring:
    r: int
    label: str


@dataclass(frozen=True)
class Map:
    width: int
    height: int
    ground: Ground
    rings: list[Ring]
    """Around the middle."""
    pins: list[Pin]
    title: str


def map_of(cards: Sequence[Card], town: places.Town | None) -> Map | None:
    """None when there is nothing to show: no place asked, and nobody who has one."""
    placed = [card for card in cards if card.point]
    points = [card.point for card in placed if card.point]
    if town:
        view, kilometres = view_around(town.point, points)
    elif points:
        view, kilometres = view_of(points), []
    else:
        return None
    marks = clusters.marks([view.place(point) for point in points])
    return Map(
        WIDTH,
        HEIGHT,
        ground(view, [_box_of(mark) for mark in marks]),
        [Ring(round(km * view.scale), f"{km} km") for km in kilometres],
        [_pin(mark, placed, town) for mark in marks],
        _title(len(placed), town),
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


def _pin(mark: Mark, placed: Sequence[Card], town: places.Town | None) -> Pin:
    x, y = map(round, mark.at)
    cards = [placed[number] for number in mark.pins]
    if len(cards) == 1:
        card = cards[0]
        words = filter(None, (card.pro_name, card.title, card.price, card.town, card.distance))
        return Pin(x, y, card.price, f"#{card.anchor}", ", ".join(words), several=False)
    where, _count = Counter(card.town for card in cards).most_common(1)[0]
    aria = ngettext(
        "%(num)s offer around %(town)s",
        "%(num)s offers around %(town)s",
        len(cards),
        town=where,
    )
    return Pin(x, y, str(len(cards)), _closer(cards, where, town), aria, several=True)


def _closer(cards: Sequence[Card], where: str, town: places.Town | None) -> str:
    """The search around these offers alone; their place in the list when it would be the same."""
    first = next(card for card in cards if card.town == where)
    center = places.find_town(where, near=first.point)
    if center is None:
        return f"#{cards[0].anchor}"
    spread = max(distance_km(*center.point, *card.point) for card in cards if card.point)
    km = next((km for km in DISTANCES if km > spread), DISTANCES[-1])
    narrower = [*asked(but=("where", "km")), ("where", center.label), ("km", str(km))]
    if town == center and set(narrower) == set(_as_asked(center)):
        return f"#{cards[0].anchor}"
    return address(narrower)


def _as_asked(center: places.Town) -> list[tuple[str, str]]:
    """The search as it is, its town told as we tell it."""
    km = dict(asked()).get("km", "25")
    return [*asked(but=("where", "km")), ("where", center.label), ("km", km)]
