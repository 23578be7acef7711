"""What the search form asks that no other form does: one or several wishes, a part of the map."""

import re
from collections.abc import Mapping
from typing import Any

from flask import current_app
from flask_babel import gettext
from wtforms import Form, SelectField, SelectMultipleField, StringField, ValidationError

from pro_am.foundation import places
from pro_am.foundation.places import Point
from pro_am.foundation.web.fields import RememberedSelect
from pro_am.search.rules.documents import Area, ingredient

MOST_TYPED = 10
LONGEST_TYPED = 60
NEAREST_WITHIN_KM = 60

_NUMBER = r"(-?\d{1,3}(?:\.\d{1,6})?)"
_POINT = re.compile(rf"{_NUMBER},{_NUMBER}", re.ASCII)
_AREA = re.compile(rf"{_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}", re.ASCII)


class WishField(SelectField):
    """One of some wishes. An unknown one is said beside the field, and is no wish."""

    data: str | None
    widget = RememberedSelect()

    def pre_validate(self, _form: Form) -> None:
        if self.data not in (self.choices or {}):
            self.data = self.default or ""
            raise ValidationError(gettext("We do not know this choice. Take one of these."))


class WishesField(SelectMultipleField):
    """Any of some wishes; unknown ones are said beside the field, the others count."""

    data: list[str]
    counts: Mapping[str, int] | None = None
    """How many offers each choice leaves, where that is known."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """An empty one is what older addresses say for "all"."""
        self.data = list(dict.fromkeys(filter(None, valuelist)))

    def pre_validate(self, _form: Form) -> None:
        known = [each for each in self.data if each in (self.choices or {})]
        if known != self.data:
            self.data = known
            raise ValidationError(gettext("We do not know this choice. Take one of these."))


class TypedField(WishesField):
    """Any of some wishes, or others that are typed: what nobody has is simply not found."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([ingredient(each) for each in valuelist])

    def pre_validate(self, _form: Form) -> None:
        fit = [each for each in self.data if len(each) <= LONGEST_TYPED][:MOST_TYPED]
        if fit != self.data:
            self.data = fit
            raise ValidationError(
                gettext("Ten ingredients at most, each of sixty characters at most.")
            )


class AreaField(StringField):
    """A part of the map as `south,west,north,east` in degrees."""

    data: str | None
    area: Area | None = None

    def pre_validate(self, _form: Form) -> None:
        if not self.data:
            return
        found = _AREA.fullmatch(self.data)
        area = Area(*(float(each) for each in found.groups())) if found else None
        if area is None or not _is_on_earth(area):
            self.data = ""
            raise ValidationError(gettext("This part of the map could not be read."))
        self.area = area


class NearField(StringField):
    """Where the reader is, as `latitude,longitude`: never read more exactly than to 0.01 degree."""

    data: str | None
    point: Point | None = None

    def pre_validate(self, _form: Form) -> None:
        if not self.data:
            return
        self.point = point_in(self.data)
        self.data = coarse_text(self.data)
        if self.point is None:
            raise ValidationError(gettext("This place could not be read."))


def point_in(text: str) -> Point | None:
    found = _POINT.fullmatch(text)
    lat, lon = (float(each) for each in found.groups()) if found else (100.0, 0.0)
    return None if abs(lat) > 90 or abs(lon) > 180 else places.coarse(lat, lon)


def coarse_text(text: str) -> str:
    """The same place, no more exactly than we read it; empty when it is none."""
    point = point_in(text)
    return f"{point[0]:.2f},{point[1]:.2f}" if point else ""


def here(point: Point) -> places.Town:
    """The place of the reader, told like a town: "near you"; its clock is that of one nearby."""
    around = places.towns_around(*point, NEAREST_WITHIN_KM, 1)
    zone = around[0].time_zone if around else current_app.config["TIME_ZONE"]
    return places.Town(0, gettext("you"), "", "", *point, 0, zone, approximate=True)


def _is_on_earth(area: Area) -> bool:
    """West may be more than east: that crosses 180 degrees."""
    return -90 <= area.south < area.north <= 90 and all(
        -180 <= each <= 180 for each in (area.west, area.east)
    )


def as_text(values: tuple[Any, ...]) -> str:
    """As these fields read it back."""
    return ",".join(f"{each:.3f}".rstrip("0").rstrip(".") for each in values)
