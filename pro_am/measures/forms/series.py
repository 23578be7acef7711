"""What is measured, and where somebody would like to get."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, StringField
from wtforms.validators import InputRequired, Length, Optional

from pro_am.foundation.web.fields import WholeNumberField, choices_from
from pro_am.foundation.web.forms import CreatingForm, Form
from pro_am.measures.forms.fields import MeasureField
from pro_am.measures.models import Series
from pro_am.measures.rules.kinds import LONGEST_NAME, LONGEST_UNIT, NAMES, SeriesKind

KIND_CHOICES = {kind.value: _l(words) for kind, words in NAMES.items()}


class SeriesForm(CreatingForm):
    kind = RadioField(
        _l("What is to be measured?"),
        [InputRequired(_l("Choose one."))],
        choices=choices_from(KIND_CHOICES),
    )
    name = StringField(_l("Its name, if it is something else"), [Length(max=LONGEST_NAME)])
    unit = StringField(_l("Its unit, if it has one"), [Length(max=LONGEST_UNIT)])

    @property
    def chosen(self) -> SeriesKind:
        return SeriesKind(self.kind.data)


class NameForm(Form):
    name = StringField(
        _l("Name"), [InputRequired(_l("Say what is measured.")), Length(max=LONGEST_NAME)]
    )
    unit = StringField(_l("Unit"), [Length(max=LONGEST_UNIT)])


class GoalForm(Form):
    height = WholeNumberField(_l("My height in centimetres"), [Optional()])


def goal_form(series: Series) -> GoalForm:
    goal = MeasureField(_l("Where I would like to get"), [Length(max=20)], kind=series.kind)
    form: GoalForm = type("GoalForm", (GoalForm,), {"goal": goal})()
    return form
