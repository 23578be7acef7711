"""The forms of the calendar editor."""

from pro_am.availability.forms.exceptions import ExceptionForm
from pro_am.availability.forms.hours import WEEKDAYS, HoursForm
from pro_am.availability.forms.rows import clock_words

__all__ = ["WEEKDAYS", "ExceptionForm", "HoursForm", "clock_words"]
