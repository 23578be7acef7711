"""Letters about bookings, and what other features' news mean for them."""

from pro_am.bookings.listeners import (
    answers,
    disputes,
    letters,
    moves,
    reminders,
    series,
    waiting,
)
from pro_am.bookings.listeners.invitations import invitation_for
from pro_am.bookings.listeners.reminders import TOPICS

__all__ = ["TOPICS", "attach", "invitation_for"]


def attach() -> None:
    for listeners in (letters, answers, disputes, moves, reminders, series, waiting):
        listeners.attach()
