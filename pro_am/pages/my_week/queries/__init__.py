"""Reading a member's week: lines rather than objects, one question for each subject."""

from pro_am.pages.my_week.queries.bookings import bookings_around
from pro_am.pages.my_week.queries.offering import (
    CalendarLine,
    ProfileLine,
    calendar_line,
    profile_line,
)
from pro_am.pages.my_week.queries.printed import PrintedBooking, printed_bookings
from pro_am.pages.my_week.queries.whereabouts import Whereabouts, whereabouts

__all__ = [
    "CalendarLine",
    "PrintedBooking",
    "ProfileLine",
    "Whereabouts",
    "bookings_around",
    "calendar_line",
    "printed_bookings",
    "profile_line",
    "whereabouts",
]
