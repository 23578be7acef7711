"""The form of the stewards' desk."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField
from wtforms.validators import DataRequired, Length

from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import Form
from pro_am.standing.rules import SEEN_HOW


class VerifyForm(Form):
    member = HiddenField(validators=[DataRequired(), Length(max=64)])
    how = SelectField(
        _l("How you know"),
        choices=choices_from({how.value: _l(words) for how, words in SEEN_HOW.items()}),
    )
