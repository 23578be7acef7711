"""The forms of the calendar editor."""

from pro_am.availability.forms.calendars import CalendarForm, NameForm
from pro_am.availability.forms.exceptions import ExceptionForm
from pro_am.availability.forms.hours import WEEKDAYS, HoursForm
from pro_am.availability.forms.rows import clock_words

__all__ = [
    "WEEKDAYS",
    "CalendarForm",
    "ExceptionForm",
    "HoursForm",
    "NameForm",
    "clock_words",
]
