"""Keeping the index and the words of all offers, in the worker."""

from pro_am.search import actions
from pro_am.search.actions import words

INDEX = "search.index"
CHECK = "search.check"
WORDS = "search.words"


def check() -> None:
    actions.check()


HANDLERS = {INDEX: actions.index_news, CHECK: check, WORDS: words.write_words_if_due}
