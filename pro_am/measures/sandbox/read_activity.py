"""The script of the child: the first line of its input is an `Order` as JSON, the rest the file.

Run by its path, alone: it imports nothing of the product, and the libraries only once its own
limits hold. It answers with an `Answer` as JSON, and exits with `TOO_LARGE`, or as Python does
after an error, which means that nothing can be read.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import warnings
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict
from xml.parsers import expat

if TYPE_CHECKING:
    from gpxpy.gpx import GPXTrack

TOO_LARGE = 3  # exit status
MOST_ACTIVITIES = 50
POINT_END = b"</trkpt>"
CLOSING = b"</trkseg></trk></gpx>"
UNIT_OF_TIME = 60  # seconds in a minute


class Order(TypedDict):
    memory_bytes: int
    cpu_seconds: int
    most_points: int


class Found(TypedDict):
    start: str  # UTC without a zone, ISO 8601
    minutes: float
    km: float | None
    climb: int | None
    heart: int | None


class Answer(TypedDict):
    activities: list[Found]
    broken_at: int | None


class BrokenXml(Exception):  # noqa: N818 - it reads as a word of the product
    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def main() -> None:
    order: Order = json.loads(sys.stdin.buffer.readline())
    _limit_this_process(order)
    try:
        content = sys.stdin.buffer.read()
        is_fit = content[8:12] == b".FIT"
        answer = (_fit if is_fit else _gpx)(content, order["most_points"])
        json.dump(answer, sys.stdout)
    except (MemoryError, RecursionError):
        sys.exit(TOO_LARGE)


def _limit_this_process(order: Order) -> None:
    for what, most in (
        (resource.RLIMIT_AS, order["memory_bytes"]),
        (resource.RLIMIT_CPU, order["cpu_seconds"]),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 32),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


# GPX


def _gpx(content: bytes, most_points: int) -> Answer:
    """One activity for each track with times; of a file that breaks off, what came before."""
    if content.count(POINT_END) + content.count(b"<trkpt") > 2 * most_points:
        sys.exit(TOO_LARGE)
    broken_at = None
    try:
        _look_at_xml(content)
    except BrokenXml as broken:
        broken_at = broken.line
        whole, end, _ = content.rpartition(POINT_END)
        content = whole + end + CLOSING
        _look_at_xml(content)
    import gpxpy

    tracks = gpxpy.parse(content).tracks[:MOST_ACTIVITIES]
    found = [each for track in tracks if (each := _of_track(track))]
    return {"activities": found, "broken_at": broken_at}


def _look_at_xml(content: bytes) -> None:
    """No file of a device declares a document type; who does wants entities that explode, or
    that read what lies on this machine."""
    parser = expat.ParserCreate()

    def refuse(*_declared: object) -> None:
        sys.exit("A document type is declared.")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as fault:
        raise BrokenXml(fault.lineno) from None


def _of_track(track: GPXTrack) -> Found | None:
    bounds = track.get_time_bounds()
    if not bounds.start_time or not bounds.end_time:
        return None
    seconds = sum(segment.get_duration() or 0 for segment in track.segments)
    climb = track.get_uphill_downhill().uphill
    beats = list(_beats(track))
    return _found(
        bounds.start_time,
        seconds,
        track.length_2d(),
        climb if track.has_elevations() else None,
        sum(beats) / len(beats) if beats else None,
    )


def _beats(track: GPXTrack) -> Iterator[float]:
    """From the extension that most devices use for it."""
    for segment in track.segments:
        for point in segment.points:
            for extension in point.extensions:
                for element in extension.iter():
                    if element.tag.rpartition("}")[2] == "hr" and (element.text or "").isdigit():
                        yield float(element.text or 0)


# FIT


class Point(NamedTuple):
    at: datetime
    metres: float | None
    heart: float | None


def _fit(content: bytes, most_points: int) -> Answer:
    """Its sessions as the device summed them up; of a file that breaks off, its points."""
    import fitdecode

    warnings.simplefilter("ignore")
    sessions: list[Found] = []
    points: list[Point] = []
    broken_at = None
    reader = fitdecode.FitReader(
        io.BytesIO(content),
        check_crc=fitdecode.CrcCheck.RAISE,
        error_handling=fitdecode.ErrorHandling.IGNORE,
    )
    try:
        for frame in reader:
            if frame.frame_type != fitdecode.FIT_FRAME_DATA:
                continue
            if frame.name == "session":
                sessions += _of_session(frame)
            elif frame.name == "record":
                points += _of_record(frame)
            if len(points) > most_points or len(sessions) > MOST_ACTIVITIES:
                sys.exit(TOO_LARGE)
    except fitdecode.FitError as fault:
        broken_at = getattr(fault, "offset", None) or len(content)
    return {"activities": sessions or _of_points(points), "broken_at": broken_at}


def _of_session(frame: Any) -> Iterable[Found]:
    start = frame.get_value("start_time", fallback=None)
    seconds = _number(frame, "total_timer_time")
    if isinstance(start, datetime) and seconds is not None:
        yield _found(
            start,
            seconds,
            _number(frame, "total_distance"),
            _number(frame, "total_ascent"),
            _number(frame, "avg_heart_rate"),
        )


def _of_record(frame: Any) -> Iterable[Point]:
    at = frame.get_value("timestamp", fallback=None)
    if isinstance(at, datetime):
        yield Point(at, _number(frame, "distance"), _number(frame, "heart_rate"))


def _of_points(points: list[Point]) -> list[Found]:
    if len(points) < 2:
        return []
    metres = [each.metres for each in points if each.metres is not None]
    beats = [each.heart for each in points if each.heart is not None]
    first, last = points[0].at, points[-1].at
    return [
        _found(
            first,
            (last - first).total_seconds(),
            max(metres) if metres else None,
            None,
            sum(beats) / len(beats) if beats else None,
        )
    ]


def _number(frame: Any, name: str) -> float | None:
    value = frame.get_value(name, fallback=None)
    return float(value) if isinstance(value, int | float) else None


# Both


def _found(
    start: datetime,
    seconds: float,
    metres: float | None,
    climb: float | None,
    heart: float | None,
) -> Found:
    naive = start.astimezone(UTC).replace(tzinfo=None) if start.tzinfo else start
    return {
        "start": naive.replace(microsecond=0).isoformat(),
        "minutes": round(seconds / UNIT_OF_TIME, 1),
        "km": round(metres / 1000, 2) if metres else None,
        "climb": round(climb) if climb is not None else None,
        "heart": round(heart) if heart else None,
    }


if __name__ == "__main__":
    main()
