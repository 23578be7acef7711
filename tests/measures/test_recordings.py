"""Recordings of strangers: what is read from them, and what they cannot do."""

import time as wall
from decimal import Decimal

import pytest

from pro_am.measures import sandbox
from pro_am.measures.rules.files import (
    MOST_BYTES,
    MOST_TABLE_BYTES,
    FileEmpty,
    FileKind,
    FileTooLarge,
    NoActivity,
    TooMuchWork,
    kind_of,
)
from tests.measures.recordings import GPX, LAUGHS, READER, START, fit, gpx


def test_of_a_gpx_file_the_sums_are_read():
    found = sandbox.read_apart(gpx())

    (walk,) = found.activities
    assert (walk.start, walk.minutes) == (START, Decimal("30.0"))
    assert Decimal("3.3") < walk.km < Decimal("3.4")
    assert walk.climb in range(25, 32)
    assert walk.heart == 120
    assert found.broken_at is None


def test_of_a_fit_file_the_session_is_read():
    found = sandbox.read_apart(fit())

    (run,) = found.activities
    assert (run.start, run.minutes, run.km) == (START, 30, 5)
    assert (run.climb, run.heart) == (120, 141)


def test_without_a_session_the_points_are_summed():
    (run,) = sandbox.read_apart(fit(session=False)).activities

    assert (run.minutes, run.km, run.climb, run.heart) == (30, 5, None, 130)


def test_a_file_that_breaks_off_gives_what_came_before():
    cut = sandbox.read_apart(gpx()[: len(gpx()) * 2 // 3])
    assert cut.broken_at is not None
    assert cut.broken_at > 5
    assert 10 < cut.activities[0].minutes < 30

    cut = sandbox.read_apart(fit(points=50)[:-60])
    assert cut.broken_at
    assert cut.activities[0].minutes > 20


def test_a_wrong_sum_is_told_and_the_session_read():
    damaged = bytearray(fit())
    damaged[-1] ^= 0xFF

    found = sandbox.read_apart(bytes(damaged))

    assert found.broken_at
    assert found.activities[0].minutes == 30


@pytest.mark.parametrize(
    "content",
    [
        LAUGHS,
        READER,
        b"<gpx>",
        b"<html><body>no</body></html>",
        GPX.format(points="").encode(),
        b"\x0e\x10\x5c\x08\x00\x00\x00\x00.FIT\x00\x00",
        b"\x0e\x10\x5c\x08\xff\xff\xff\xff.FIT" + b"\x42" * 300,
        fit()[:20],
        b"<" * 5000,
    ],
    ids=[
        "entities that explode",
        "entities that read files",
        "unclosed",
        "a page",
        "no points",
        "an empty body",
        "noise",
        "a header alone",
        "brackets",
    ],
)
def test_what_is_no_recording_is_refused_soon(content):
    begun = wall.monotonic()

    with pytest.raises((NoActivity, TooMuchWork)):
        sandbox.read_apart(content)

    assert wall.monotonic() - begun < 10


def test_too_many_points_are_too_much_work(monkeypatch):
    monkeypatch.setattr(sandbox, "MOST_POINTS", 20)

    with pytest.raises(TooMuchWork):
        sandbox.read_apart(gpx(41))
    with pytest.raises(TooMuchWork):
        sandbox.read_apart(fit(points=21))


def test_deep_nesting_costs_no_more_than_it_may(monkeypatch):
    monkeypatch.setattr(sandbox, "CPU_SECONDS", 2)

    with pytest.raises((NoActivity, TooMuchWork)):
        sandbox.read_apart(b"<gpx>" + b"<a>" * 300_000)


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(sandbox, "MEMORY_BYTES", 50 * 1024 * 1024)

    assert sandbox.read_apart(gpx()).activities
    with pytest.raises((NoActivity, TooMuchWork)):
        sandbox.read_apart(gpx(20_000))


def test_a_file_is_known_by_what_stands_in_it():
    assert kind_of(gpx(2)) is FileKind.RECORDING
    assert kind_of(fit()) is FileKind.RECORDING
    assert kind_of(b"date;poids\n") is FileKind.TABLE
    with pytest.raises(FileEmpty):
        kind_of(b" \n ")
    with pytest.raises(FileTooLarge):
        kind_of(b"<" + b" " * MOST_BYTES)
    with pytest.raises(FileTooLarge):
        kind_of(b"a" * (MOST_TABLE_BYTES + 1))
