"""Keeping the index, in the worker."""

from pro_am.search import actions

INDEX = "search.index"
CHECK = "search.check"


def check() -> None:
    actions.check()


HANDLERS = {INDEX: actions.index_news, CHECK: check}
