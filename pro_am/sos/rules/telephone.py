"""Telephone numbers as people type them, and as a telephone dials them."""

import re

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

LONGEST = 30
_SIGNS = re.compile(r"[ .\-/()\u00a0\u202f]")
_DIALLED = re.compile(r"\+?[0-9]{3,15}")  # E.164 allows fifteen digits


class NoTelephone(Refusal):
    message = mark("This does not look like a telephone number: digits, and perhaps a + first.")


def dialled(typed: str) -> str:
    """`06 12 34 56 78` as `0612345678`; nothing of nothing. Raises NoTelephone."""
    plain = _SIGNS.sub("", typed.strip())
    if plain and not _DIALLED.fullmatch(plain):
        raise NoTelephone
    return plain
