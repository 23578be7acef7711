"""The forms of one's face."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from pro_am.foundation.web.forms import Form


class PortraitForm(Form):
    picture = FileField(_l("A picture of you"), [FileRequired(_l("Choose a picture."))])


class WhoSeesForm(Form):
    who = RadioField(
        _l("Who sees it"),
        choices=[
            SelectChoice("met", _l("Only those I have a booking with, once it is confirmed")),
            SelectChoice("everybody", _l("Everybody, also beside my requests and reviews")),
        ],
    )
