"""Forgetting what no longer counts."""

from pro_am.accounts import actions

FORGET = "accounts.forget_old_traces"

HANDLERS = {FORGET: actions.forget_old_traces}
