"""Reminding friends who were asked, once, and forgetting those who do not answer."""

from pro_am.supporters import actions

SEE_TO_ASKS = "supporters.see_to_asks"

HANDLERS = {SEE_TO_ASKS: actions.see_to_asks}
