"""The calendar editor: weekly hours, other hours on some days, and what people see of it."""

from pro_am.availability.views import days, freshness, hours, several
from pro_am.availability.views.own import blueprint

__all__ = ["blueprint", "days", "freshness", "hours", "several"]
