"""Which files are taken, how large they may be, and the noes about them."""

import enum

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

MOST_BYTES = 10 * 1024 * 1024  # of a recording: a long day with a point a second is 4 MB of GPX
MOST_TABLE_BYTES = 2 * 1024 * 1024
MOST_ROWS = 10_000


class FileKind(enum.Enum):
    TABLE = "a table"
    RECORDING = "an activity that a device recorded"


class _OfFile(Refusal):
    field = "file"


class FileTooLarge(_OfFile):
    message = mark("This file is too large: 10 MB at most, 2 MB for a table.")


class TooManyRows(_OfFile):
    message = mark("This table has more than %(most)s lines. Send it in parts.")


class NoTable(_OfFile):
    message = mark("We cannot read this file. Send a CSV table, a GPX or a FIT file.")


class NoColumns(_OfFile):
    message = mark("This table has one column only: it needs one for the day and one for values.")


class NoActivity(_OfFile):
    message = mark(
        "There is no activity with times in this file; it stops making sense at %(place)s."
    )


class TooMuchWork(_OfFile):
    message = mark("This file takes too much work to read.")


class TooManyFiles(_OfFile):
    message = mark("Several files are being read right now. Try again in a moment.")


class FileEmpty(_OfFile):
    message = mark("This file is empty.")


def kind_of(content: bytes) -> FileKind:
    """By what stands in it, whatever its name says."""
    if not content.strip():
        raise FileEmpty
    begins = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:512]
    is_xml = begins.startswith(b"<")
    kind = FileKind.RECORDING if is_xml or content[8:12] == b".FIT" else FileKind.TABLE
    most = MOST_BYTES if kind is FileKind.RECORDING else MOST_TABLE_BYTES
    if len(content) > most:
        raise FileTooLarge
    return kind
