"""Collections with judgements, as BEIR and TREC write them."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from pro_am.trust.rules.broken_file import BrokenFile, text_of

HEADINGS = ({"query-id", "corpus-id", "score"}, {"query", "document", "grade"})
COLUMNS = (3, 4)  # query, document, grade; in TREC's own files an iteration is the second
MOST_GRADE = 1000

Judgements = dict[str, dict[str, int]]
"""The grade of each judged document, by query; 0 or less is not relevant."""


class Text(NamedTuple):
    name: str
    title: str
    text: str


def read_texts(content: bytes) -> list[Text]:
    """Documents or queries: JSON lines of `_id`, `text` and perhaps `title`; each id once."""
    found: dict[str, Text] = {}
    for number, line in _lines(content):
        text = _text_of(number, line)
        if text.name in found:
            raise BrokenFile(number, f"the id {text.name!r} comes a second time")
        found[text.name] = text
    return list(found.values())


def read_judgements(content: bytes) -> Judgements:
    judgements: Judgements = {}
    for number, line in _lines(content):
        columns = line.split()
        if number == 1 and set(columns) in HEADINGS:
            continue
        if len(columns) not in COLUMNS:
            raise BrokenFile(number, "this is not: query, document, grade")
        query, document, grade = columns[0], columns[-2], _grade_of(number, columns[-1])
        if judgements.setdefault(query, {}).setdefault(document, grade) != grade:
            raise BrokenFile(number, f"query {query!r} and document {document!r} have two grades")
    return judgements


def _lines(content: bytes) -> Iterator[tuple[int, str]]:
    """Those that say something, with their numbers from 1."""
    # Not splitlines(): U+2028 and its like may stand inside a JSON string.
    lines = text_of(content).split("\n")
    return ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def _text_of(number: int, line: str) -> Text:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise BrokenFile(number, "this is not JSON") from fault
    if not isinstance(told, dict):
        raise BrokenFile(number, "this is not a JSON object")
    name = told.get("_id")
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    parts = {"_id": name, "text": told.get("text"), "title": told.get("title", "")}
    for field, value in parts.items():
        if not isinstance(value, str) or (field == "_id" and not value):
            raise BrokenFile(number, f"“{field}” is not a text")
    return Text(str(name), str(parts["title"]), str(parts["text"]))


def _grade_of(number: int, told: str) -> int:
    try:
        grade = int(told)
    except ValueError:
        grade = MOST_GRADE + 1
    if abs(grade) > MOST_GRADE:
        raise BrokenFile(number, f"the grade {told[:20]!r} is not a whole number")
    return grade
