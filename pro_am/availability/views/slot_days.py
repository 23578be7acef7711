"""Start times as pages show them: days as columns, the times of each below."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pro_am.foundation import clock, time_zones
from pro_am.foundation.web import wording

SHOWN_DAYS = 5
FARTHEST = timedelta(days=400)  # beyond every horizon


@dataclass(frozen=True)
class SlotChoice:
    value: str
    label: str
    note: str = ""  # "3 left"


@dataclass(frozen=True)
class Wait:
    """A start that is full, or the whole day: where one joins its waiting list."""

    label: str  # empty: the day
    url: str


@dataclass(frozen=True)
class SlotDay:
    label: str
    long_label: str
    slots: list[SlotChoice]
    is_full: bool = False  # open, and taken by others
    waiting: Sequence["Wait"] = ()  # what one can wait for


def as_value(start: datetime) -> str:
    """`2026-11-28T18:30Z`, as forms send a start."""
    return f"{start:%Y-%m-%dT%H:%MZ}"


def from_value(text: str | None) -> datetime | None:
    """The start that a form sent; None for anything else, or far away."""
    try:
        start = datetime.strptime(text or "", "%Y-%m-%dT%H:%MZ")  # noqa: DTZ007 - naive is UTC here
    except ValueError:
        return None
    return start if abs(start - clock.now()) < FARTHEST else None


def by_local_day(starts: Sequence[datetime], zone_name: str) -> dict[date, list[datetime]]:
    zone = time_zones.zone(zone_name)
    days: dict[date, list[datetime]] = {}
    for start in starts:
        days.setdefault(time_zones.to_local(start, zone).date(), []).append(start)
    return days


def shown_from(first: date) -> list[date]:
    return [first + timedelta(days=number) for number in range(SHOWN_DAYS)]


def slot_days(
    days: Sequence[date],
    by_day: Mapping[date, Sequence[datetime]],
    zone_name: str,
    *,
    full: Collection[date] = (),
    notes: Mapping[datetime, str] | None = None,
    waiting: Mapping[date, Sequence[Wait]] | None = None,
) -> list[SlotDay]:
    return [
        SlotDay(
            wording.day(day),
            wording.long_day(day),
            [
                SlotChoice(
                    as_value(start),
                    wording.clock_time(start, zone_name),
                    (notes or {}).get(start, ""),
                )
                for start in by_day.get(day, ())
            ],
            is_full=day in full,
            waiting=(waiting or {}).get(day, ()),
        )
        for day in days
    ]


def heading(days: Sequence[date]) -> str:
    return f"{wording.day(days[0])} – {wording.day(days[-1])}"
