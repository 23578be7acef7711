"""Forgetting what no longer counts, and those who have left."""

from pro_am.accounts import actions

FORGET = "accounts.forget_old_traces"
ERASE = "accounts.erase_the_gone"

HANDLERS = {FORGET: actions.forget_old_traces, ERASE: actions.erase_the_gone}
