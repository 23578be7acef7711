"""Pure: what a message may be."""

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

LONGEST = 4000


class NothingWritten(Refusal):
    message = mark("Write a few words first.")
    field = "body"


def check_body(body: str) -> str:
    text = body.strip()
    if not text:
        raise NothingWritten
    return text[:LONGEST]
