"""Writing values down: one line for each series, all of one day."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from flask_babel import lazy_gettext as _l
from wtforms import DateField, StringField
from wtforms.validators import InputRequired, Length

from pro_am.foundation.web.forms import CreatingForm, Form
from pro_am.measures.forms.fields import MeasureField
from pro_am.measures.models import MeasureValue, Series
from pro_am.measures.queries.own import name_of
from pro_am.measures.rules.kinds import LONGEST_NOTE


class DayForm(CreatingForm):
    day = DateField(_l("Day"), [InputRequired(_l("Choose a day."))])

    def lines(self, series: Sequence[Series]) -> list[tuple[Series, MeasureField]]:
        return [(each, self[field_name(each)]) for each in series]

    def written(self, series: Sequence[Series]) -> dict[Series, Decimal]:
        """The lines that were filled in."""
        found = {each: field.number for each, field in self.lines(series)}
        return {each: number for each, number in found.items() if number is not None}


class ValueForm(Form):
    day = DateField(_l("Day"), [InputRequired(_l("Choose a day."))])
    note = StringField(_l("Note"), [Length(max=LONGEST_NOTE)])


def day_form(series: Sequence[Series], today: date) -> DayForm:
    """A class of its own, as everybody measures other things."""
    fields = {
        field_name(each): MeasureField(_label(each), [Length(max=20)], kind=each.kind)
        for each in series
    }
    form: DayForm = type("DayForm", (DayForm,), fields)(data={"day": today})
    return form


def value_form(value: MeasureValue) -> ValueForm:
    series = value.series
    number = MeasureField(
        _label(series),
        [InputRequired(_l("Write a number like 72.5.")), Length(max=20)],
        kind=series.kind,
    )
    form: ValueForm = type("ValueForm", (ValueForm,), {"number": number})(
        data={"day": value.day, "note": value.note}
    )
    return form


def field_name(series: Series) -> str:
    return f"value-{series.public_id}"


def _label(series: Series) -> str:
    return f"{name_of(series)} ({series.unit})" if series.unit else name_of(series)
