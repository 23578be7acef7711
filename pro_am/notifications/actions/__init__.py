"""Letters on their way, what becomes of those that do not arrive, and which members do without."""

from pro_am.notifications.actions.bounces import lift, mark_bounced, take_report
from pro_am.notifications.actions.care import (
    drop,
    drop_waiting,
    hold_letters,
    resume_letters,
    send_again,
)
from pro_am.notifications.actions.choices import (
    choose,
    do_without,
    forget_member,
    take_back,
    write_again,
    write_never,
)
from pro_am.notifications.actions.delivery import deliver_due, deliver_urgent, forget_old_letters

__all__ = [
    "choose",
    "deliver_due",
    "deliver_urgent",
    "do_without",
    "drop",
    "drop_waiting",
    "forget_member",
    "forget_old_letters",
    "hold_letters",
    "lift",
    "mark_bounced",
    "resume_letters",
    "send_again",
    "take_back",
    "take_report",
    "write_again",
    "write_never",
]
