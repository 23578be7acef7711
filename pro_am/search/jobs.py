"""Keeping the index and the words of all offers, in the worker; and how others ask for it."""

import logging
import threading
import time

from flask import Flask, current_app
from sqlalchemy.exc import OperationalError

from pro_am.foundation import jobs
from pro_am.foundation.database import transaction
from pro_am.search import actions
from pro_am.search.actions import words

log = logging.getLogger(__name__)

INDEX = "search.index"
CHECK = "search.check"
LOOK_AFTER = "search.look_after"
WORDS = "search.words"
KEEPING_THE_INDEX = (INDEX, CHECK, LOOK_AFTER)

ASKED_EVERY = 30  # seconds, by one process


def check() -> None:
    actions.check(offers=actions.FEW)


def ask_for_a_look(fault: Exception) -> None:
    """Let the worker look at an index that did not answer: beside the page, which goes on."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    asking: Asking = app.extensions.setdefault("pro_am_search_asking", Asking())
    asking.ask(app, fault)


class Asking:
    """Once for many searches that meet the same fault."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._latest: float | None = None
        self.thread: threading.Thread | None = None

    def ask(self, app: Flask, fault: Exception) -> None:
        with self._lock:
            now = time.monotonic()
            if self._latest is not None and now - self._latest < ASKED_EVERY:
                return
            self._latest = now
        log.warning("The search index does not answer; the database does: %s", fault)
        self.thread = threading.Thread(target=_ask, args=(app,), daemon=True)
        self.thread.start()


def _ask(app: Flask) -> None:
    """In a thread: the request keeps its own look at the database, and does not wait for others
    who write."""
    try:
        with app.app_context(), transaction():
            jobs.enqueue(CHECK, key="recurring")
    except OperationalError as busy:
        log.warning("The worker was not asked to look: %s", busy.orig)


HANDLERS = {
    INDEX: actions.index_news,
    CHECK: check,
    LOOK_AFTER: actions.look_after,
    WORDS: words.write_words_if_due,
}
