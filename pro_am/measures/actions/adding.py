"""Adding many values at once, none of them twice."""

import enum
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import select, update

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids
from pro_am.foundation.bulk import insert_rows
from pro_am.foundation.database import db, transaction
from pro_am.measures.actions.series import wait_for_turn
from pro_am.measures.models import MeasureValue
from pro_am.measures.rules.kinds import Source
from pro_am.measures.rules.values import thousandths

KEYS_AT_ONCE = 500


class Outcome(enum.StrEnum):
    ADDED = "added"
    KNOWN = "known"  # there already, with the same value
    DIFFERS = "differs"  # there already, with another one, which stays
    CHANGED = "changed"


class NewValue(NamedTuple):
    series_id: int
    key: str  # says that it is the same value, however often it comes
    day: date
    at: datetime | None
    value: Decimal
    note: str = ""


class Added(NamedTuple):
    outcomes: list[Outcome]  # in the order of what was given

    def count(self, outcome: Outcome) -> int:
        return self.outcomes.count(outcome)


class _There(NamedTuple):
    id: int
    thousandths: int
    is_corrected: bool


def add_values(
    client: Member, values: Sequence[NewValue], source: Source, *, replacing: bool = False
) -> Added:
    """The series are the client's own. When `replacing`, what differs is taken over, unless the
    client has corrected it by hand."""
    outcomes, rows = [], []
    with transaction():
        wait_for_turn(client)
        there = _there(values)
        for each in values:
            known = there.get((each.series_id, each.key))
            if known is None:
                rows.append(_row(each, source))
                there[each.series_id, each.key] = _There(0, thousandths(each.value), False)
                outcomes.append(Outcome.ADDED)
            else:
                outcomes.append(_settle(known, each, replacing=replacing))
        insert_rows(MeasureValue, rows)
    return Added(outcomes)


def compare(values: Sequence[NewValue]) -> Added:
    """What adding them would come to; nothing is added."""
    there = _there(values)
    outcomes = []
    for each in values:
        known = there.get((each.series_id, each.key))
        if known is None:
            outcomes.append(Outcome.ADDED)
        else:
            is_same = known.thousandths == thousandths(each.value)
            outcomes.append(Outcome.KNOWN if is_same else Outcome.DIFFERS)
    return Added(outcomes)


def _there(values: Sequence[NewValue]) -> dict[tuple[int, str], _There]:
    found: dict[tuple[int, str], _There] = {}
    series_ids = {each.series_id for each in values}
    keys = sorted({each.key for each in values})
    for start in range(0, len(keys), KEYS_AT_ONCE):
        rows = db.session.execute(
            select(
                MeasureValue.series_id,
                MeasureValue.client_key,
                MeasureValue.id,
                MeasureValue.thousandths,
                MeasureValue.corrected_at,
            ).where(
                MeasureValue.series_id.in_(series_ids),
                MeasureValue.client_key.in_(keys[start : start + KEYS_AT_ONCE]),
            )
        )
        for series_id, key, value_id, count, corrected_at in rows:
            found[series_id, key] = _There(value_id, count, corrected_at is not None)
    return found


def _settle(known: _There, each: NewValue, *, replacing: bool) -> Outcome:
    count = thousandths(each.value)
    if known.thousandths == count:
        return Outcome.KNOWN
    if not replacing or known.is_corrected or not known.id:
        return Outcome.DIFFERS
    db.session.execute(
        update(MeasureValue).where(MeasureValue.id == known.id).values(thousandths=count)
    )
    return Outcome.CHANGED


def _row(each: NewValue, source: Source) -> dict[str, object]:
    return {
        "public_id": ids.public_id(),
        "series_id": each.series_id,
        "client_key": each.key,
        "day": each.day,
        "at": each.at,
        "thousandths": thousandths(each.value),
        "source": source,
        "note": each.note,
        "created_at": clock.now(),
        "corrected_at": None,
    }
