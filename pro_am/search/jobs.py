"""Keeping the index and the words of all offers, in the worker."""

from pro_am.search import actions
from pro_am.search.actions import words

INDEX = "search.index"
CHECK = "search.check"
LOOK_AFTER = "search.look_after"
WORDS = "search.words"


def check() -> None:
    actions.check(offers=actions.FEW)


HANDLERS = {
    INDEX: actions.index_news,
    CHECK: check,
    LOOK_AFTER: actions.look_after,
    WORDS: words.write_words_if_due,
}
