"""The forms of the calendar editor."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import DateField, RadioField, SelectField, StringField, ValidationError
from wtforms.validators import InputRequired, Length

from pro_am.availability.models import Calendar
from pro_am.availability.rules.calendar_rules import DateOverride, DayWindow, WeeklyWindow
from pro_am.foundation import clock
from pro_am.foundation.web.fields import ClockField, choices_from
from pro_am.foundation.web.forms import Form

WEEKDAYS = (
    _l("Monday"), _l("Tuesday"), _l("Wednesday"), _l("Thursday"),
    _l("Friday"), _l("Saturday"), _l("Sunday"),
)  # fmt: skip
ROWS = 2  # windows a day
NOTICES = (2 * 60, 6 * 60, 12 * 60, 24 * 60, 48 * 60, 72 * 60, 7 * 24 * 60)
HORIZONS = (14, 30, 60, 90, 180)
BUFFERS = (0, 15, 30, 45, 60, 90, 120)
FARTHEST_DAY = timedelta(days=731)


@dataclass(frozen=True)
class Row:
    """A pair of fields: open from, open until."""

    start: ClockField
    end: ClockField


class HoursForm(Form):
    notice_minutes = SelectField(_l("Book at least this long before"), coerce=int)
    horizon_days = SelectField(_l("Book at most this far ahead"), coerce=int)
    buffer_before = SelectField(_l("Time you need before"), coerce=int)
    buffer_after = SelectField(_l("Time you need after"), coerce=int)
    travel_buffer = SelectField(_l("Travel, each way, when you go to the host"), coerce=int)

    @property
    def days(self) -> list[tuple[Any, list[Row]]]:
        return [(words, list(self._rows(day))) for day, words in enumerate(WEEKDAYS)]

    def offer_choices(self, duration_words: Any) -> None:
        def hours(minutes: int) -> str:
            if minutes % (24 * 60) == 0 and minutes > 24 * 60:
                return gettext("%(days)s days", days=minutes // (24 * 60))
            return str(duration_words(minutes))

        self.notice_minutes.choices = {each: hours(each) for each in NOTICES}
        self.horizon_days.choices = {each: gettext("%(days)s days", days=each) for each in HORIZONS}
        for field in (self.buffer_before, self.buffer_after, self.travel_buffer):
            field.choices = {
                each: duration_words(each) if each else gettext("none") for each in BUFFERS
            }

    def fill_from(self, calendar: Calendar) -> None:
        for day, (_words, rows) in enumerate(self.days):
            windows = [each for each in calendar.windows if each.weekday == day]
            for row, window in zip(rows, windows, strict=False):
                row.start.data = clock_words(window.start_minute)
                row.end.data = clock_words(window.end_minute)
        self.notice_minutes.data = calendar.notice_minutes
        self.horizon_days.data = calendar.horizon_days
        self.buffer_before.data = calendar.buffer_before_minutes
        self.buffer_after.data = calendar.buffer_after_minutes
        self.travel_buffer.data = calendar.travel_buffer_minutes

    @property
    def windows(self) -> list[WeeklyWindow]:
        return [
            WeeklyWindow(day, row.start.minute % (24 * 60), row.end.minute)
            for day, (_words, rows) in enumerate(self.days)
            for row in rows
            if row.start.minute is not None and row.end.minute is not None
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        for _words, rows in self.days:
            for row in rows:
                if bool((row.start.data or "").strip()) != bool((row.end.data or "").strip()):
                    missing = row.end if (row.start.data or "").strip() else row.start
                    missing.errors = [gettext("Write both times, or neither.")]
                    valid = False
        return bool(valid)

    def _rows(self, day: int) -> Iterator[Row]:
        for number in range(ROWS):
            yield Row(self[f"from_{day}_{number}"], self[f"until_{day}_{number}"])


for _day, _weekday in enumerate(WEEKDAYS):
    for _number in range(ROWS):
        setattr(HoursForm, f"from_{_day}_{_number}", ClockField(_l("from"), [Length(max=10)]))
        setattr(HoursForm, f"until_{_day}_{_number}", ClockField(_l("until"), [Length(max=10)]))


class OverrideForm(Form):
    day = DateField(_l("Day"), [InputRequired(_l("Choose a day."))])
    kind = RadioField(
        _l("On this day"),
        choices=choices_from({"closed": _l("I am not free"), "hours": _l("I have other hours")}),
        validators=[InputRequired(_l("Choose one."))],
        default="closed",
    )
    start = ClockField(_l("from"), [Length(max=10)])
    end = ClockField(_l("until"), [Length(max=10)])
    reason = StringField(_l("Reason, shown to everybody"), [Length(max=100)])

    def validate_day(self, field: Any) -> None:
        if field.data is None:
            return  # it could not be read, which the field says
        if not timedelta(days=-1) <= field.data - clock.now().date() <= FARTHEST_DAY:
            raise ValidationError(gettext("Choose a day from today on, at most two years ahead."))

    def validate_end(self, _field: Any) -> None:
        if self.kind.data == "hours" and (self.start.minute is None or self.end.minute is None):
            raise ValidationError(gettext("Write from when until when, like 18:30."))

    @property
    def override(self) -> DateOverride:
        if self.kind.data == "closed" or self.start.minute is None or self.end.minute is None:
            return DateOverride(self.day.data)
        return DateOverride(
            self.day.data, (DayWindow(self.start.minute % (24 * 60), self.end.minute),)
        )


def clock_words(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
