"""The search form: everything in the address, nothing required."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DateField,
    Form,
    SelectField,
    SelectMultipleField,
    StringField,
    ValidationError,
)
from wtforms.validators import Length, NumberRange, Optional

from pro_am.foundation.web.fields import MoneyField, RememberedSelect, TownField, WholeNumberField
from pro_am.foundation.web.languages import current_language
from pro_am.profiles.rules import ALLERGENS, DIETS, PLACE_MODES, SPOKEN
from pro_am.search.rules.orders import SORTS, Sort
from pro_am.search.rules.tally import Tally

DISTANCES = (5, 10, 25, 50, 100)
HOURS = range(6, 24)
MOST_PEOPLE = 99
Words = dict[str, str]
# Which choices of a field the tally counts, by its name there.
COUNTED = {"craft": "craft", "speciality": "speciality", "place": "place_mode", "speaks": "spoken"}
ALWAYS_SHOWN = ("craft", "place")  # few; that nobody offers them says something


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

    def pre_validate(self, _form: Form) -> None:
        known = [each for each in self.data if each in (self.choices or {})]
        if known != self.data:
            self.data = known
            raise ValidationError(gettext("We do not know this choice. Take one of these."))


class SearchForm(FlaskForm):
    """A search changes nothing, so it carries no token."""

    class Meta:
        csrf = False

    q = StringField(_l("What"), [Length(max=200)])
    where = TownField(_l("Where"), [Length(max=100)])
    day = DateField(_l("When"), [Optional()])
    after = WishField(_l("From"), default="")
    before = WishField(_l("Until"), default="")
    craft = WishField(_l("Craft"), default="")
    speciality = WishField(_l("Speciality"), default="")
    place = WishField(_l("Place"), default="")
    price = MoneyField(_l("At most"), [Length(max=20)], render_kw={"inputmode": "decimal"})
    people = WholeNumberField(
        _l("How many people"),
        [
            Optional(),
            NumberRange(1, MOST_PEOPLE, message=_l("Write a number from 1 to 99.")),
        ],
        render_kw={"inputmode": "numeric"},
    )
    speaks = WishField(_l("Language"), default="")
    instant = BooleanField(_l("Booked at once, without waiting"))
    diet = WishesField(_l("Diet"))
    without = WishesField(_l("Without these allergens"))
    km = WishField(_l("Within"), default="25")
    exact = BooleanField(_l("Only just these words"))
    sort = WishField(_l("Sort by"), default=Sort.BEST.value)

    def offer_choices(self, crafts: Words, specialities: Words, currency: str) -> None:
        self.craft.choices = {"": gettext("all")} | crafts
        self.speciality.choices = {"": gettext("whichever")} | specialities
        for name, choices in _standing_choices(current_language()).items():
            self[name].choices = choices
        self.price.currency = currency

    def count_choices(self, tally: Tally, *, of_others: bool) -> None:
        """Say behind each choice how many offers it leaves, and leave out those without any.

        Of a filter that is in use, the other choices are counted only if the tally knows them.
        """
        for name, counted in COUNTED.items():
            if of_others or not self[name].data:
                self[name].choices = _counted(self[name], getattr(tally, counted))
        self.instant.label.text = f"{self.instant.label.text} ({tally.at_once})"
        self.diet.choices = {
            value: f"{label} ({tally.diet[value]})"
            for value, label in self.diet.choices.items()
            if tally.diet[value] or value in self.diet.data
        }
        self.without.choices = {
            value: f"{label} ({tally.offers - tally.allergen[value]})"
            for value, label in self.without.choices.items()
        }

    def with_other(self, given: Iterable[tuple[str, str]]) -> "SearchForm":
        """The same form with other wishes."""
        other = SearchForm(MultiDict(given))
        for field in self:
            if isinstance(field, WishField | WishesField):
                other[field.name].choices = field.choices
        other.price.currency = self.price.currency
        other.validate()
        return other

    @property
    def wanted_sort(self) -> Sort:
        """Without a place nobody is nearest."""
        sort = Sort(self.sort.data or Sort.BEST)
        return Sort.BEST if sort is Sort.NEAREST and self.where.town is None else sort

    @property
    def wanted_day(self) -> date | None:
        day: date | None = self.day.data
        return day

    @property
    def wanted_people(self) -> int | None:
        people: int | None = self.people.data
        return None if self.people.errors else people

    @property
    def kilometres(self) -> float:
        return float(self.km.data or self.km.default)

    @property
    def after_hour(self) -> int | None:
        return _hour(self.after.data)

    @property
    def before_hour(self) -> int | None:
        return _hour(self.before.data)


@cache
def _standing_choices(_language: str) -> dict[str, Words]:
    """What is the same in every community and search, by field; never changed once made."""
    any_time = {"": gettext("any time")}
    hours = {str(hour): f"{hour}:00" for hour in HOURS}
    return {
        "place": {"": gettext("all")} | _told(PLACE_MODES),
        "speaks": {"": gettext("whichever")} | _told(SPOKEN),
        "diet": _told(DIETS),
        "without": _told(ALLERGENS),
        "km": {str(km): f"{km} km" for km in DISTANCES},
        "after": any_time | hours,
        "before": any_time | hours | {"24": "24:00"},
        "sort": _told(SORTS),
    }


def _told(words: dict[Any, str]) -> Words:
    return {str(value): gettext(label) for value, label in words.items()}


def _counted(field: WishField, counts: Counter[str]) -> Words:
    kept = {"", field.data, *(field.choices if field.name in ALWAYS_SHOWN else counts)}
    return {
        value: f"{label} ({counts[value]})" if value else label
        for value, label in field.choices.items()
        if value in kept
    }


def _hour(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and int(text) <= 24 else None
