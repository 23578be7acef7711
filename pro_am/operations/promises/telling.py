"""What drills found, in a sentence for people who have never heard of a drill."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import format_decimal
from flask_babel import gettext as _

from pro_am.foundation.words import mark
from pro_am.operations.promises import records
from pro_am.operations.promises.records import Record

Figures = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    title: str
    words: str
    record: Record
    is_shipped: bool
    """Not found on this installation, but before the program came here."""


def all_told(instance: str) -> dict[str, list[Told]]:
    """By drill, on each engine on which it was run."""
    return {drill: list(_told(instance, drill)) for drill in SENTENCES}


def _told(instance: str, drill: str) -> list[Told]:
    found = [(engine, *records.latest(instance, drill, engine)) for engine in records.ENGINES]
    return [
        Told(_(TITLES[drill]), SENTENCES[drill](record.figures), record, is_shipped)
        for _engine, record, is_shipped in found
        if record
    ]


def _double_booking(figures: Figures) -> str:
    return _(
        "%(attempts)s requests for overlapping times, from %(processes)s processes at once:"
        " %(slots)s times to give, %(booked)s given, %(twice)s given twice.",
        attempts=format_decimal(figures["attempts"]),
        processes=figures["processes"],
        slots=format_decimal(figures["slots"]),
        booked=format_decimal(figures["booked"]),
        twice=figures["over_capacity"],
    )


def _rush(figures: Figures) -> str:
    return _(
        "%(parallel)s people press “book” at the same moment, %(rounds)s times over: %(seats)s"
        " places to give, %(winners)s given, %(twice)s times given twice. Who came too late was"
        " shown other times within %(seconds)s seconds.",
        parallel=figures["parallel"],
        rounds=format_decimal(figures["rounds"]),
        seats=format_decimal(figures["seats"]),
        winners=format_decimal(figures["winners"]),
        twice=figures["over_capacity"],
        seconds=format_decimal(round(figures["slowest_loser_ms"] / 1000, 1)),
    )


def _kill(figures: Figures) -> str:
    return _(
        "%(acknowledged)s bookings, while the server was killed %(kills)s times: %(lost)s lost,"
        " %(half)s incomplete, %(twice)s written twice. It was back %(seconds)s seconds after.",
        acknowledged=format_decimal(figures["acknowledged"]),
        kills=figures["kills_of_one"] + figures["kills_of_all"],
        lost=figures["lost"],
        half=figures["half"],
        twice=figures["twice"],
        seconds=format_decimal(round(figures["restart_s_median"], 1)),
    )


def _search_index(figures: Figures) -> str:
    return _(
        "The index was damaged in %(rounds)s ways while people searched: right again after"
        " %(seconds)s seconds at most. %(searches)s searches, %(faults)s without an answer;"
        " %(wrong)s withdrawn offers shown. What is changed is found after %(visible)s seconds.",
        rounds=len(figures["healed_s"]),
        seconds=format_decimal(round(figures["slowest_s"])),
        searches=format_decimal(figures["searches"]),
        faults=figures["faults"],
        wrong=figures["wrong"],
        visible=format_decimal(round(figures["visible_s_p50"], 1)),
    )


def _recaps(figures: Figures) -> str:
    return _(
        "%(friends)s friends follow for two weeks in which the clocks change, while two programs"
        " write to them, are killed %(kills)s times, and have their clocks set wrong: %(received)s"
        " letters arrived, %(twice)s twice, %(lost)s lost. Of %(unknown)s nobody can know whether"
        " they arrived; they are listed, and not sent again.",
        friends=format_decimal(figures["supporters"]),
        kills=figures["kills"],
        received=format_decimal(figures["received"]),
        twice=figures["duplicates"],
        lost=figures["lost"],
        unknown=format_decimal(figures["unknown"]),
    )


SENTENCES: Mapping[str, Callable[[Figures], str]] = {
    "double-booking": _double_booking,
    "double-booking-http": _rush,
    "kill": _kill,
    "recaps": _recaps,
    "search-index": _search_index,
    "search-index-in-postgresql": _search_index,
}
TITLES = {
    "double-booking": mark("The same time, asked for by many programs"),
    "double-booking-http": mark("The same time, booked on the page by many people"),
    "kill": mark("The server, killed while it writes"),
    "recaps": mark("Weekly letters, while their writers are killed"),
    "search-index": mark("The index of search, damaged"),
    "search-index-in-postgresql": mark("The index of search in the database, damaged"),
}
