"""Writing values down by hand, correcting them, taking them out."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy import delete

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.measures.actions.adding import Added, NewValue, add_values
from pro_am.measures.models import MeasureValue, Series, ValueComment
from pro_am.measures.queries.own import today_of
from pro_am.measures.rules.kinds import Source
from pro_am.measures.rules.refusals import NothingWritten
from pro_am.measures.rules.values import check_day, check_value, thousandths


def write_down(
    client: Member,
    values: Mapping[Series, Decimal],
    day: date,
    *,
    idempotency_key: str,
    note: str = "",
) -> Added:
    """What a form says of one day; sent twice, it is there once."""
    if not values:
        raise NothingWritten
    today = today_of(client)
    check_day(day, today)
    for series, value in values.items():
        check_value(series.kind, value)
    at = clock.now() if day == today else None
    return add_values(
        client,
        [
            NewValue(series.id, f"form:{idempotency_key}", day, at, value, note.strip())
            for series, value in values.items()
        ],
        Source.FORM,
    )


def correct(client: Member, value: MeasureValue, number: Decimal, day: date, note: str) -> None:
    """A value of another day has no moment any more."""
    check_day(day, today_of(client))
    check_value(value.series.kind, number)
    with transaction():
        if day != value.day:
            value.day, value.at = day, None
        value.thousandths, value.note = thousandths(number), note.strip()
        value.corrected_at = clock.now()


def remove_value(value: MeasureValue) -> None:
    with transaction():
        db.session.execute(delete(ValueComment).where(ValueComment.value_id == value.id))
        db.session.delete(value)
