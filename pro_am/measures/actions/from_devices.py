"""Values that a device sends, each row answered by itself."""

from datetime import timedelta
from typing import NamedTuple

from pro_am.accounts.actions.throttles import count
from pro_am.accounts.rules import Throttle
from pro_am.foundation import time_zones
from pro_am.foundation.refusal import Refusal
from pro_am.measures.actions.adding import NewValue, Outcome, add_values
from pro_am.measures.actions.devices import note_use
from pro_am.measures.models import Device, Series
from pro_am.measures.queries.devices import device_with
from pro_am.measures.queries.own import name_of, series_of, today_of
from pro_am.measures.rules import device_rows
from pro_am.measures.rules.device_rows import Target
from pro_am.measures.rules.kinds import SeriesKind, Source

# As signing in: guesses are few, and a device that has lost its mind stops no other.
UNKNOWN_PER_PLACE = Throttle("device place", 10, timedelta(minutes=5))
SENDING_PER_DEVICE = Throttle("device sending", 60, timedelta(minutes=5))


class Answer(NamedTuple):
    """Of one row: what came of it, or why it was refused."""

    key: str | None
    outcome: Outcome | Refusal


def admit(secret: str, *, place: str) -> Device | None:
    """The device of a secret; raise TooManyTries after too many guesses, or letters."""
    device = device_with(secret)
    if device is None:
        count(UNKNOWN_PER_PLACE, place)
        return None
    count(SENDING_PER_DEVICE, device.public_id)
    return device


def take_in(device: Device, content: bytes) -> list[Answer]:
    """Add what is good. Of a row that came before, its value stays."""
    client = device.client
    rows = device_rows.read_body(content)
    series = _by_name(series_of(client))
    zone, today = time_zones.zone(client.time_zone), today_of(client)
    answers: list[Answer | None] = []
    good: list[NewValue] = []
    for row in rows:
        try:
            read = device_rows.read_row(row, series, zone, today)
        except Refusal as refusal:
            answers.append(Answer(device_rows.key_of(row), refusal))
            continue
        good.append(NewValue(read.series_id, read.key, *read.when, read.value, read.note))
        answers.append(None)
    outcomes = iter(add_values(client, good, Source.DEVICE).outcomes)
    note_use(device)
    return [
        answer or Answer(device_rows.key_of(row), next(outcomes))
        for row, answer in zip(rows, answers, strict=True)
    ]


def _by_name(series: list[Series]) -> dict[str, Target]:
    found: dict[str, Target] = {}
    for each in series:
        target = Target(each.id, each.kind)
        found[name_of(each).casefold()] = target
        if each.kind is not SeriesKind.OTHER:
            found[each.kind] = target
        found[each.public_id] = target
    return found
