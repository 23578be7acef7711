"""In the worker: finishing pictures that were kept, erasing the files of those dropped."""

from pro_am.media import actions

HANDLERS = {actions.FINISH: actions.finish_picture, actions.ERASE: actions.erase}
