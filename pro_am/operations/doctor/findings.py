"""What the doctor finds: a fault, or something to know of."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

SHOWN = 20  # of one kind: the first ones say enough


@dataclass(frozen=True)
class Finding:
    check: str
    is_fault: bool
    words: str


Look = Callable[[], Iterable[str]]


@dataclass(frozen=True)
class Check:
    """Something that must hold (or had better): the look returns what does not."""

    name: str
    look: Look
    is_fault: bool = True

    def findings(self) -> Iterator[Finding]:
        for words in islice(self.look(), SHOWN):
            yield Finding(self.name, self.is_fault, words)
