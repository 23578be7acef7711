"""Looking again after ten minutes, and forgetting."""

from pro_am.foundation.jobs import Handler
from pro_am.sos import actions

LOOK_AGAIN = actions.LOOK_AGAIN
FORGET = "sos.forget_old"

HANDLERS: dict[str, Handler] = {LOOK_AGAIN: actions.look_again, FORGET: actions.forget_old}
