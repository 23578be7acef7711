"""Other hours, or none, from a day to another."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import DateField, HiddenField, RadioField, StringField, ValidationError
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from pro_am.availability.forms.rows import DAY_MINUTES, MOST_AT_ONCE, clock_words
from pro_am.availability.rules.calendar_rules import DayWindow
from pro_am.availability.rules.exceptions import Exceptional
from pro_am.foundation import clock
from pro_am.foundation.web.fields import ClockField, WholeNumberField, choices_from
from pro_am.foundation.web.forms import Form

FARTHEST_DAY = timedelta(days=731)
MOST_DAYS = 92
ROWS = ("", "_2")
SEATS = (Optional(), NumberRange(1, MOST_AT_ONCE, _l("Between 1 and 20.")))
DIGITS = {"inputmode": "numeric"}


class ExceptionForm(Form):
    day = DateField(_l("Day"), [InputRequired(_l("Choose a day."))])
    last_day = DateField(_l("Until, if it is several days"), [Optional()])
    kind = RadioField(
        _l("On this day"),
        choices=choices_from({"closed": _l("I am not free"), "hours": _l("I have other hours")}),
        validators=[InputRequired(_l("Choose one."))],
        default="closed",
    )
    start = ClockField(_l("from"), [Length(max=10)])
    end = ClockField(_l("until"), [Length(max=10)])
    start_2 = ClockField(_l("and from"), [Length(max=10)])
    end_2 = ClockField(_l("until"), [Length(max=10)])
    seats = WholeNumberField(
        _l("Bookings at the same time, in the first hours"), SEATS, render_kw=DIGITS
    )
    seats_2 = WholeNumberField(_l("and in the second"), SEATS, render_kw=DIGITS)
    reason = StringField(_l("Reason, shown to everybody"), [Length(max=100)])
    # What is edited: these days are freed of what they were before.
    was_first = HiddenField(validators=[Length(max=10)])
    was_last = HiddenField(validators=[Length(max=10)])

    def fill_from(self, known: Exceptional, usual_capacity: int) -> None:
        self.day.data = known.first
        self.last_day.data = known.last if known.last > known.first else None
        self.kind.data = "closed" if known.is_closed else "hours"
        for suffix, window in zip(ROWS, known.windows, strict=False):
            self[f"start{suffix}"].data = clock_words(window.start_minute)
            self[f"end{suffix}"].data = clock_words(window.end_minute)
            if window.capacity != usual_capacity:
                self[f"seats{suffix}"].data = window.capacity
        self.reason.data = known.reason
        self.was_first.data, self.was_last.data = known.first.isoformat(), known.last.isoformat()

    def exceptional(self, usual_capacity: int) -> Exceptional:
        windows = () if self.kind.data == "closed" else tuple(self._windows(usual_capacity))
        last = self.last_day.data or self.day.data
        return Exceptional(self.day.data, last, windows, (self.reason.data or "").strip())

    def validate_day(self, field: Any) -> None:
        if field.data is None:
            return  # it could not be read, which the field says
        if not timedelta(days=-1) <= field.data - clock.now().date() <= FARTHEST_DAY:
            raise ValidationError(gettext("Choose a day from today on, at most two years ahead."))

    def validate_last_day(self, field: Any) -> None:
        if field.data is None or self.day.data is None:
            return
        if field.data < self.day.data:
            raise ValidationError(gettext("The last day comes before the first."))
        if (field.data - self.day.data).days >= MOST_DAYS:
            raise ValidationError(gettext("Choose at most three months at once."))

    def validate_end(self, field: Any) -> None:
        if self.kind.data != "hours" or field.errors or self.start.errors:
            return
        if self.start.minute is None or self.end.minute is None:
            raise ValidationError(gettext("Write from when until when, like 18:30."))

    def validate_end_2(self, _field: Any) -> None:
        if bool((self.start_2.data or "").strip()) != bool((self.end_2.data or "").strip()):
            raise ValidationError(gettext("Write both times, or neither."))

    @property
    def has_more(self) -> bool:
        return any(self[f"seats{suffix}"].data or self[f"seats{suffix}"].errors for suffix in ROWS)

    def _windows(self, usual_capacity: int) -> Iterator[DayWindow]:
        for suffix in ROWS:
            start, end = self[f"start{suffix}"].minute, self[f"end{suffix}"].minute
            if start is not None and end is not None:
                seats = self[f"seats{suffix}"].data or usual_capacity
                yield DayWindow(start % DAY_MINUTES, end, seats)
