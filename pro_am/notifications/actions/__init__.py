"""Letters on their way, and which of them members do without."""

from pro_am.notifications.actions.choices import choose, do_without, forget, take_back
from pro_am.notifications.actions.delivery import deliver_due

__all__ = ["choose", "deliver_due", "do_without", "forget", "take_back"]
