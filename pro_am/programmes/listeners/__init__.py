"""What bookings, accounts and moderation tell programmes, and letters about them."""

from pro_am.programmes.listeners import bookings, letters, members


def attach() -> None:
    for listeners in (bookings, members, letters):
        listeners.attach()
