"""The search form: everything in the address, nothing required."""

from collections.abc import Mapping
from datetime import date

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import DateField, Form, SelectField, StringField
from wtforms.validators import Length, Optional

from pro_am.foundation.web.fields import MoneyField, RememberedSelect, TownField
from pro_am.profiles.rules import PLACE_MODES

DISTANCES = (5, 10, 25, 50, 100)
HOURS = range(6, 24)


class WishField(SelectField):
    """One of some wishes. An address may say anything: an unknown wish is no wish."""

    data: str | None
    widget = RememberedSelect()

    def pre_validate(self, _form: Form) -> None:
        if self.data not in (self.choices or {}):
            self.data = self.default or ""


class SearchForm(FlaskForm):
    """A search changes nothing, so it carries no token."""

    class Meta:
        csrf = False

    q = StringField(_l("What"), [Length(max=200)])
    where = TownField(_l("Where"), [Length(max=100)])
    day = DateField(_l("When"), [Optional()])
    after = WishField(_l("From"))
    before = WishField(_l("Until"))
    craft = WishField(_l("Craft"))
    place = WishField(_l("Place"))
    price = MoneyField(_l("At most"), [Length(max=20)], render_kw={"inputmode": "decimal"})
    km = WishField(_l("Within"), default="25")

    def offer_choices(
        self, crafts: dict[str, str], any_words: str, any_time: str, currency: str
    ) -> None:
        self.craft.choices = {"": any_words, **crafts}
        self.place.choices = {
            "": any_words,
            **{mode.value: gettext(words) for mode, words in PLACE_MODES.items()},
        }
        self.km.choices = {str(km): f"{km} km" for km in DISTANCES}
        hours = {"": any_time, **{str(hour): f"{hour}:00" for hour in HOURS}}
        self.after.choices = hours
        self.before.choices = {**hours, "24": "24:00"}
        self.price.currency = currency

    def with_other(self, given: Mapping[str, str]) -> "SearchForm":
        """The same form with other wishes."""
        other = SearchForm(MultiDict(given))
        for name in ("craft", "place", "km", "after", "before"):
            other[name].choices = self[name].choices
        other.price.currency = self.price.currency
        other.validate()
        return other

    @property
    def wanted_day(self) -> date | None:
        day: date | None = self.day.data
        return day

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
