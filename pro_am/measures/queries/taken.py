"""All that a member has measured, for themselves to take along."""

from collections.abc import Iterator

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import time_zones
from pro_am.foundation.database import db
from pro_am.measures.models import MeasureValue, Series, Sharing, ValueComment
from pro_am.measures.queries.own import name_of, series_of
from pro_am.measures.rules.values import from_thousandths

Facts = dict[str, object]


def facts_of(client: Member) -> Iterator[Facts]:
    rows = db.session.execute(
        select(Series, MeasureValue)
        .join(MeasureValue, MeasureValue.series_id == Series.id)
        .where(Series.client_id == client.id)
        .order_by(Series.id, MeasureValue.day, MeasureValue.id)
        .execution_options(yield_per=500)
    )
    for series, value in rows:
        yield {
            "series": name_of(series),
            "kind": series.kind,
            "unit": series.unit,
            "day": value.day,
            "at": value.at,
            "value": value.value,
            "source": value.source,
            "note": value.note,
        }


def sharing_facts_of(client: Member) -> Iterator[Facts]:
    rows = db.session.execute(
        select(Series, Sharing.audience, Sharing.since)
        .join(Sharing, Sharing.series_id == Series.id)
        .where(Series.client_id == client.id)
    )
    for series, audience, since in rows:
        yield {"series": name_of(series), "with": audience, "since": since}


def comment_facts_of(member: Member) -> Iterator[Facts]:
    """What they said of others' values, and what was said of theirs."""
    rows = db.session.execute(
        select(ValueComment, MeasureValue.day)
        .join(MeasureValue, MeasureValue.id == ValueComment.value_id)
        .join(Series, Series.id == MeasureValue.series_id)
        .where((ValueComment.by_id == member.id) | (Series.client_id == member.id))
        .order_by(ValueComment.id)
    )
    for comment, day in rows:
        yield {"day": day, "by": comment.by.name, "at": comment.at, "text": comment.text}


def csv_table(client: Member) -> list[list[str]]:
    """A line for each day, or moment, and a column for each series: as spreadsheets like it, and
    as it can be sent here again. A value with a note has a line of its own."""
    series = series_of(client)
    zone = time_zones.zone(client.time_zone)
    lines: dict[tuple[str, int, str], dict[int, str]] = {}
    rows = db.session.execute(
        select(
            MeasureValue.series_id,
            MeasureValue.day,
            MeasureValue.at,
            MeasureValue.thousandths,
            MeasureValue.note,
        )
        .where(MeasureValue.series_id.in_([each.id for each in series]))
        .order_by(MeasureValue.day, MeasureValue.at, MeasureValue.id)
    )
    for series_id, day, at, count, note in rows:
        when = f"{time_zones.to_local(at, zone):%Y-%m-%d %H:%M}" if at else day.isoformat()
        again = 0
        while series_id in lines.setdefault((when, again, note), {}):
            again += 1
        lines[when, again, note][series_id] = f"{from_thousandths(count).normalize():f}"
    return [
        ["date", *(_title(each) for each in series), "note"],
        *(
            [when, *(cells.get(each.id, "") for each in series), note]
            for (when, _, note), cells in lines.items()
        ),
    ]


def _title(series: Series) -> str:
    return f"{name_of(series)} ({series.unit})" if series.unit else name_of(series)
