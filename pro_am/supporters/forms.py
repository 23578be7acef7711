"""Asking a friend, what they see, the rhythm of recaps; and a friend's cheer."""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, Email, InputRequired, Length

from pro_am.foundation.web.fields import ClockField, choices_from, zone_choices
from pro_am.foundation.web.forms import Form
from pro_am.foundation.web.languages import NAMES
from pro_am.foundation.words import mark
from pro_am.supporters.rules import cheering, sight
from pro_am.supporters.rules.asking import LONGEST_NAME

# Measures are chosen one by one, once there is a friend.
FIELD_CHOICES = {
    field.value: _l(words)
    for field, words in sight.FIELDS.items()
    if field is not sight.Field.MEASURES
}
WEEKDAYS = {
    6: mark("Sunday, about the week that ends"),
    0: mark("Monday, about the week before"),
    1: mark("Tuesday, about the week before"),
    2: mark("Wednesday, about the week before"),
    3: mark("Thursday, about the week before"),
    4: mark("Friday, about the week before"),
    5: mark("Saturday, about the week before"),
}


class SightForm(Form):
    name = StringField(
        _l("Name"),
        [DataRequired(_l("Write how you call this friend.")), Length(max=LONGEST_NAME)],
        render_kw={"autocomplete": "off"},
    )
    sees = SelectMultipleField(
        _l("What this friend may see"),
        choices=choices_from(FIELD_CHOICES),
        default=[field.value for field in sight.AT_FIRST],
    )


class ChangeForm(SightForm):
    """Measures are chosen one by one, among those that there are."""

    series = SelectMultipleField(_l("Measures"))

    def __init__(self, *args: Any, own: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.series.choices = list(own)


class AskForm(SightForm):
    email = EmailField(
        _l("E-mail address"),
        [
            DataRequired(_l("Write their e-mail address.")),
            Email(_l("This does not look like an e-mail address: name@example.org.")),
            Length(max=254),
        ],
        render_kw={"autocomplete": "off"},
    )
    language = RadioField(
        _l("In which language do we write?"),
        choices=choices_from(NAMES),
        validators=[InputRequired(_l("Choose a language."))],
    )


class RhythmForm(Form):
    weekday = SelectField(
        _l("Day"),
        choices=choices_from({day: _l(words) for day, words in WEEKDAYS.items()}),
        coerce=int,
    )
    hour = ClockField(_l("Time of day"), [DataRequired(_l("Write a time like 18:30."))])
    time_zone = SelectField(_l("On the clock of"))

    def __init__(self, *args: Any, own_zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.time_zone.choices = zone_choices(own_zone)


class CheerForm(Form):
    """Of whoever has the address: there is nobody to be signed in."""

    class Meta(Form.Meta):
        csrf = False

    words = StringField(_l("A few words, if you like"), [Length(max=cheering.LONGEST)])
