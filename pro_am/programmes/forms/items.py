"""One thing to do, on several days in one act."""

from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import format_date, gettext
from flask_babel import lazy_gettext as _l
from wtforms import (
    DecimalField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from pro_am.foundation.web.fields import WholeNumberField, choices_from
from pro_am.foundation.web.forms import CreatingForm
from pro_am.programmes.models import Item, TemplateItem
from pro_am.programmes.rules.plan import MOST_WEIGHT, ItemText
from pro_am.programmes.rules.weeks import ANY_DAY
from pro_am.programmes.rules.words import ITEM_KINDS, ItemKind

LARGEST_AMOUNT = Decimal("99999.99")
A_MONDAY = date(2024, 1, 1)


def days_by_name() -> dict[int, str]:
    """The days of a week in order, and any of them."""
    names = [
        format_date(A_MONDAY.replace(day=1 + number), "EEEE").capitalize()
        for number in range(ANY_DAY)
    ]
    return {**dict(enumerate(names)), ANY_DAY: gettext("Any day")}


def day_choices() -> list[Any]:
    return choices_from(days_by_name())


def kind_choices() -> list[Any]:
    return choices_from({kind: gettext(words) for kind, words in ITEM_KINDS.items()})


class AmountField(DecimalField):
    """A number as people write it, with a comma too."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([each.strip().replace(",", ".") for each in valuelist])


class ItemForm(CreatingForm):
    title = StringField(_l("What to do"), [InputRequired(_l("Say what to do.")), Length(max=120)])
    days = SelectMultipleField(_l("On which days"), choices=day_choices, coerce=int)
    amount = AmountField(
        _l("How much"),
        [Optional(), NumberRange(Decimal("0.01"), LARGEST_AMOUNT, _l("A number above zero."))],
        render_kw={"inputmode": "decimal"},
    )
    unit = StringField(_l("of what"), [Length(max=20)])
    kind = SelectField(_l("Kind"), choices=kind_choices, coerce=ItemKind)
    note = TextAreaField(_l("Note"), [Length(max=500)], render_kw={"rows": 2})
    weight = WholeNumberField(
        _l("How large it is"),
        [Optional(), NumberRange(1, MOST_WEIGHT, _l("Between 1 and 10."))],
        default=1,
        render_kw={"inputmode": "numeric"},
    )

    def validate_days(self, field: Any) -> None:
        if not field.data:
            raise ValidationError(gettext("Choose at least one day, or “any day”."))

    def fill_from(self, item: Item | TemplateItem) -> None:
        self.title.data, self.days.data = item.title, [item.day]
        self.amount.data, self.unit.data = item.amount, item.unit
        self.kind.data, self.note.data, self.weight.data = item.kind, item.note, item.weight

    def text(self, picture_id: int | None = None) -> ItemText:
        return ItemText(
            self.kind.data,
            (self.title.data or "").strip(),
            self.amount.data,
            (self.unit.data or "").strip(),
            (self.note.data or "").strip(),
            self.weight.data or 1,
            picture_id,
        )
