"""Sending a file, and saying what its columns mean."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, RadioField, SelectField

from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import CreatingForm, Form
from pro_am.measures.rules.columns import NEW, NOTE, SKIP, WHEN, Known, guess
from pro_am.measures.rules.kinds import NAMES, SeriesKind
from pro_am.measures.rules.moments import Order
from pro_am.measures.rules.tables import Table


class FileForm(CreatingForm):
    file = FileField(_l("A CSV, GPX or FIT file"), [FileRequired(_l("Choose a file."))])


class MeaningForm(Form):
    """Read from the address as well, as looking again changes nothing."""

    order = RadioField(
        _l("Which comes first in this file?"),
        choices=choices_from(
            {Order.DAY_FIRST: _l("the day, then the month"), Order.MONTH_FIRST: _l("the month")}
        ),
        validate_choice=False,
    )
    replacing = BooleanField(_l("Where a number differs from what is here, take the file’s"))

    words: Mapping[str, str] = MappingProxyType({})  # of the choices that each column has

    @property
    def chosen_order(self) -> Order | None:
        return Order(self.order.data) if self.order.data in list(Order) else None

    def columns(self) -> list[SelectField]:
        return [field for field in self if field.name.startswith("column-")]

    @property
    def meanings(self) -> list[str]:
        return [field.data for field in self.columns()]


def meaning_form(table: Table, known: Sequence[Known], formdata: object) -> MeaningForm:
    """With what was sent, and else with what the names of the columns say."""
    choices = _choices(known)
    fields = {
        f"column-{number}": SelectField(
            name or gettext("Column %(number)s", number=number + 1),
            choices=choices_from(choices),
            default=meaning,
        )
        for number, (name, meaning) in enumerate(
            zip(table.header, guess(table.header, known), strict=True)
        )
    }
    form: MeaningForm = type("MeaningForm", (MeaningForm,), fields)(formdata)
    form.words = choices
    for field in form.columns():
        if field.data not in choices:
            field.data = SKIP
    return form


def _choices(known: Sequence[Known]) -> dict[str, str]:
    """The day, a series that is there, one to begin, a note, or nothing."""
    kinds = {each.kind for each in known}
    new = {
        f"{NEW}{kind}": gettext("begin: %(name)s", name=gettext(NAMES[kind]))
        for kind in SeriesKind
        if kind is SeriesKind.OTHER or kind not in kinds
    }
    return {
        SKIP: gettext("leave it out"),
        WHEN: gettext("the day"),
        **{each.public_id: each.name for each in known},
        **new,
        NOTE: gettext("a note"),
    }
