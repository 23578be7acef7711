"""Numbers by id, and what is the same for many kept once: a hundred thousand offers in few bytes.

Ids are given out one after the other, so an array with a place for each is small and quick.
"""

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]

Thing = TypeVar("Thing", bound=Hashable)

ROOM = 1024  # places that are added at least, for those who come next


class ById:
    """One number for each id; of ids that nothing was said of, the usual one."""

    def __init__(self, usual: float, dtype: type) -> None:
        self._usual = usual
        self._numbers: NDArray[Any] = np.full(ROOM, usual, dtype)

    def of(self, ids: Ids) -> NDArray[Any]:
        numbers = self._numbers
        found: NDArray[Any] = numbers[np.minimum(ids, len(numbers) - 1)]
        beyond = ids >= len(numbers) - 1  # the last place is nobody's
        if beyond.any():
            found[beyond] = self._usual
        return found

    def one(self, of: int) -> Any:
        """Of a single id: quicker than an array of one."""
        numbers = self._numbers
        return numbers[of].item() if 0 <= of < len(numbers) - 1 else self._usual

    def put(self, ids: Ids, numbers: Any) -> None:
        if len(ids) and (highest := int(ids.max())) >= len(self._numbers) - 1:
            larger = np.full(highest + highest // 8 + ROOM, self._usual, self._numbers.dtype)
            larger[: len(self._numbers) - 1] = self._numbers[:-1]
            self._numbers = larger
        self._numbers[ids] = numbers

    def put_all(self, known: Mapping[int, float]) -> None:
        """And forget what was known of others."""
        fresh = ById(self._usual, self._numbers.dtype.type)
        fresh.put(np.fromiter(known, np.int64, len(known)), list(known.values()))
        self._numbers = fresh._numbers


class OneCopy(Generic[Thing]):
    """Things of which there are few different ones, told by a number."""

    def __init__(self) -> None:
        self._things: list[Thing] = []
        self._numbers: dict[Thing, int] = {}

    def number_of(self, thing: Thing) -> int:
        if thing not in self._numbers:
            self._things.append(thing)
            self._numbers[thing] = len(self._things) - 1
        return self._numbers[thing]

    def numbers_of(self, things: Iterable[Thing]) -> list[int]:
        return [self.number_of(thing) for thing in things]

    def __getitem__(self, number: int) -> Thing:
        return self._things[number]
