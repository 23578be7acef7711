"""The forms of a programme's life: a break, its going on, its end."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, TextAreaField
from wtforms.validators import InputRequired, Length

from pro_am.foundation.web import wording
from pro_am.foundation.web.forms import Form


class DayForm(Form):
    """A day on which a break begins or ends."""

    day = SelectField(
        _l("From which day"),
        coerce=lambda value: value if isinstance(value, date) else date.fromisoformat(value),
        validators=[InputRequired(_l("Choose a day."))],
    )

    def offer_days(self, days: Iterable[date], *, today: date) -> None:
        """Mondays: weeks are whole then; the first of them stands chosen."""
        self.day.choices = [
            (each, gettext("today") if each == today else wording.long_day(each)) for each in days
        ]
        if self.day.data is None and len(self.day.choices) > 1:
            self.day.data = self.day.choices[1][0]


class EndForm(Form):
    words = TextAreaField(
        _l("A word to the other person"), [Length(max=1000)], render_kw={"rows": 3}
    )
