"""One series in the stretch of days that a page shows: its chart, its words and its rows."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from flask import request

from pro_am.accounts.models import Member
from pro_am.measures.models import Series
from pro_am.measures.queries.own import name_of, today_of
from pro_am.measures.queries.rows import Said, ValueRow, comments_in, values_in
from pro_am.measures.rules import rhythm, spans
from pro_am.measures.rules.chart import Chart, draw
from pro_am.measures.rules.days import Point, by_day
from pro_am.measures.rules.spans import Span, Window
from pro_am.measures.rules.values import EARLIEST


@dataclass(frozen=True)
class Drawn:
    name: str
    unit: str
    is_added: bool
    span: Span
    window: Window
    chart: Chart | None
    points: tuple[Point, ...]
    rows: list[ValueRow]
    comments: dict[int, list[Said]]
    goal: Decimal | None
    gap_since: date | None  # said when the newest days are shown
    earlier: date
    later: date | None

    @property
    def least(self) -> Decimal:
        return min(value for _, value in self.points)

    @property
    def most(self) -> Decimal:
        return max(value for _, value in self.points)


def drawn(series: Series, client: Member, *, for_coach: Member | None = None) -> Drawn:
    """As the address asks: `span` and the last day, `to`. A coach sees no goal, no note."""
    today = today_of(client)
    span, last = _asked_span(), _asked_day(today)
    window = spans.window(span, last)
    rows = values_in(series, Window(min(window.first, today - timedelta(days=120)), window.last))
    days = [day for day, _ in by_day(series.kind, (row.taken for row in rows))]
    shown = [row for row in rows if row.day in window]
    comments = comments_in(series, window, by=for_coach)
    points = by_day(series.kind, (row.taken for row in shown))
    goal = None if for_coach else series.goal
    length = spans.LENGTHS[span]
    return Drawn(
        name=name_of(series),
        unit=series.unit,
        is_added=series.is_added,
        span=span,
        window=window,
        chart=draw(
            points,
            window,
            is_added=series.is_added,
            labelled=spans.labelled_days(span, window),
            marked={row.day for row in shown if row.id in comments},
            goal=goal,
        ),
        points=points,
        rows=shown[::-1],
        comments=comments,
        goal=goal,
        gap_since=rhythm.gap_since(days, today) if days and last == today else None,
        earlier=window.first - timedelta(days=1),
        later=min(today, last + timedelta(days=length)) if last < today else None,
    )


def _asked_span() -> Span:
    wanted = request.args.get("span", "")
    return Span(wanted) if wanted in list(Span) else Span.MONTH


def _asked_day(today: date) -> date:
    try:
        asked = date.fromisoformat(request.args.get("to", ""))
    except ValueError:
        return today
    return min(max(asked, EARLIEST + timedelta(days=400)), today)
