"""Cases of calendar files, and of the rules by which their events repeat."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pro_am.calendar_sources.rules.reading import Owner, read
from pro_am.foundation.time_slots import TimeSlot
from pro_am.foundation.time_zones import to_local, zone
from pro_am.operations.cases.facts import facts_of, instant, written

FACTS_FOR_PEOPLE = ("id", "title", "source", "note", "seen_in", "plain_libs")
LONGER_THAN_ANY = timedelta(days=366 * 40)  # of the repetitions that come to an end


def answer_of_file(case: Mapping[str, Any], folder: Path) -> Iterator[tuple[Any, Any]]:
    """The busy time that a file beside the cases says."""
    with facts_of(case) as facts:
        facts.take(*FACTS_FOR_PEOPLE)
        content = (folder / facts.need("file")).read_bytes()
        asked = facts.need("query")
        email = facts.take("owner_email", default="").lower()
        owner = Owner(facts.need("owner_zone"), frozenset({email} if email else ()))
        expected = facts.need("expected_busy_utc")
    found = read(content, TimeSlot(instant(asked["from"]), instant(asked["to"])), owner)
    yield expected, [[written(each.start), written(each.end)] for each in found.busy]


def answer_of_rule(case: Mapping[str, Any], _folder: Path) -> Iterator[tuple[Any, Any]]:
    """When an event of a second begins, again and again."""
    with facts_of(case) as facts:
        facts.take(*FACTS_FOR_PEOPLE)
        zone_name, first = facts.need("zone"), datetime.fromisoformat(facts.need("dtstart_local"))
        without = [datetime.fromisoformat(each) for each in facts.take("exdates_local", default=())]
        content = _file_with(zone_name, first, facts.need("rrule"), without)
        beginning, total = facts.need("expected_local_first"), facts.take("expected_total")
    last = datetime.fromisoformat(beginning[-1]) if beginning else first
    margin = timedelta(days=2)  # a zone is less away from UTC
    end = last + margin if total is None else first + LONGER_THAN_ANY
    found = read(content, TimeSlot(first - margin, end), Owner(zone_name)).busy
    starts = [to_local(each.start, zone(zone_name)) for each in found]
    yield beginning, [f"{each:%Y-%m-%dT%H:%M}" for each in starts[: len(beginning)]]
    if total is not None:
        yield total, len(starts)


def _file_with(zone_name: str, first: datetime, rule: str, without: list[datetime]) -> bytes:
    """The rule as the only event of a file."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "BEGIN:VEVENT",
        "UID:case",
        f"DTSTART;TZID={zone_name}:{first:%Y%m%dT%H%M%S}",
        "DURATION:PT1S",
        f"RRULE:{rule}",
        *(f"EXDATE;TZID={zone_name}:{each:%Y%m%dT%H%M%S}" for each in without),
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()
