"""All that a member has measured, for themselves to take along."""

from collections.abc import Iterator

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.measures.models import MeasureValue, Series, Sharing, ValueComment
from pro_am.measures.queries.own import name_of
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


def csv_rows(client: Member, series: Series | None = None) -> list[list[str]]:
    """A table that a spreadsheet reads, and that can be sent here again."""
    asked = (
        select(Series, MeasureValue.day, MeasureValue.thousandths, MeasureValue.note)
        .join(MeasureValue, MeasureValue.series_id == Series.id)
        .where(Series.client_id == client.id)
        .order_by(MeasureValue.day, MeasureValue.id)
    )
    if series is not None:
        asked = asked.where(Series.id == series.id)
    return [
        [
            day.isoformat(),
            name_of(each),
            f"{from_thousandths(count).normalize():f}",
            each.unit,
            note,
        ]
        for each, day, count, note in db.session.execute(asked)
    ]
