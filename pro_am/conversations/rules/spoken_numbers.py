"""Pure: numbers written as words, as people do who do not wish to be understood by a machine."""

import re

_UNITS = {
    "zéro": 0, "zero": 0, "oh": 0, "un": 1, "une": 1, "one": 1, "deux": 2, "two": 2,
    "trois": 3, "three": 3, "quatre": 4, "four": 4, "cinq": 5, "five": 5, "six": 6,
    "sept": 7, "seven": 7, "huit": 8, "eight": 8, "neuf": 9, "nine": 9,
}  # fmt: skip
_TEENS = {
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
}  # fmt: skip
_TENS = {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_WORDS = {**_UNITS, **_TEENS, **_TENS}

_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_BETWEEN = r"[\s.\-,/]{1,3}"
_RUN = re.compile(rf"\b(?:{_WORD}|\d+)(?:{_BETWEEN}(?:et{_BETWEEN})?(?:{_WORD}|\d+))+\b")
_PART = re.compile(rf"{_WORD}|\d+")


def with_digits(text: str) -> str:
    """`zéro six douze trente-quatre` becomes `06 12 34`, in lower-case text.

    Only in runs that begin with a zero, as telephone numbers do: `deux œufs` stays as it is.
    """
    return _RUN.sub(_as_digits, text)


def _as_digits(run: re.Match[str]) -> str:
    parts = _PART.findall(run[0])
    begins_with_zero = _value(parts[0]) == 0 or parts[0].startswith("0")
    if not begins_with_zero or all(part.isdigit() for part in parts):
        return run[0]
    return " ".join(_joined(parts))


def _value(part: str) -> int:
    return int(part) if part.isdigit() else _WORDS[part]


def _joined(parts: list[str]) -> list[str]:
    """Words that make one number together: soixante + dix + huit is 78, quatre + vingt is 80."""
    numbers: list[str] = []
    kept = 0  # the tens that wait for their unit
    for part in parts:
        value = _value(part)
        if part.isdigit():
            numbers += [str(kept)] if kept else []
            numbers.append(part)
            kept = 0
        elif value == 20 and numbers and numbers[-1] == "4" and not kept:
            numbers.pop()
            kept = 80
        elif part in _TENS:
            numbers += [str(kept)] if kept else []
            kept = value
        elif (kept and 0 < value < 10) or (kept in (60, 80) and part in _TEENS):
            kept += value
            if value < 10:
                numbers.append(str(kept))
                kept = 0
        else:
            numbers += [str(kept)] if kept else []
            numbers.append(str(value))
            kept = 0
    return numbers + ([str(kept)] if kept else [])
