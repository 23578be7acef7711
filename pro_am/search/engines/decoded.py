"""What was decoded of an index, kept by each process as long as there is room."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from numpy.typing import NDArray

Arrays = tuple[NDArray[Any], ...]


class DecodedCache:
    """Arrays for all threads of a process; when they weigh too much, the longest unused go."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._arrays: OrderedDict[tuple[str, ...], Arrays] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[str, ...], decode: Callable[[], Arrays]) -> Arrays:
        with self._lock:
            if key in self._arrays:
                self._arrays.move_to_end(key)
                return self._arrays[key]
        arrays = decode()  # outside the lock: two threads may both do it, and find the same
        with self._lock:
            if key not in self._arrays:
                self._arrays[key] = arrays
                self._bytes += _weight(arrays)
            while self._bytes > self._most_bytes:
                self._bytes -= _weight(self._arrays.popitem(last=False)[1])
        return arrays


def _weight(arrays: Arrays) -> int:
    return 500 + sum(array.nbytes for array in arrays)  # about 500 for what surrounds them
