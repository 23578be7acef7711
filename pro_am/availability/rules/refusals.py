"""Why a calendar says no."""

from datetime import datetime

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark


class SlotTaken(Refusal):
    """Carries the nearest starts that are free (UTC), so that the page can offer them."""

    message = mark("This time is no longer free. Nothing you wrote is lost: choose another time.")
    field = "start"

    def __init__(self, nearest: list[datetime]) -> None:
        super().__init__()
        self.nearest = nearest


class HoursUnclear(Refusal):
    message = mark("These hours overlap or cannot be read. Write them like 18:30.")
    field = "hours"
