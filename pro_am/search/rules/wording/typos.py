"""Which words somebody may have meant who mistyped one: one mistake from 5 letters, two from 9.

A mistake is a letter too many, too few, another one, or two neighbours swapped (the distance of
optimal string alignment). Two words so close have a part in common once a letter or two is taken
out of each: those parts are kept as hashes, sorted, with the word each belongs to. (Wolf Garbe's
symmetric deletes, https://wolfgarbe.medium.com/1000x-faster-spelling-correction; cut to a word's
first letters, since whatever two close words share, their beginnings share too.)
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

ONE_FROM, TWO_FROM = 5, 9  # letters
BEGINNING = 7  # letters whose deletions are kept
MOST_LIKE_IT = 300  # words looked at for one that was typed

Numbers = NDArray[np.uint32]


def mistakes_allowed(letters: int) -> int:
    if letters < ONE_FROM:
        return 0
    return 1 if letters < TWO_FROM else 2


@dataclass(frozen=True)
class TypoDictionary:
    """Words by what is left of them with letters taken out; a word is its place in the list."""

    parts: Numbers
    """Hashes, sorted."""
    words: Numbers
    """The word of each."""
    letters: Numbers
    """Of each word: a bit for each letter it has."""
    lengths: NDArray[np.uint8]

    @classmethod
    def of(cls, words: Iterable[str]) -> "TypoDictionary":
        parts, places, letters, lengths = [], [], [], []
        for place, word in enumerate(words):
            letters.append(_letters(word))
            lengths.append(len(word))
            if len(word) < ONE_FROM - 1:
                continue  # too short for a letter too many
            deepest = 2 if len(word) >= TWO_FROM - 2 else 1  # what may have been typed is longer
            for part in _parts(word, deepest):
                parts.append(part)
                places.append(place)
        kept, of_words = np.array(parts, np.uint32), np.array(places, np.uint32)
        order = np.argsort(kept, kind="stable")
        return cls(
            kept[order],
            of_words[order],
            np.array(letters, np.uint32),
            np.array(lengths, np.uint8),
        )

    def near(self, typed: str) -> list[int]:
        """Words that may be close to what was typed, and some that are not; as places, in order."""
        allowed = mistakes_allowed(len(typed))
        if not allowed or not len(self.parts):
            return []
        asked = np.fromiter(_parts(typed, allowed), np.uint32)
        first = np.searchsorted(self.parts, asked, "left")
        last = np.searchsorted(self.parts, asked, "right")
        found = [self.words[a:b] for a, b in zip(first, last, strict=True)]
        near = np.unique(np.concatenate(found))
        # A mistake takes a letter away, and brings another one, at most.
        others = np.bitwise_count(self.letters[near] ^ np.uint32(_letters(typed)))
        lengths = self.lengths[near].astype(np.int64)
        close = (others <= 2 * allowed) & (abs(lengths - len(typed)) <= allowed)
        order = np.argsort(others[close], kind="stable")[:MOST_LIKE_IT]
        places: list[int] = np.sort(near[close][order]).tolist()
        return places


def mistakes_between(typed: str, word: str, most: int) -> int | None:
    """How many mistakes lead from the one to the other; None when there are more than `most`."""
    if abs(len(typed) - len(word)) > most:
        return None
    # Only what lies so close to the diagonal can be reached with so few mistakes.
    far = most + 1
    before: list[int] = []
    row = [min(m, far) for m in range(len(word) + 1)]
    for n, letter in enumerate(typed, 1):
        new = [far] * (len(word) + 1)
        if n <= most:
            new[0] = n
        for m in range(max(1, n - most), min(len(word), n + most) + 1):
            other = word[m - 1]
            best = min(row[m] + 1, new[m - 1] + 1, row[m - 1] + (letter != other), far)
            if n > 1 and m > 1 and letter == word[m - 2] and other == typed[n - 2]:
                best = min(best, before[m - 2] + 1)
            new[m] = best
        if min(new) > most and min(row) > most:
            return None
        before, row = row, new
    return row[-1] if row[-1] <= most else None


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter) % 32
    return bits


def _parts(word: str, deepest: int) -> Iterator[int]:
    """Hashes of the word's beginning, and of what is left of it without some letters."""
    beginning = word[:BEGINNING]
    seen = {
        "".join(kept)
        for taken in range(deepest + 1)
        for kept in combinations(beginning, max(len(beginning) - taken, 0))
    }
    return (crc32(part.encode()) for part in seen)
