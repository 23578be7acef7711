"""The shape of the demo community's people: members, pro-ams and what they offer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from pro_am.profiles.rules import ALLERGENS, Answer, PlaceMode, PriceUnit

Language = Literal["fr", "en"]
Craft = Literal["cooking", "fitness", "gardening"]

WeeklyHours = tuple[int, str, str]
"""Weekday (Monday is 0) and wall times: `(4, "19:00", "22:30")`."""


def allergens(contains: str = "", *, traces: str = "") -> Mapping[str, Answer]:
    """All fourteen answers for a dish, from two lists of slugs separated by spaces."""
    absent = dict.fromkeys(ALLERGENS, Answer.NO)
    possible = dict.fromkeys(traces.split(), Answer.MAYBE)
    present = dict.fromkeys(contains.split(), Answer.YES)
    return MappingProxyType(absent | possible | present)


@dataclass(frozen=True, kw_only=True)
class DemoMember:
    key: str
    name: str
    language: Language
    town: str
    """As people write it, with its department: "Nantes (44)"."""
    verified_by_steward: bool = False
    is_steward: bool = False
    avatar: str | None = None
    """The stem of a file in `pictures/avatars`; without one the page shows initials."""

    @property
    def email(self) -> str:
        return f"{self.key}@example.org"

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    @property
    def area(self) -> str:
        """The department, for each of which there is a steward: "44"."""
        return self.town[-3:-1]


@dataclass(frozen=True, kw_only=True)
class DemoOffer:
    title: str
    description: str
    """Markdown."""
    place_mode: PlaceMode
    price: int
    """Euro cents; 0 is free."""
    unit: PriceUnit
    seats_min: int
    seats_max: int
    duration_minutes: int
    picture: str
    diets: tuple[str, ...] = ()
    """The diets it suits as it is, without a special request."""
    allergens: Mapping[str, Answer] = field(default_factory=dict)
    """All fourteen for food, none otherwise."""
    is_instant: bool = False
    called: Mapping[Language, str] = field(default_factory=dict)
    """What guests call it in a sentence, after "for" or "with": "les pizzas", "the pizzas"."""
    answers: Mapping[str, Any] = field(default_factory=dict)
    """To what its craft asks of an offer."""
    booking_answers: Mapping[Language, Mapping[str, Any]] = field(default_factory=dict)
    """What hosts of either language answer to what the craft asks of whoever books."""


@dataclass(frozen=True, kw_only=True)
class DemoProAm:
    member: str
    craft: Craft
    headline: str
    story: str
    """Markdown, in the member's language."""
    specialities: tuple[str, ...]
    favourites: tuple[str, ...]
    """Ingredients or disciplines, in the pro-am's own words."""
    languages: tuple[str, ...]
    """ISO 639-1 codes."""
    travel_km: int
    weekly_hours: tuple[WeeklyHours, ...]
    picture: str
    offers: tuple[DemoOffer, ...]
    not_offered: str = ""
    """What they do not do, as Markdown in the member's language."""
    gallery: tuple[str, ...] = ()
    """The stems of scenes, the main one first."""
    is_professional: bool = False
    credential: str | None = None
    """What they hold, in their words. Paid sports coaching asks for one in France."""
    credential_verified: bool = False


def dish(  # noqa: PLR0913 - everything a guest should know, each under its name
    title: str,
    description: str,
    *,
    called: tuple[str, str],
    where: PlaceMode,
    price: int,
    seats: tuple[int, int],
    minutes: int,
    picture: str,
    diets: str = "",
    contains: str = "",
    traces: str = "",
) -> DemoOffer:
    """Something to eat, paid by the head; words separated by spaces where there are several."""
    french, english = called
    return DemoOffer(
        title=title,
        description=description,
        place_mode=where,
        price=price,
        unit=PriceUnit.PERSON,
        seats_min=seats[0],
        seats_max=seats[1],
        duration_minutes=minutes,
        picture=picture,
        diets=tuple(diets.split()),
        allergens=allergens(contains, traces=traces),
        called={"fr": french, "en": english},
    )


def session(  # noqa: PLR0913 - see `dish`
    title: str,
    description: str,
    *,
    where: PlaceMode,
    price: int,
    seats: tuple[int, int],
    minutes: int,
    picture: str,
    unit: PriceUnit = PriceUnit.SESSION,
    equipment: str | None = None,
) -> DemoOffer:
    return DemoOffer(
        title=title,
        description=description,
        place_mode=where,
        price=price,
        unit=unit,
        seats_min=seats[0],
        seats_max=seats[1],
        duration_minutes=minutes,
        picture=picture,
        answers={"equipment": equipment} if equipment else {},
    )


def garden_work(  # noqa: PLR0913 - see `dish`
    title: str,
    description: str,
    *,
    where: PlaceMode,
    price: int,
    seats: tuple[int, int],
    minutes: int,
    picture: str,
    gardens: str,
    wish: tuple[str, str],
    size: int,
    tools: bool = True,
    waste: bool = False,
    unit: PriceUnit = PriceUnit.HOUR,
) -> DemoOffer:
    """Something to do or to learn in a garden; `wish` is what hosts ask for, French and English."""
    french, english = wish
    of_garden = {"size": size, "water": True}
    return DemoOffer(
        title=title,
        description=description,
        place_mode=where,
        price=price,
        unit=unit,
        seats_min=seats[0],
        seats_max=seats[1],
        duration_minutes=minutes,
        picture=picture,
        answers={"gardens": gardens.split(), "tools": tools, "waste": waste},
        booking_answers={
            "fr": {**of_garden, "wish": french},
            "en": {**of_garden, "wish": english},
        },
    )


def week(hours: str) -> tuple[WeeklyHours, ...]:
    """Weekly hours as people jot them down: "2 18:00-22:00, 5 10:00-14:00"; Monday is 0."""
    windows = []
    for each in hours.split(", "):
        day, wall_times = each.split()
        opens, closes = wall_times.split("-")
        windows.append((int(day), opens, closes))
    return tuple(windows)
