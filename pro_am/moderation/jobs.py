"""Telling both people what was decided, once it can no longer be undone."""

from pro_am.moderation import actions

HANDLERS = {actions.TELL: actions.tell}
