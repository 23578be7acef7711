"""Forgetting what was looked for long ago."""

from pro_am.search.asked import actions

FORGET = "search.forget_asked"

HANDLERS = {FORGET: actions.erase_old}
