"""Looking and telling, in the worker."""

from pro_am.alerts import actions
from pro_am.alerts.actions import looking

LOOK, TELL = looking.LOOK, looking.TELL
HANDLERS = {LOOK: actions.look, TELL: actions.tell_due}
