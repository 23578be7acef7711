"""Telling weeks; reminding friends who were asked, and forgetting those who do not answer."""

from pro_am.supporters import actions
from pro_am.supporters.actions import telling

TELL = telling.TELL
SEE_TO_ASKS = "supporters.see_to_asks"

HANDLERS = {SEE_TO_ASKS: actions.see_to_asks, TELL: actions.tell_due}
