"""Fields that several features ask for: a town, a price, a time of day."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from flask_babel import gettext
from markupsafe import Markup
from wtforms import IntegerField, SelectField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import Select, html_params

from pro_am.foundation import money, places, time_zones
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.wording import city
from pro_am.foundation.words import mark

MOST_DIGITS = 9
CONTINENTS = {
    "Africa": mark("Africa"),
    "America": mark("America"),
    "Antarctica": mark("Antarctica"),
    "Arctic": mark("Arctic"),
    "Asia": mark("Asia"),
    "Atlantic": mark("Atlantic Ocean"),
    "Australia": mark("Australia"),
    "Europe": mark("Europe"),
    "Indian": mark("Indian Ocean"),
    "Pacific": mark("Pacific Ocean"),
}

_CLOCK_TIME = re.compile(r"([0-9]{1,2})(?: ?[:h] ?([0-5][0-9])?)?")


def choices_from(words: Mapping[Any, Any]) -> list[SelectChoice]:
    """The choices of a field, from values to their (lazy) words."""
    return [SelectChoice(value, label) for value, label in words.items()]


class RememberedSelect(Select):
    """A list of plain choices, drawn once: search shows the same seventy on every page."""

    def __call__(self, field: SelectField, **attributes: object) -> Markup:
        options = _options(tuple(dict(field.choices or {}).items()), field.data)
        named = html_params(**{"id": field.id, "name": field.name, **attributes})
        return Markup(f"<select {named}>{options}</select>")  # noqa: S704 - both are escaped


@lru_cache(maxsize=256)
def _options(choices: tuple[tuple[str, str], ...], chosen: str | None) -> Markup:
    return Markup().join(
        Markup('<option{} value="{}">{}</option>').format(
            Markup(" selected") if value == chosen else "", value, label
        )
        for value, label in choices
    )


class TownField(StringField):
    """A town as people type it; `town` is the one that was understood."""

    town: places.Town | None = None

    def pre_validate(self, _form: Any) -> None:
        text = (self.data or "").strip()
        self.town = places.find_town(text) if text else None
        if text and self.town is None:
            raise ValidationError(
                gettext("We know no town of this name. Try a larger one nearby, or a postcode.")
            )


class WholeNumberField(IntegerField):
    """A whole number of a few digits; checks of its range cannot stumble over an endless one."""

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist and len(valuelist[0].strip()) > MOST_DIGITS:
            raise ValueError(gettext("Write a number."))
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(gettext("Write a number.")) from None


class MoneyField(StringField):
    """A sum as people write it; `minor` is the number of cents."""

    minor: int | None = None

    def __init__(self, *args: Any, currency: str = "EUR", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.currency = currency

    def pre_validate(self, _form: Any) -> None:
        text = (self.data or "").strip()
        if not text:
            return
        try:
            self.minor = money.parse_money(text, self.currency, current_language()).minor
        except ValueError:
            raise ValidationError(gettext("Write a sum like 28 or 28.50.")) from None


def zone_choices(*more: str) -> list[SelectChoice]:
    """Time zones by their cities, grouped by continent, in the reader's language."""
    known = _zone_choices(current_language())
    values = {choice.value for choice in known}
    return [*(SelectChoice(zone, zone) for zone in more if zone not in values), *known]


@cache
def _zone_choices(_language: str) -> tuple[SelectChoice, ...]:
    """Finding the words for all of them takes a quarter of a second: once for each language."""
    by_place = sorted(
        (gettext(CONTINENTS[name.partition("/")[0]]), city(name), name)
        for name in time_zones.one_of_each_country()
    )
    return tuple(SelectChoice(name, words, optgroup=place) for place, words, name in by_place)


class ClockField(StringField):
    """A time of day as `18:30`, `18h30` or `18 h`; `minute` counts from midnight, up to 24:00."""

    minute: int | None = None

    def pre_validate(self, _form: Any) -> None:
        text = (self.data or "").strip().lower()
        if not text:
            return
        read = _CLOCK_TIME.fullmatch(text)
        minute = int(read[1]) * 60 + int(read[2] or 0) if read else None
        if minute is None or minute > 24 * 60:
            raise ValidationError(gettext("Write a time like 18:30."))
        self.minute = minute
