"""Erasing the files of dropped pictures, in the worker."""

from pro_am.media import actions

HANDLERS = {actions.ERASE: actions.erase}
