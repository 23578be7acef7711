"""A row of the hours of every week: a window, and under "More" what few windows need."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import DateField, SelectField
from wtforms.form import BaseForm
from wtforms.validators import NumberRange, Optional

from pro_am.availability.models import WeeklyHours
from pro_am.availability.rules.calendar_rules import DayWindow, WeeklyWindow
from pro_am.foundation.web import wording
from pro_am.foundation.web.fields import ClockField, WholeNumberField, choices_from
from pro_am.foundation.web.forms import Form

DAY_MINUTES = 24 * 60
MOST_AT_ONCE = 20
RHYTHMS = {
    1: _l("every week"),
    2: _l("every other week"),
    3: _l("every third week"),
    4: _l("every fourth week"),
}


def clock_words(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def more_fields() -> Mapping[str, Any]:
    return {
        "seats": WholeNumberField(
            _l("Bookings at the same time"),
            [Optional(), NumberRange(1, MOST_AT_ONCE, _l("Between 1 and 20."))],
            render_kw={"inputmode": "numeric"},
        ),
        "every": SelectField(_l("How often"), coerce=int, default=1, choices=choices_from(RHYTHMS)),
        "anchor": DateField(_l("Counted from the week of"), [Optional()]),
        "valid_from": DateField(_l("First day"), [Optional()]),
        "valid_until": DateField(_l("Last day"), [Optional()]),
    }


@dataclass(frozen=True)
class Row:
    """A pair of fields, open from and open until, with those of `more_fields` by their names."""

    start: ClockField
    end: ClockField
    more: Mapping[str, Any]

    @property
    def is_blank(self) -> bool:
        return not self.typed(self.start) and not self.typed(self.end)

    @staticmethod
    def typed(field: ClockField) -> str:
        return (field.data or "").strip()

    @property
    def window(self) -> DayWindow | None:
        if self.start.minute is None or self.end.minute is None:
            return None
        return DayWindow(self.start.minute % DAY_MINUTES, self.end.minute)

    def weekly(self, weekday: int, usual_capacity: int) -> WeeklyWindow | None:
        window = self.window
        if window is None:
            return None
        every = self.more["every"].data
        valid_from, valid_until = self.more["valid_from"].data, self.more["valid_until"].data
        return WeeklyWindow(
            weekday,
            window.start_minute,
            window.end_minute,
            self.more["seats"].data or usual_capacity,
            every,
            (self.more["anchor"].data or valid_from) if every > 1 else None,
            valid_from,
            valid_until,
        )

    def fill_from(self, window: WeeklyHours, usual_capacity: int) -> None:
        self.start.data = clock_words(window.start_minute)
        self.end.data = clock_words(window.end_minute)
        for name in ("every", "anchor", "valid_from", "valid_until"):
            self.more[name].data = getattr(window, name)
        if window.capacity != usual_capacity:
            self.more["seats"].data = window.capacity

    def copy_from(self, other: "Row") -> None:
        self.start.data, self.end.data = other.start.data, other.end.data
        for name, field in self.more.items():
            field.data, field.raw_data = other.more[name].data, other.more[name].raw_data

    @property
    def more_words(self) -> str:
        """What is set under "More", shortly; empty when nothing is."""
        data = {name: field.data for name, field in self.more.items()}
        said = [gettext("%(number)s at once", number=data["seats"])] if data["seats"] else []
        if data["every"] != 1 and data["every"] in RHYTHMS:
            said.append(str(RHYTHMS[data["every"]]))
        if data["valid_from"]:
            said.append(gettext("from %(day)s", day=wording.day(data["valid_from"])))
        if data["valid_until"]:
            said.append(gettext("until %(day)s", day=wording.day(data["valid_until"])))
        return ", ".join(said)

    @property
    def more_has_errors(self) -> bool:
        return any(field.errors for field in self.more.values())


def mistake_in(row: Row, before: list[WeeklyWindow]) -> tuple[Any, str] | None:
    """What is wrong with a row, given the windows above it; not what its fields say themselves."""
    if bool(row.typed(row.start)) != bool(row.typed(row.end)):
        missing = row.end if row.typed(row.start) else row.start
        return missing, gettext("Write both times, or neither.")
    window = row.window
    if window is None or row.more_has_errors:
        return None
    if window.start_minute == window.end_minute:
        return row.end, gettext("It ends when it begins: write a later end.")
    return _mistake_in_more(row) or _needless(row, window, before)


def _mistake_in_more(row: Row) -> tuple[Any, str] | None:
    data = {name: field.data for name, field in row.more.items()}
    if data["valid_from"] and data["valid_until"] and data["valid_until"] < data["valid_from"]:
        return row.more["valid_until"], gettext("The last day comes before the first.")
    if data["every"] != 1 and not (data["anchor"] or data["valid_from"]):
        return row.more["anchor"], gettext("Choose any day of a week in which you are free.")
    return None


def _needless(
    row: Row, window: DayWindow, before: list[WeeklyWindow]
) -> tuple[ClockField, str] | None:
    """Windows may overlap when they differ in more than their times: else they are one."""
    for other in before:
        mine = row.weekly(other.weekday, other.capacity)
        alike = mine == replace(
            other, start_minute=window.start_minute, end_minute=window.end_minute
        )
        ours, theirs = window.hours, other.hours
        if alike and ours.opens < theirs.closes and theirs.opens < ours.closes:
            hours = f"{clock_words(other.start_minute)}–{clock_words(other.end_minute)}"
            return row.start, gettext(
                "This overlaps with %(hours)s: write them as one.", hours=hours
            )
    return None


class RowsForm(Form):
    """A form whose rows have the fields of "More" only where they are shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._typed: Any = None

    def row(self, day: int, number: int) -> Row:
        place = f"{day}_{number}"
        for name, field in more_fields().items():
            if f"{name}_{place}" not in self:
                BaseForm.__setitem__(self, f"{name}_{place}", field)
                self[f"{name}_{place}"].process(self._typed)
        return Row(
            self[f"from_{place}"],
            self[f"until_{place}"],
            {name: self[f"{name}_{place}"] for name in more_fields()},
        )
