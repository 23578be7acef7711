"""Letters on their way, and which of them members do without."""

from pro_am.notifications.actions.choices import choose, do_without, forget_member, take_back
from pro_am.notifications.actions.delivery import deliver_due, forget_old_letters

__all__ = [
    "choose",
    "deliver_due",
    "do_without",
    "forget_member",
    "forget_old_letters",
    "take_back",
]
