"""The forms of bookings."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    HiddenField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from pro_am.bookings.actions import Sent
from pro_am.bookings.models import Booking
from pro_am.conversations.forms import WritingForm
from pro_am.foundation.web.fields import TownField, WholeNumberField
from pro_am.foundation.web.forms import CreatingForm, Form
from pro_am.profiles.forms.answers import AnswersForm


class RequestForm(AnswersForm, WritingForm):
    """What a host still has to say; offer, time and people were chosen on the page before."""

    start = HiddenField(validators=[InputRequired(_l("Choose a time.")), Length(max=40)])
    people = SelectField(_l("How many people"), coerce=int)
    town = TownField(_l("Your town"), [Length(max=100)])
    address = StringField(
        _l("Your address"), [Length(max=300)], render_kw={"autocomplete": "address-line1"}
    )
    message = TextAreaField(_l("Your message"), [Length(max=4000)], render_kw={"rows": 5})
    allergies = StringField(_l("Allergies at your table"), [Length(max=500)])
    allergies_consent = BooleanField(
        _l("The pro-am may see these allergies, for this booking only")
    )
    at_once = HiddenField(validators=[Length(max=10)])  # what the page promised
    weeks = SelectField(_l("Repeat"), coerce=int, default=1)
    place = HiddenField(validators=[Length(max=40)])  # in a waiting list, when one is offered

    def validate_allergies_consent(self, field: Any) -> None:
        """What is typed but may not be read would be lost, and somebody might eat it."""
        if (self.allergies.data or "").strip() and not field.data:
            raise ValidationError(
                gettext("Tick the box so that the pro-am can read them, or leave them out.")
            )


class ActForm(CreatingForm):
    """A button on a booking: it acts once, and on what its page showed."""

    seen = WholeNumberField(widget=HiddenInput(), validators=[Optional()])

    def shows(self, booking: Booking) -> None:
        """What stands on its page from now on, whatever an earlier one showed."""
        self.seen.data = booking.revision

    @property
    def sent(self) -> Sent:
        return Sent(self.idempotency_key.data or "", self.seen.data)


class ConfirmForm(ActForm):
    allergies_read = BooleanField(_l("I have read these allergies and take them into account"))


class ReasonForm(ActForm):
    reason = TextAreaField(
        _l("A word to the other person"), [Length(max=1000)], render_kw={"rows": 3}
    )


class MoveForm(ReasonForm):
    start = StringField(validators=[InputRequired(_l("Choose a time.")), Length(max=40)])


class JoinForm(Form):
    """Waiting for a time that is taken."""

    people = SelectField(_l("How many people"), coerce=int)


class SeriesForm(ReasonForm):
    """What is said to all weeks of a series that it still makes sense for."""

    then = HiddenField(validators=[Length(max=10)])
    allergies_read = BooleanField(_l("I have read these allergies and take them into account"))
