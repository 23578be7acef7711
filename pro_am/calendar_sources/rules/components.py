"""From bytes to components: lines unfolded, only what tells of time kept.

Titles, places, notes and attachments are dropped here, before anything looks at them.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

KEPT = frozenset(
    {
        "ATTENDEE",
        "DTEND",
        "DTSTART",
        "DURATION",
        "EXDATE",
        "EXRULE",
        "FREEBUSY",
        "METHOD",
        "RDATE",
        "RECURRENCE-ID",
        "RRULE",
        "SEQUENCE",
        "STATUS",
        "TRANSP",
        "TZID",
        "TZOFFSETFROM",
        "TZOFFSETTO",
        "UID",
        "X-LIC-LOCATION",
        "X-MICROSOFT-CDO-BUSYSTATUS",
        "X-WR-CALNAME",
        "X-WR-TIMEZONE",
    }
)
_MARKS = {"BEGIN", "END"}
_FOLD = (b" ", b"\t")
_IN_A_CALENDAR = {"VEVENT", "VFREEBUSY", "VJOURNAL", "VTIMEZONE", "VTODO"}
_DEEPEST = 20

_NAME = re.compile(r"[^;:]*")
_TIMES = {"DTEND", "DTSTART", "EXDATE", "RDATE", "RECURRENCE-ID"}
_ZONE = re.compile(r";TZID=(.*)", re.IGNORECASE)
_PARAMETER = re.compile(r';\s*([^=;:"]+)=("[^"]*"|[^;:"]*)')


class NotACalendar(ValueError):  # noqa: N818 - it reads as a word of the product
    """Whatever this is, it holds no iCalendar."""


@dataclass(frozen=True)
class Line:
    number: int  # in the file, of its first part
    name: str
    text: str

    @property
    def value(self) -> str:
        return self._parts[1]

    def parameter(self, name: str) -> str:
        """The value of a parameter, without its quotes; empty when there is none."""
        return self._parts[0].get(name, "")

    @cached_property
    def _parts(self) -> tuple[dict[str, str], str]:
        named = _NAME.match(self.text)
        at, parameters = named.end() if named else 0, {}
        while read := _PARAMETER.match(self.text, at):
            parameters[read[1].upper()] = read[2].strip('"')
            at = read.end()
        if self.text[at : at + 1] != ":":
            at = self.text.find(":", at)  # something was left unquoted
        value = self.text[at + 1 :].strip() if at >= 0 else ""
        if ":" in value and self.name in _TIMES:
            # A zone like "(UTC+01:00) Paris" without its quotes; times have no colon.
            head, _colon, value = self.text.rpartition(":")
            parameters["TZID"] = "".join(_ZONE.findall(head))
        return parameters, value


@dataclass(slots=True)
class Component:
    name: str
    number: int  # the line it begins on
    lines: list[Line] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)
    is_whole: bool = False

    def first(self, name: str) -> Line | None:
        return next((line for line in self.lines if line.name == name), None)

    def all(self, name: str) -> Iterator[Line]:
        return (line for line in self.lines if line.name == name)

    def text(self, name: str) -> str:
        """The value of the first line of that name in capitals, or nothing."""
        line = self.first(name)
        return line.value.upper() if line else ""


def calendars_in(content: bytes) -> list[Component]:
    """The calendars of a file, each with its events and zones; raise NotACalendar without one."""
    root = Component("", 0)
    open_ones = [root]
    for line in _lines(content):
        if line.name == "BEGIN":
            begun = Component(line.value.upper(), line.number)
            _break_off(open_ones, begun.name)
            open_ones[-1].parts.append(begun)
            open_ones.append(begun)
            if len(open_ones) > _DEEPEST:
                raise NotACalendar
        elif line.name == "END":
            _close(open_ones, line.value.upper())
        else:
            open_ones[-1].lines.append(line)
    found = [part for part in root.parts if part.name == "VCALENDAR"]
    if not found:
        raise NotACalendar
    return found


def written(calendars: list[Component]) -> str:
    """The same calendars as a file, with nothing but what was kept."""
    return "".join(f"{text}\r\n" for each in calendars for text in _texts(each))


def _texts(component: Component) -> Iterator[str]:
    yield f"BEGIN:{component.name}"
    for line in component.lines:
        yield line.text
    for part in component.parts:
        yield from _texts(part)
    if component.is_whole:
        yield f"END:{component.name}"


def _break_off(open_ones: list[Component], beginning: str) -> None:
    """What never stands in another ends what is still open there: somebody forgot its end."""
    if beginning == "VCALENDAR":
        del open_ones[1:]
    elif beginning in _IN_A_CALENDAR:
        del open_ones[2:]


def _close(open_ones: list[Component], name: str) -> None:
    """What is open inside of it breaks off; an end without a beginning means nothing."""
    depth = next((at for at in range(len(open_ones) - 1, 0, -1) if open_ones[at].name == name), 0)
    if depth:
        open_ones[depth].is_whole = True
        del open_ones[depth:]


def _lines(content: bytes) -> Iterator[Line]:
    """Unfolded as bytes: a fold may cut a character in two (RFC 5545, section 3.1)."""
    number, pieces, name = 0, [b""], ""
    for at, raw in enumerate(_as_utf8(content).splitlines(), start=1):
        if raw.startswith(_FOLD):
            if name:
                pieces.append(raw[1:])
            continue
        if name:
            yield _line(number, name, pieces)
        number, pieces, name = at, [raw], _kept_name(raw)
    if name:
        yield _line(number, name, pieces)


def _line(number: int, name: str, pieces: list[bytes]) -> Line:
    return Line(number, name, b"".join(pieces).decode(errors="replace").replace("\0", ""))


def _kept_name(raw: bytes) -> str:
    """The name of a line that is kept, else nothing."""
    name = raw[:40].partition(b":")[0].partition(b";")[0].strip().upper().decode("ascii", "replace")
    return name if name in KEPT or name in _MARKS else ""


def _as_utf8(content: bytes) -> bytes:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace").encode()
    return content.removeprefix(codecs.BOM_UTF8)
