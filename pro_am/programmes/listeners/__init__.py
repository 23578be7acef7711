"""What bookings, accounts and moderation tell programmes, and letters about them."""

from pro_am.programmes.listeners import bookings, letters, members, weeks
from pro_am.programmes.listeners.weeks import TOPICS

__all__ = ["TOPICS", "attach"]


def attach() -> None:
    for listeners in (bookings, members, letters, weeks):
        listeners.attach()
