"""Names and titles that begin with what is typed so far, at the first word or a later one.

All are one text in memory, and beside it the places where words begin, sorted by what follows:
whatever begins alike stands together, and is found by bisecting.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pro_am.search.rules.text import fold

LONGEST = 80  # letters of a phrase that are kept
MOST_BEGINNINGS = 8  # words of a phrase at which it is found
MOST_WITNESSES = 64  # offers kept for each phrase
MOST_TRIED = 400  # phrases looked at for one text
FIRST_WORD = 1 << 30  # weighs more than any number of offers
FOLLOWS_EVERYTHING = b"\xff"
END = b"\n"

_WORD = re.compile(r"[^\W_]+")

Numbers = NDArray[np.uint32]


class Said(NamedTuple):
    """What some offers have in common."""

    kind: int
    text: str
    """On one line, as it is written; of what has a name in each language, its key."""
    spellings: tuple[str, ...]
    """By which it is found."""
    offers: list[int]


class Phrase(NamedTuple):
    """Something that can be suggested."""

    kind: int
    text: str
    offer_id: int
    """One that has it, and is there."""
    weight: int
    """The likelier, the more: as `weights` below."""

    @property
    def is_alone(self) -> bool:
        """A single offer has it."""
        return self.weight % FIRST_WORD == 1


@dataclass(frozen=True)
class Phrases:
    """Never changed once made."""

    said: bytes
    """The text of each, a line each."""
    said_at: Numbers
    kinds: NDArray[np.uint8]
    witnesses: Numbers
    """Offers that have each phrase, at most so many: one of them there, and it is there."""
    witnesses_at: Numbers
    folded: bytes
    """The spellings by which they are found, a line each."""
    folded_at: Numbers
    phrase_of: Numbers
    """Of each spelling."""
    beginnings: Numbers
    """Where words begin in `folded`, sorted by what follows."""
    spelling_of: Numbers
    """Of each beginning."""
    weights: Numbers
    """Of each beginning: more for a first word, then for the number of offers."""

    @classmethod
    def of(cls, all_said: Sequence[Said]) -> "Phrases":
        said, folded, witnesses = _Lines(), _Lines(), _Rows()
        phrase_of: list[int] = []
        for number, each in enumerate(all_said):
            said.add(each.text)
            witnesses.add(each.offers[:MOST_WITNESSES])
            for found_by in dict.fromkeys(each.spellings):
                folded.add(found_by)
                phrase_of.append(number)
        text = b"".join(folded.lines)
        starts = sorted(
            (text[at : text.index(END, at)], at, number)
            for number, line in enumerate(folded.starts[:-1])
            for at in _word_starts(text, line)
        )
        return cls(
            said=b"".join(said.lines),
            said_at=_numbers(said.starts),
            kinds=np.array([each.kind for each in all_said], np.uint8),
            witnesses=_numbers(witnesses.values),
            witnesses_at=_numbers(witnesses.starts),
            folded=text,
            folded_at=_numbers(folded.starts),
            phrase_of=_numbers(phrase_of),
            beginnings=_numbers([at for _, at, _ in starts]),
            spelling_of=_numbers([number for _, _, number in starts]),
            weights=_numbers(
                [
                    len(all_said[phrase_of[number]].offers)
                    + (at == folded.starts[number]) * FIRST_WORD
                    for _, at, number in starts
                ]
            ),
        )

    def beginning_with(
        self, typed: str, most: int, is_there: Callable[[int], bool]
    ) -> list[Phrase]:
        """Those that some offer which is there has, the likeliest first.

        What begins as typed comes before what has it later on; then the more frequent, then the
        alphabet. Several words may stand in another order, and further apart.
        """
        words = spelling(typed).split()
        found: dict[int, Phrase] = {}
        for number, weight in self._candidates(words) if words else ():
            if number in found:
                continue
            witness = next(filter(is_there, self._witnesses(number)), None)
            if witness is not None:
                found[number] = self._phrase(number, witness, weight)
                if len(found) == most:
                    break
        return list(found.values())

    def _candidates(self, words: list[str]) -> Iterator[tuple[int, int]]:
        yield from self._likeliest(np.arange(*self._span(" ".join(words))))
        several = [self._span(word) for word in words if len(word) > 1]
        if len(several) > 1:
            fewest, *others = sorted(several, key=lambda span: span[1] - span[0])
            having = np.arange(*fewest)
            for span in others:
                marked = np.zeros(len(self.phrase_of), bool)
                marked[self.spelling_of[slice(*span)]] = True
                having = having[marked[self.spelling_of[having]]]
            yield from self._likeliest(having)

    def _likeliest(self, beginnings: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
        """The phrases that have these beginnings, with their weights; a limited number of them."""
        weights = -self.weights[beginnings].astype(np.int64)
        if len(weights) > MOST_TRIED:
            kept = np.sort(np.argpartition(weights, MOST_TRIED)[:MOST_TRIED])
            beginnings, weights = beginnings[kept], weights[kept]
        order = np.argsort(weights, kind="stable")  # ties: the alphabet, as they stand
        found = self.phrase_of[self.spelling_of[beginnings[order]]].tolist()
        return zip(found, (-weights[order]).tolist(), strict=True)

    def _span(self, prefix: str) -> tuple[int, int]:
        wanted = prefix.encode()
        first = bisect_left(self.beginnings, wanted, key=self._following)
        last = bisect_left(self.beginnings, wanted + FOLLOWS_EVERYTHING, key=self._following)
        return first, last

    def _following(self, at: int) -> bytes:
        return self.folded[at : at + 4 * LONGEST].partition(END)[0]

    def _witnesses(self, number: int) -> list[int]:
        offers: list[int] = self.witnesses[
            self.witnesses_at[number] : self.witnesses_at[number + 1]
        ].tolist()
        return offers

    def _phrase(self, number: int, witness: int, weight: int) -> Phrase:
        line = self.said[self.said_at[number] : self.said_at[number + 1]]
        text = line.rstrip(END).decode()
        return Phrase(int(self.kinds[number]), text, witness, weight)


class _Lines:
    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.starts = [0]

    def add(self, text: str) -> None:
        self.lines.append(text.encode() + END)
        self.starts.append(self.starts[-1] + len(self.lines[-1]))


class _Rows:
    def __init__(self) -> None:
        self.values: list[int] = []
        self.starts = [0]

    def add(self, values: list[int]) -> None:
        self.values += values
        self.starts.append(len(self.values))


def spelling(text: str) -> str:
    """How a phrase is compared: folded, nothing but words parted by one space, not too long."""
    return " ".join(_WORD.findall(fold(text)))[:LONGEST].rstrip()


def _word_starts(text: bytes, line: int) -> Iterator[int]:
    at = line
    end = text.index(END, line)
    for _ in range(MOST_BEGINNINGS):
        yield at
        at = text.find(b" ", at, end) + 1
        if not at:
            return


def _numbers(values: list[int]) -> Numbers:
    return np.array(values, np.uint32)
