"""Words of distress: whether what somebody writes asks for more than friends can give.

One phrase in a line of each language's file, `- ` before those that only sound like one and are
taken out first. Whole words are compared, without accents, case, apostrophes or punctuation. It is
better to show the numbers once too often: nothing is sent anywhere, and nobody is kept from going
on.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

HARMLESS = "- "
_NO_WORDS = re.compile(r"[\W_]+")


def speaks_of_distress(text: str) -> bool:
    """In any of our languages, whichever the page is in: in need people speak their first one."""
    words = _folded(text)
    harmless, grave = _phrases()
    for phrase in harmless:
        words = words.replace(f" {phrase} ", " · ")
    return any(f" {phrase} " in words for phrase in grave)


def _folded(text: str) -> str:
    """` like this ` with a blank at both ends; invisible characters and accents are gone."""
    split = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in split if unicodedata.category(c) not in ("Mn", "Cf"))
    return f" {_NO_WORDS.sub(' ', plain).strip()} "


@cache
def _phrases() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The harmless ones, and those of distress."""
    lines = [
        line
        for file in sorted(Path(__file__).parent.glob("*.txt"))
        for line in file.read_text("utf-8").splitlines()
        if line.strip()
    ]
    harmless = tuple(_folded(line).strip() for line in lines if line.startswith(HARMLESS))
    return harmless, tuple(_folded(line).strip() for line in lines if not line.startswith(HARMLESS))
