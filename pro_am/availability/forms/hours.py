"""The hours of every week: as many windows a day as somebody likes, and how they are booked."""

from collections.abc import Callable, Iterator
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import SelectField, SelectMultipleField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from pro_am.availability.forms.rows import DAY_MINUTES, MOST_AT_ONCE, Row, RowsForm, mistake_in
from pro_am.availability.models import Calendar
from pro_am.availability.rules.calendar_rules import WeeklyWindow, usual_capacity
from pro_am.foundation.web.fields import ClockField, WholeNumberField, choices_from

WEEKDAYS = (
    _l("Monday"), _l("Tuesday"), _l("Wednesday"), _l("Thursday"),
    _l("Friday"), _l("Saturday"), _l("Sunday"),
)  # fmt: skip
MOST_ROWS = 6  # windows a day
NOTICES = (60, 2 * 60, 6 * 60, 12 * 60, 24 * 60, 48 * 60, 72 * 60, 7 * 24 * 60)
HORIZONS = (14, 30, 60, 90, 180)
BUFFERS = (0, 15, 30, 45, 60, 90, 120)
MOST_A_DAY = 50


class HoursForm(RowsForm):
    notice_minutes = SelectField(_l("Book at least this long before"), coerce=int)
    horizon_days = SelectField(_l("Book at most this far ahead"), coerce=int)
    buffer_before = SelectField(_l("Time you need before"), coerce=int)
    buffer_after = SelectField(_l("Time you need after"), coerce=int)
    travel_buffer = SelectField(
        _l("Travel, each way, when you go to the host or deliver"), coerce=int
    )
    capacity = WholeNumberField(
        _l("Bookings at the same time"),
        [
            InputRequired(_l("Write a number.")),
            NumberRange(1, MOST_AT_ONCE, _l("Between 1 and 20.")),
        ],
        default=1,
        render_kw={"inputmode": "numeric"},
    )
    most_a_day = WholeNumberField(
        _l("Bookings a day, at most"),
        [Optional(), NumberRange(1, MOST_A_DAY, _l("Between 1 and 50."))],
        render_kw={"inputmode": "numeric"},
    )
    copied_day = SelectField(
        _l("Copy the hours of"),
        choices=choices_from({str(number): words for number, words in enumerate(WEEKDAYS)}),
    )
    copied_to = SelectMultipleField(
        _l("to these days"),
        choices=choices_from({str(number): words for number, words in enumerate(WEEKDAYS)}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._more: dict[int, int] = {}  # rows shown of a day, where it is more than are filled

    @property
    def days(self) -> list[tuple[Any, list[Row]]]:
        """The name of each day with the rows to show: those that are filled, or were shown."""
        return [(words, self._shown_rows(day)) for day, words in enumerate(WEEKDAYS)]

    @property
    def advanced_has_errors(self) -> bool:
        fields = (
            self.notice_minutes, self.horizon_days, self.buffer_before, self.buffer_after,
            self.travel_buffer, self.capacity, self.most_a_day,
        )  # fmt: skip
        return any(field.errors for field in fields)

    def offer_choices(self, duration_words: Callable[[int], str]) -> None:
        def hours(minutes: int) -> str:
            if minutes % DAY_MINUTES == 0 and minutes > DAY_MINUTES:
                return gettext("%(days)s days", days=minutes // DAY_MINUTES)
            return duration_words(minutes)

        self.notice_minutes.choices = {each: hours(each) for each in NOTICES}
        self.horizon_days.choices = {each: gettext("%(days)s days", days=each) for each in HORIZONS}
        for field in (self.buffer_before, self.buffer_after, self.travel_buffer):
            field.choices = {
                each: duration_words(each) if each else gettext("none") for each in BUFFERS
            }

    def fill_from(self, calendar: Calendar) -> None:
        usual = usual_capacity(calendar.windows)
        for day in range(len(WEEKDAYS)):
            windows = [each for each in calendar.windows if each.weekday == day]
            for row, window in zip(self._rows(day, len(windows)), windows, strict=True):
                row.fill_from(window, usual)
        self.notice_minutes.data = calendar.notice_minutes
        self.horizon_days.data = calendar.horizon_days
        self.buffer_before.data = calendar.buffer_before_minutes
        self.buffer_after.data = calendar.buffer_after_minutes
        self.travel_buffer.data = calendar.travel_buffer_minutes
        self.capacity.data = usual
        self.most_a_day.data = calendar.most_a_day

    def note_rows(self, typed: MultiDict[str, str]) -> None:
        """Show again the rows that the page had, the empty ones too."""
        self._typed = typed
        for day in range(len(WEEKDAYS)):
            shown = [n for n in range(MOST_ROWS) if f"from_{day}_{n}" in typed]
            self._more[day] = max(shown, default=0) + 1
            list(self._rows(day, self._more[day]))  # so that all their fields are checked

    def add_row(self, day: int) -> None:
        self._more[day] = min(len(self._shown_rows(day)) + 1, MOST_ROWS)

    def copy_day(self) -> None:
        """Give the chosen days the rows of another, as they are typed."""
        copied = list(self._rows(int(self.copied_day.data)))
        for day in map(int, self.copied_to.data or []):
            for row, other in zip(self._rows(day), copied, strict=True):
                row.copy_from(other)
            self._more[day] = 1

    def may_add_row(self, day: int) -> bool:
        return len(self._shown_rows(day)) < MOST_ROWS

    @property
    def windows(self) -> list[WeeklyWindow]:
        found = [
            row.weekly(day, self.capacity.data)
            for day in range(len(WEEKDAYS))
            for row in self._shown_rows(day)
        ]
        return [window for window in found if window is not None]

    @property
    def buffers(self) -> tuple[int, int, int]:
        return self.buffer_before.data, self.buffer_after.data, self.travel_buffer.data

    def validate(self, extra_validators: Any = None) -> bool:
        valid, usual = bool(super().validate(extra_validators)), self.capacity.data or 1
        for day in range(len(WEEKDAYS)):
            before: list[WeeklyWindow] = []
            for row in self._shown_rows(day):
                mistake = mistake_in(row, before)
                if mistake:
                    field, words = mistake
                    field.errors = [words]
                    valid = False
                elif not row.more_has_errors and (window := row.weekly(day, usual)):
                    before.append(window)
        return valid

    def _shown_rows(self, day: int) -> list[Row]:
        filled = [number for number in range(MOST_ROWS) if self._is_filled(day, number)]
        count = max(max(filled, default=0) + 1, self._more.get(day, 1))
        return list(self._rows(day, count))

    def _is_filled(self, day: int, number: int) -> bool:
        fields = self[f"from_{day}_{number}"], self[f"until_{day}_{number}"]
        return any(Row.typed(field) for field in fields)

    def _rows(self, day: int, count: int = MOST_ROWS) -> Iterator[Row]:
        return (self.row(day, number) for number in range(min(count, MOST_ROWS)))


for _day, _weekday in enumerate(WEEKDAYS):
    for _number in range(MOST_ROWS):
        setattr(HoursForm, f"from_{_day}_{_number}", ClockField(_l("from"), [Length(max=10)]))
        setattr(HoursForm, f"until_{_day}_{_number}", ClockField(_l("until"), [Length(max=10)]))
