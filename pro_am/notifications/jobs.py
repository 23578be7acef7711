"""Delivering letters."""

from pro_am.foundation.outbox import DELIVER
from pro_am.notifications import actions

HANDLERS = {DELIVER: actions.deliver_due}
