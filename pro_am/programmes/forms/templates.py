"""What coaches write of templates, and whom they give them to."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from pro_am.foundation.web import wording
from pro_am.foundation.web.fields import WholeNumberField, choices_from
from pro_am.foundation.web.forms import CreatingForm, Form
from pro_am.programmes.actions.templates import TemplateText
from pro_am.programmes.models import Programme, Template
from pro_am.programmes.rules.plan import MOST_WEEKS, Over

OVER = {
    Over.AFTER: _l("Add this to what is planned"),
    Over.REPLACE: _l("Replace what is only planned"),
}


class TemplateForm(CreatingForm):
    title = StringField(_l("Name"), [InputRequired(_l("Give it a name.")), Length(max=90)])
    note = TextAreaField(_l("What it is good for"), [Length(max=1000)], render_kw={"rows": 3})
    weeks = WholeNumberField(
        _l("How many weeks"),
        [
            InputRequired(_l("Say how many weeks it has.")),
            NumberRange(1, MOST_WEEKS, _l("Between 1 and 52.")),
        ],
        default=4,
        render_kw={"inputmode": "numeric"},
    )

    def fill_from(self, template: Template) -> None:
        self.title.data, self.note.data = template.title, template.note
        self.weeks.data = template.weeks

    @property
    def said(self) -> TemplateText:
        return TemplateText(
            (self.title.data or "").strip(), (self.note.data or "").strip(), self.weeks.data or 1
        )


class CopyWeekForm(Form):
    to = SelectField(_l("Copy this week"))

    def offer(self, week: int, weeks: int) -> None:
        choices = {"next": gettext("to week %(week)s", week=week + 1)}
        if week + 1 < weeks:
            choices["rest"] = gettext("to all weeks after it")
        self.to.choices = choices_from(choices)


class AssignForm(CreatingForm):
    programmes = SelectMultipleField(
        _l("Who gets it"), validators=[InputRequired(_l("Choose at least one person."))]
    )
    monday = SelectField(_l("From the week of"))
    over = RadioField(
        _l("Where something is planned already"),
        choices=lambda: choices_from(OVER),
        validators=[Optional()],
    )

    def offer(self, programmes: Iterable[Programme], mondays: Iterable[date]) -> None:
        self.programmes.choices = choices_from(
            {each.public_id: f"{each.client.name} · {each.title}" for each in programmes}
        )
        self.monday.choices = choices_from(
            {each.isoformat(): wording.day(each) for each in mondays}
        )

    @property
    def how(self) -> Over:
        return Over(self.over.data) if self.over.data else Over.ASK
