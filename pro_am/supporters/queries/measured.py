"""The measures that a client shares with a friend, as a recap and their page tell them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from flask_babel import force_locale

from pro_am.accounts.models import Member
from pro_am.measures import queries as measures
from pro_am.measures.models import Series
from pro_am.measures.queries import SeriesShown
from pro_am.measures.rules.kinds import SeriesKind
from pro_am.supporters.models import Supporter
from pro_am.supporters.rules.audience import audience_of
from pro_am.supporters.rules.measured import figure_of
from pro_am.supporters.rules.sight import Field


class Measured(NamedTuple):
    """One figure of a week, with its name in the friend's language."""

    name: str
    value: Decimal
    unit: str


def in_letters(friends: Iterable[Supporter], monday: date) -> dict[int, list[Measured]]:
    """Of many at once. A recap never holds weight, whoever may see it on their page."""
    seeing = sorted(
        (each for each in friends if Field.MEASURES in each.sees), key=lambda each: each.language
    )
    found = {}
    for language, some in groupby(seeing, key=lambda each: each.language):
        by_audience = {audience_of(each.id): each.id for each in some}
        with force_locale(language):
            shown = measures.shown_to_each(list(by_audience), monday)
        for audience, series in shown.items():
            light = [each for each in series if each.kind is not SeriesKind.WEIGHT]
            found[by_audience[audience]] = _figures(light, monday)
    return found


def on_page(friend: Supporter, monday: date) -> list[Measured]:
    if Field.MEASURES not in friend.sees:
        return []
    shown = measures.shown_to(audience_of(friend.id), friend.client_id, monday)
    return _figures(shown, monday)


def own_series(client: Member, public_ids: Collection[str]) -> tuple[list[Series], list[Series]]:
    """Those among all of a client's, and the others."""
    series = measures.series_of(client)
    chosen = [each for each in series if each.public_id in public_ids]
    return chosen, [each for each in series if each.public_id not in public_ids]


def _figures(shown: Sequence[SeriesShown], monday: date) -> list[Measured]:
    """A week without values is not told: a gap is no zero."""
    figures = ((each, figure_of(each.kind, each.points, monday)) for each in shown)
    return [Measured(each.name, value, each.unit) for each, value in figures if value is not None]
