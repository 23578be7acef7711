"""Forgetting pictures that were chosen and never sent."""

from pro_am.conversations import actions

FORGET_PICTURES = "conversations.forget_pictures"

HANDLERS = {FORGET_PICTURES: actions.forget_unsent_pictures}
