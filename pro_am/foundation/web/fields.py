"""Fields that several features ask for: a town, a price, a time of day."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext
from wtforms import StringField, ValidationError
from wtforms.fields.choices import SelectChoice

from pro_am.foundation import money, places
from pro_am.foundation.web.languages import current_language


def choices_from(words: Mapping[Any, Any]) -> list[SelectChoice]:
    """The choices of a field, from values to their (lazy) words."""
    return [SelectChoice(value, label) for value, label in words.items()]


class TownField(StringField):
    """A town as people type it; `town` is the one that was understood."""

    town: places.Town | None = None

    def pre_validate(self, form: Any) -> None:
        text = (self.data or "").strip()
        self.town = places.find_town(text) if text else None
        if text and self.town is None:
            raise ValidationError(
                gettext("We know no town of this name. Try a larger one nearby, or a postcode.")
            )


class MoneyField(StringField):
    """A sum as people write it; `minor` is the number of cents."""

    minor: int | None = None

    def __init__(self, *args: Any, currency: str = "EUR", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.currency = currency

    def pre_validate(self, form: Any) -> None:
        text = (self.data or "").strip()
        if not text:
            return
        try:
            self.minor = money.parse_money(text, self.currency, current_language()).minor
        except ValueError:
            raise ValidationError(gettext("Write a sum like 28 or 28.50.")) from None


class ClockField(StringField):
    """A time of day as `18:30`, `18h30` or `18 h`; `minute` counts from midnight, up to 24:00."""

    minute: int | None = None

    def pre_validate(self, form: Any) -> None:
        text = (self.data or "").strip().lower()
        if not text:
            return
        hours, _, minutes = text.replace("h", ":").replace(" ", "").partition(":")
        if not (hours.isdecimal() and (minutes or "0").isdecimal()):
            raise ValidationError(gettext("Write a time like 18:30."))
        minute = int(hours[:3]) * 60 + int((minutes or "0")[:3])
        if int((minutes or "0")[:3]) > 59 or minute > 24 * 60:
            raise ValidationError(gettext("Write a time like 18:30."))
        self.minute = minute
