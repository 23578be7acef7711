"""A name for a calendar, and the offers that take their time in it."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField, StringField
from wtforms.validators import DataRequired, Length

from pro_am.foundation.web.fields import choices_from
from pro_am.foundation.web.forms import Form
from pro_am.profiles.models import Offer


class NameForm(Form):
    name = StringField(
        _l("Its name, like “Kitchen” or “Studio”"),
        [DataRequired(_l("Give it a name you will recognise.")), Length(max=40)],
    )


class CalendarForm(NameForm):
    offers = SelectMultipleField(_l("Offers that take their time in it"))

    def offer_choices(self, offers: list[Offer]) -> None:
        self.offers.choices = choices_from({each.public_id: each.title for each in offers})

    def fill_from(self, name: str, chosen: Any) -> None:
        self.name.data, self.offers.data = name, list(chosen)
