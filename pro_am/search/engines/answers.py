"""Answers of late: an index as of one commit gives the same ones for ever."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from pro_am.search.engines import Budget

KNOWN_ANSWERS = 48  # with a full list of hits about 100 kilobytes

Answer = TypeVar("Answer")


class Answers:
    """For all threads of a process."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def once(
        self, question: Hashable, find: Callable[[], Answer], budget: Budget | None = None
    ) -> Answer:
        with self._lock:
            if question in self._known:
                self._known.move_to_end(question)
                known: Answer = self._known[question]
                return known
        found = find()  # outside the lock: two threads may both do it, and find the same
        if budget and budget.was_partial:
            return found
        with self._lock:
            self._known[question] = found
            if len(self._known) > KNOWN_ANSWERS:
                self._known.popitem(last=False)
        return found
