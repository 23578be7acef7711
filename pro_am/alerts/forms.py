"""What a saved search is called, and how often it writes."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length

from pro_am.alerts.rules import LONGEST_NAME, PACES, Pace
from pro_am.foundation.web.forms import Form


def _paces() -> list[tuple[str, str]]:
    return [(pace.value, gettext(words)) for pace, words in PACES.items()]


class SaveForm(Form):
    """From the button on the results only `asked` comes; the page asks for the rest too."""

    asked = HiddenField()
    name = StringField(_l("Name"), [Length(max=LONGEST_NAME)])
    pace = RadioField(_l("When somebody new fits"), default=Pace.AT_ONCE.value)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pace.choices = _paces()


class ChangeForm(Form):
    """One for each search on the page: their fields are told apart by their ids."""

    name = StringField(_l("Name"), [InputRequired(), Length(max=LONGEST_NAME)])
    pace = SelectField(_l("Letters"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pace.choices = _paces()
