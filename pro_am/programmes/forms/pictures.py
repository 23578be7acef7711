"""A picture of an activity."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from pro_am.foundation.web.forms import Form


class PictureForm(Form):
    picture = FileField(_l("A picture of it"), [FileRequired(_l("Choose a picture."))])
    alt = StringField(
        _l("What it shows, in a few words"),
        [DataRequired(_l("Say what it shows, for people who cannot see it.")), Length(max=200)],
    )
