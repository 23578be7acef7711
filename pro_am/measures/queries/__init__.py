"""What is known of series: their owner's view, and what others are shown."""

from pro_am.measures.queries.devices import device_of, device_with, devices_of
from pro_am.measures.queries.own import (
    Latest,
    latest_of,
    newest_values,
    series_named,
    series_of,
    value_of,
    with_key,
)
from pro_am.measures.queries.proposals import proposal_of, proposals_to
from pro_am.measures.queries.rows import ValueRow, values_in
from pro_am.measures.queries.sharings import audiences_of, is_shared
from pro_am.measures.queries.shown import SeriesShown, shown_to, shown_to_each
from pro_am.measures.queries.taken import csv_table, facts_of
from pro_am.measures.queries.uploads import upload_of

__all__ = [
    "Latest",
    "SeriesShown",
    "ValueRow",
    "audiences_of",
    "csv_table",
    "device_of",
    "device_with",
    "devices_of",
    "facts_of",
    "is_shared",
    "latest_of",
    "newest_values",
    "proposal_of",
    "proposals_to",
    "series_named",
    "series_of",
    "shown_to",
    "shown_to_each",
    "upload_of",
    "value_of",
    "values_in",
    "with_key",
]
