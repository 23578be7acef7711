"""The form of a first offer: one page, six answers, and it can be booked."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from pro_am.availability.forms import WEEKDAYS
from pro_am.availability.rules.calendar_rules import WeeklyWindow
from pro_am.foundation.web.fields import ClockField, MoneyField, TownField, choices_from
from pro_am.foundation.web.forms import CreatingForm
from pro_am.profiles.forms import OFFER_PLACES


class StartForm(CreatingForm):
    craft = RadioField(_l("What you do"), validators=[InputRequired(_l("Choose one."))])
    title = StringField(
        _l("What people can book"),
        [DataRequired(_l("Give it a name people understand.")), Length(max=90)],
    )
    town = TownField(_l("Town"), [DataRequired(_l("Say which town you are in."))])
    place_mode = RadioField(
        _l("Where it happens"),
        choices=choices_from({mode.value: words for mode, words in OFFER_PLACES.items()}),
        validators=[InputRequired(_l("Choose where it happens."))],
    )
    price = MoneyField(
        _l("Price per person"),
        [DataRequired(_l("Write a price; 0 when it is free."))],
        render_kw={"inputmode": "decimal"},
    )
    days = SelectMultipleField(
        _l("Days you are free"),
        choices=choices_from({str(number): words for number, words in enumerate(WEEKDAYS)}),
        validators=[InputRequired(_l("Choose at least one day."))],
    )
    start = ClockField(_l("From"), [DataRequired(_l("Write a time like 18:30."))], default="18:00")
    end = ClockField(_l("Until"), [DataRequired(_l("Write a time like 18:30."))], default="22:00")

    @property
    def windows(self) -> list[WeeklyWindow]:
        if self.start.minute is None or self.end.minute is None:
            return []
        return [
            WeeklyWindow(int(day), self.start.minute % (24 * 60), self.end.minute)
            for day in self.days.data or []
        ]
