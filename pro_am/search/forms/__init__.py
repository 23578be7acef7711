"""The search form: everything in the address, nothing required."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, DateField, StringField
from wtforms.validators import Length, NumberRange, Optional

from pro_am.foundation.web.fields import MoneyField, TownField, WholeNumberField
from pro_am.foundation.web.languages import current_language
from pro_am.search.forms.choices import DISTANCES, Words, standing_choices
from pro_am.search.forms.fields import (
    AreaField,
    NearField,
    TypedField,
    WishesField,
    WishField,
    here,
)
from pro_am.search.rules.orders import Sort
from pro_am.search.rules.tally import Tally

__all__ = ["DISTANCES", "SearchForm"]

MOST_PEOPLE = 99
MOST_INGREDIENTS = 12  # shown; others can be typed
# Which choices of a field the tally counts, by its name there.
COUNTED = {
    "craft": "craft",
    "speciality": "speciality",
    "ingredient": "ingredient",
    "place": "place_mode",
    "speaks": "spoken",
}
ALWAYS_SHOWN = ("craft", "place")  # few; that nobody offers them says something


class SearchForm(FlaskForm):
    """A search changes nothing, so it carries no token."""

    class Meta:
        csrf = False

    q = StringField(_l("What"), [Length(max=200)])
    where = TownField(_l("Where"), [Length(max=100)])
    near = NearField(_l("Near me"))
    area = AreaField(_l("Part of the map"))
    day = DateField(_l("When"), [Optional()])
    after = WishField(_l("From"), default="")
    before = WishField(_l("Until"), default="")
    craft = WishesField(_l("Craft"))
    speciality = WishesField(_l("Speciality"))
    ingredient = TypedField(_l("Ingredient or exercise"))
    place = WishesField(_l("Place"))
    price = MoneyField(_l("At most"), [Length(max=20)], render_kw={"inputmode": "decimal"})
    people = WholeNumberField(
        _l("How many people"),
        [
            Optional(),
            NumberRange(1, MOST_PEOPLE, message=_l("Write a number from 1 to 99.")),
        ],
        render_kw={"inputmode": "numeric"},
    )
    trust = WishField(_l("Trust at least"), default="")
    speaks = WishesField(_l("Language"))
    instant = BooleanField(_l("Booked at once, without waiting"))
    photo = BooleanField(_l("With a photo"))
    diet = WishesField(_l("Diet"))
    without = WishesField(_l("Without these allergens"))
    km = WishField(_l("Within"), default="25")
    exact = BooleanField(_l("Only just these words"))
    sort = WishField(_l("Sort by"), default=Sort.BEST.value)

    def offer_choices(self, crafts: Words, specialities: Words, currency: str) -> None:
        self.craft.choices = crafts
        self.speciality.choices = specialities
        self.ingredient.choices = {}
        for name, choices in standing_choices(current_language()).items():
            self[name].choices = choices
        self.price.currency = currency

    def validate(self, extra_validators: Any = None) -> bool:
        """A town that is named wins over a part of the map, and that over where the reader is."""
        is_valid: bool = super().validate(extra_validators)
        if self.where.data:
            self.area.area = self.near.point = None
        elif self.near.point and not self.area.area:
            self.where.town = here(self.near.point)
        return is_valid

    def count_choices(self, tally: Tally, *, of_others: bool) -> None:
        """Say of each choice how many offers it leaves, and leave out those without any.

        Of a filter that is in use, the other choices are counted only if the tally knows them.
        """
        most = [each for each, _count in tally.ingredient.most_common(MOST_INGREDIENTS)]
        self.ingredient.choices = {each: each for each in [*self.ingredient.data, *most]}
        for name, counted in COUNTED.items():
            field, counts = self[name], getattr(tally, counted)
            if of_others or not field.data:
                field.counts = counts
                kept = {*field.data, *(field.choices if name in ALWAYS_SHOWN else counts)}
                field.choices = {k: label for k, label in field.choices.items() if k in kept}
        if of_others or not self.trust.data:
            self.trust.choices = {
                value: f"{label} · {tally.trust[int(value)]}" if value else label
                for value, label in self.trust.choices.items()
            }
        self.instant.label.text = f"{self.instant.label.text} ({tally.at_once})"
        self.photo.label.text = f"{self.photo.label.text} ({tally.with_picture})"
        self.diet.counts = tally.diet
        self.diet.choices = {
            value: label
            for value, label in self.diet.choices.items()
            if tally.diet[value] or value in self.diet.data
        }
        self.without.counts = {
            value: tally.offers - tally.allergen[value] for value in self.without.choices
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
    def in_the_panel(self) -> int:
        """How many filters of the panel are in use."""
        several = (self.craft, self.speciality, self.ingredient, self.place, self.speaks)
        chosen = sum(len(field.data) for field in (*several, self.diet, self.without))
        single = (self.after, self.before, self.price, self.people, self.trust)
        return chosen + sum(
            bool(field.data) and not field.errors for field in (*single, self.instant, self.photo)
        )

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
    def least_trust(self) -> int | None:
        return int(self.trust.data) if self.trust.data else None

    @property
    def kilometres(self) -> float:
        return float(self.km.data or self.km.default)

    @property
    def after_hour(self) -> int | None:
        return _hour(self.after.data)

    @property
    def before_hour(self) -> int | None:
        return _hour(self.before.data)


def _hour(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and int(text) <= 24 else None
