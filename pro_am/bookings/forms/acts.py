"""The forms of what can be done with a booking."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from pro_am.bookings.forms import ActForm
from pro_am.conversations.forms import WritingForm


class NoShowForm(ActForm):
    words = TextAreaField(
        _l("What happened, in a few words"), [Length(max=1000)], render_kw={"rows": 3}
    )


class CodeForm(ActForm):
    code = StringField(
        _l("Start code"),
        [InputRequired(_l("Type the six digits that your host shows you.")), Length(max=20)],
        render_kw={"inputmode": "numeric", "autocomplete": "one-time-code"},
    )


class ProposalForm(ActForm, WritingForm):
    """Another time instead of yes or no."""

    start = HiddenField(validators=[InputRequired(_l("Choose a time.")), Length(max=40)])
    people = SelectField(_l("How many people"), coerce=int)
    message = TextAreaField(_l("A word with it"), [Length(max=4000)], render_kw={"rows": 3})
    allergies_read = BooleanField(_l("I have read these allergies and take them into account"))
