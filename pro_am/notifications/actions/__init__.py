"""Letters on their way, and what becomes of those that did not arrive."""

from pro_am.notifications.actions.care import (
    drop,
    drop_waiting,
    hold_letters,
    resume_letters,
    send_again,
)
from pro_am.notifications.actions.delivery import deliver_due

__all__ = [
    "deliver_due",
    "drop",
    "drop_waiting",
    "hold_letters",
    "resume_letters",
    "send_again",
]
