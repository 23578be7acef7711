"""Tables as programs write them: which letters, which delimiter, whether there is a header."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pro_am.measures.rules.files import MOST_ROWS, FileEmpty, NoColumns, NoTable, TooManyRows
from pro_am.measures.rules.moments import looks_like_a_day

DELIMITERS = (";", "\t", "|", ",")  # when two do as well: a comma parts decimals, too
LOOKED_AT = 30  # lines
MOST_COLUMNS = 30
LONGEST_HEADER = 60
LONGEST_CELL = 300

Row = tuple[int, tuple[str, ...]]  # the line in the file, its cells


@dataclass(frozen=True, slots=True)
class Table:
    header: tuple[str, ...]  # empty words where a file has none
    rows: tuple[Row, ...]
    broken_at: int | None = None  # of a recording: where it stops making sense


def read_table(content: bytes) -> Table:
    text = _letters(content)
    delimiter = _delimiter(text)
    rows = list(_rows(text, delimiter))
    if not rows:
        raise FileEmpty
    header: tuple[str, ...] = ()
    if _is_header(rows[0][1]):
        header, rows = rows[0][1], rows[1:]
    if not rows:
        raise FileEmpty
    usual = Counter(len(cells) for _, cells in rows[:LOOKED_AT]).most_common(1)[0][0]
    width = max(len(header), usual)
    if width < 2:
        raise NoColumns
    if width > MOST_COLUMNS:
        raise NoTable
    padded = tuple(cell[:LONGEST_HEADER] for cell in header) + ("",) * (width - len(header))
    return Table(padded, tuple(rows))


def _letters(content: bytes) -> str:
    """UTF-8 or UTF-16 as they announce themselves, else what Windows writes in the West."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", errors="replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise NoTable
    return text


def _delimiter(text: str) -> str:
    """The one that most lines have as often as each other."""
    lines = [line for line in text.splitlines()[: 4 * LOOKED_AT] if line.strip()][:LOOKED_AT]
    if not lines:
        raise FileEmpty

    def fit(delimiter: str) -> float:
        widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=delimiter))
        widths.pop(1, None)
        return max(widths.values(), default=0) / len(lines)

    try:
        return max(DELIMITERS, key=fit)
    except csv.Error:
        raise NoTable from None


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Each with the line on which it begins: a cell in quotes may go over several."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before, count = 0, 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                count += 1
                if count > MOST_ROWS + 1:
                    raise TooManyRows(most=MOST_ROWS)
                yield line, tuple(cell.strip()[:LONGEST_CELL] for cell in cells)
    except csv.Error:
        raise NoTable from None


def _is_header(cells: tuple[str, ...]) -> bool:
    """Words, and no day among them."""
    has_words = any(any(letter.isalpha() for letter in cell) for cell in cells)
    return has_words and not any(looks_like_a_day(cell) for cell in cells)
