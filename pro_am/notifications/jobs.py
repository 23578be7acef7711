"""Delivering letters, and forgetting them."""

from pro_am.foundation.outbox import DELIVER
from pro_am.notifications import actions

FORGET = "notifications.forget_old_letters"

HANDLERS = {DELIVER: actions.deliver_due, FORGET: actions.forget_old_letters}
