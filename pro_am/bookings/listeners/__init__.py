"""Letters about bookings, and what other features' news mean for them."""

from pro_am.bookings.listeners import answers, disputes, letters
from pro_am.bookings.listeners.letters import invitation_for

__all__ = ["attach", "invitation_for"]


def attach() -> None:
    for listeners in (letters, answers, disputes):
        listeners.attach()
