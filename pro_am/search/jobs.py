"""Keeping the index, in the worker."""

from pro_am.search import actions

INDEX = "search.index"
CHECK = "search.check"
LOOK_AFTER = "search.look_after"


def check() -> None:
    actions.check(offers=actions.FEW)


HANDLERS = {INDEX: actions.index_news, CHECK: check, LOOK_AFTER: actions.look_after}
