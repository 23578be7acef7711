"""Counter-proposals: another time, or another number of people, instead of yes or no."""

from datetime import datetime

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

Terms = tuple[datetime, int]  # when it starts, for how many


class SameAsBefore(Refusal):
    message = mark("This is what was asked for: choose another time, or accept.")
    field = "start"


def check_differs(asked: Terms, proposed: Terms) -> None:
    if asked == proposed:
        raise SameAsBefore


class NoRoomLeft(Refusal):
    message = mark(
        "Something else has this time in the calendar by now. Propose another time, or decline."
    )
