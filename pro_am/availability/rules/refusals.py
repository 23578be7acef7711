"""Why a calendar says no."""

from collections.abc import Sequence
from datetime import datetime

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark


class SlotTaken(Refusal):
    """May carry the nearest starts that are free (UTC), for the page to offer."""

    message = mark("This time is no longer free. Nothing you wrote is lost: choose another time.")
    field = "start"

    def __init__(self, nearest: Sequence[datetime] = ()) -> None:
        super().__init__()
        self.nearest = list(nearest)


class CalendarInUse(Refusal):
    message = mark(
        "Something is agreed or asked for in this calendar. Once that is over, moved or cancelled,"
        " it can be removed."
    )


class FirstCalendar(Refusal):
    message = mark("Your first calendar stays: offers take their time in it.")


class TooManyCalendars(Refusal):
    message = mark("%(most)s calendars are the most. Remove one that you no longer need.")
    field = "name"
