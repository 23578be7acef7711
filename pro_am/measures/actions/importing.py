"""Files: what was read from one waits for its member's yes, then its values are added."""

import json
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import BinaryIO, NamedTuple

from flask_babel import gettext
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids, time_zones
from pro_am.foundation.database import db, transaction
from pro_am.measures import sandbox
from pro_am.measures.actions.adding import Added, NewValue, Outcome, add_values, compare
from pro_am.measures.actions.series import begin_series, wait_for_turn
from pro_am.measures.models import MeasureValue, Series, Upload
from pro_am.measures.queries.own import series_named, with_kind
from pro_am.measures.queries.uploads import upload_with_key
from pro_am.measures.rules import columns, files, tables
from pro_am.measures.rules.columns import NEW, Column
from pro_am.measures.rules.files import FileKind, FileTooLarge
from pro_am.measures.rules.kinds import LONGEST_NAME, LONGEST_UNIT, SeriesKind, Source
from pro_am.measures.rules.reading import Good
from pro_am.measures.rules.tables import Table
from pro_am.measures.rules.values import thousandths

LONGEST_FILE_NAME = 80


class Yes(NamedTuple):
    """What a member agreed to: the good lines of some columns."""

    good: Sequence[Good]
    columns: Sequence[Column]
    replacing: bool


def keep_upload(client: Member, stream: BinaryIO, name: str, *, idempotency_key: str) -> Upload:
    """Read a file and keep its table for the next page; a recording is read in a child process.

    Outside a transaction, so that nothing is locked meanwhile.
    """
    if known := upload_with_key(client, idempotency_key):
        return known
    content = stream.read(files.MOST_BYTES + 1)
    if len(content) > files.MOST_BYTES:
        raise FileTooLarge
    is_recording = files.kind_of(content) is FileKind.RECORDING
    table = _recorded(client, content) if is_recording else tables.read_table(content)
    with transaction():
        wait_for_turn(client)
        if known := upload_with_key(client, idempotency_key):
            return known
        upload = Upload(
            public_id=ids.public_id(),
            client_id=client.id,
            idempotency_key=idempotency_key,
            name=name[-LONGEST_FILE_NAME:],
            packed=_pack(table),
            created_at=clock.now(),
        )
        db.session.add(upload)
    return upload


def unpack(upload: Upload) -> Table:
    facts = json.loads(zlib.decompress(upload.packed))
    return Table(
        tuple(facts["header"]),
        tuple((line, tuple(cells)) for line, cells in facts["rows"]),
        facts["broken_at"],
    )


def take_over(client: Member, upload: Upload, yes: Yes) -> Added:
    """Add the good lines; series that a column asks for are begun. Twice adds nothing more."""
    header = unpack(upload).header
    with transaction():
        wait_for_turn(client)
        wanted = {each.column for each in yes.good}
        series = {i: _series_for(client, upload, yes.columns[i], header[i], i) for i in wanted}
        db.session.flush()  # new series need their numbers
        values = _new_values(yes.good, series)
        known = _known_otherwise(values)
        added = add_values(
            client,
            [each for each, is_known in zip(values, known, strict=True) if not is_known],
            Source.FILE,
            replacing=yes.replacing,
        )
        upload.imported_at = clock.now()
    return Added([*added.outcomes, *(Outcome.KNOWN for is_known in known if is_known)])


def weigh(good: Sequence[Good], series: Mapping[int, Series | None]) -> Added:
    """What taking them over would come to; for a series that is not there yet, all are new."""
    there = {i: each for i, each in series.items() if each is not None}
    values = _new_values([each for each in good if each.column in there], there)
    known = _known_otherwise(values)
    new = [each for each, is_known in zip(values, known, strict=True) if not is_known]
    fresh = [Outcome.ADDED] * (len(good) - len(values))
    return Added([*fresh, *compare(new).outcomes, *(Outcome.KNOWN for each in known if each)])


def _recorded(client: Member, content: bytes) -> Table:
    """Activities as a table, a line each, on the clock of their member's zone."""
    recording = sandbox.read_apart(content)
    zone = time_zones.zone(client.time_zone)
    header = (
        gettext("Date"),
        gettext("Minutes"),
        gettext("Distance (km)"),
        gettext("Climb (m)"),
        gettext("Mean heart rate (bpm)"),
    )
    rows = []
    for line, each in enumerate(recording.activities, start=1):
        local = time_zones.to_local(each.start, zone).isoformat(sep=" ")
        measured = (each.minutes, each.km, each.climb, each.heart)
        rows.append((line, (local, *("" if one is None else str(one) for one in measured))))
    return Table(header, tuple(rows), recording.broken_at)


def _pack(table: Table) -> bytes:
    facts = {"header": table.header, "rows": table.rows, "broken_at": table.broken_at}
    return zlib.compress(json.dumps(facts).encode(), 6)


def _series_for(client: Member, upload: Upload, column: Column, title: str, number: int) -> Series:
    if not column.meaning.startswith(NEW):
        found = series_named(client, column.meaning)
        assert found is not None  # noqa: S101 - the columns were understood from what is there
        return found
    kind = SeriesKind(column.meaning.removeprefix(NEW))
    if kind is not SeriesKind.OTHER and (known := with_kind(client, kind)):
        return known
    unit = columns.unit_in(title)
    name = title.removesuffix(f"({unit})").strip() or upload.name
    return begin_series(
        client,
        kind,
        name=name[:LONGEST_NAME],
        unit=unit[:LONGEST_UNIT],
        idempotency_key=f"file:{upload.public_id}:{number}",
    )


def _new_values(good: Sequence[Good], series: Mapping[int, Series]) -> list[NewValue]:
    return [
        NewValue(series[each.column].id, each.key, *each.when, each.value, each.note)
        for each in good
    ]


def _known_otherwise(values: Sequence[NewValue]) -> list[bool]:
    """For each whether the same number of the same day is there already, wherever it came from:
    what somebody wrote down by hand is not added again by a file."""
    there = _numbers_there(values)
    known = []
    for each in values:
        same = (each.series_id, each.day, thousandths(each.value))
        known.append(there[same] > 0)
        there[same] -= 1
    return known


def _numbers_there(values: Sequence[NewValue]) -> Counter[tuple[int, date, int]]:
    if not values:
        return Counter()
    days = [each.day for each in values]
    rows = db.session.execute(
        select(MeasureValue.series_id, MeasureValue.day, MeasureValue.thousandths).where(
            MeasureValue.series_id.in_({each.series_id for each in values}),
            MeasureValue.day.between(min(days), max(days)),
        )
    )
    return Counter((series_id, day, count) for series_id, day, count in rows)
