"""Delivering letters, and forgetting them."""

from pro_am.foundation.outbox import DELIVER, DELIVER_URGENT
from pro_am.notifications import actions

FORGET = "notifications.forget_old_letters"

HANDLERS = {
    DELIVER: actions.deliver_due,
    DELIVER_URGENT: actions.deliver_urgent,
    FORGET: actions.forget_old_letters,
}
# In a lane of its own: nobody in need waits until a picture is made.
URGENT = (DELIVER_URGENT,)
