"""What searches found of late."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Any

MOST_SEARCHES = 24  # of some hundred offers each: about 5 MB


class Searches:
    """What searches found of late, each with what decided it, for all threads of a process.

    Nothing in here says that it is still right: who asks compares what decided it then with now.
    """

    def __init__(self) -> None:
        self._found: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()
        self.get = self._found.get

    def remember(self, question: Hashable, found: object) -> None:
        with self._lock:
            self._found[question] = found
            self._found.move_to_end(question)
            if len(self._found) > MOST_SEARCHES:
                self._found.popitem(last=False)
