"""Beginning to measure something, changing it, letting it go."""

from decimal import Decimal

from sqlalchemy import delete, select

from pro_am.accounts.models import Member
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.measures.models import MeasureValue, Series, Sharing, ValueComment
from pro_am.measures.queries import own
from pro_am.measures.rules.goals import check_weight_goal
from pro_am.measures.rules.kinds import MOST_SERIES, UNITS, SeriesKind
from pro_am.measures.rules.refusals import EnoughSeries, MeasuredAlready, NameNeeded
from pro_am.measures.rules.values import check_value, thousandths


def begin_series(
    client: Member, kind: SeriesKind, *, name: str = "", unit: str = "", idempotency_key: str
) -> Series:
    """One of each kind; of what has a name of its own, as many as there are names."""
    with transaction():
        wait_for_turn(client)
        if known := own.with_key(client, idempotency_key):
            return known
        name = name.strip()
        _check_new(own.series_of(client), kind, name)
        series = Series(
            public_id=ids.public_id(),
            client_id=client.id,
            idempotency_key=idempotency_key,
            kind=kind,
            name=name if kind is SeriesKind.OTHER else "",
            unit=UNITS.get(kind, unit.strip()),
            created_at=clock.now(),
        )
        db.session.add(series)
    return series


def change_series(series: Series, *, name: str, unit: str) -> None:
    """Only what has a name of its own can have another."""
    with transaction():
        if series.kind is not SeriesKind.OTHER:
            return
        if not name.strip():
            raise NameNeeded
        series.name, series.unit = name.strip(), unit.strip()


def set_goal(series: Series, goal: Decimal | None, *, height_cm: int | None = None) -> None:
    """The height is asked for a goal of weight, looked at, and not kept."""
    with transaction():
        if goal is not None:
            check_value(series.kind, goal)
            if series.kind is SeriesKind.WEIGHT:
                check_weight_goal(goal, height_cm)
        series.goal_thousandths = None if goal is None else thousandths(goal)


def remove_series(series: Series) -> None:
    """With all of its values and what was said of them."""
    values = select(MeasureValue.id).where(MeasureValue.series_id == series.id)
    with transaction():
        for statement in (
            delete(ValueComment).where(ValueComment.value_id.in_(values)),
            delete(MeasureValue).where(MeasureValue.series_id == series.id),
            delete(Sharing).where(Sharing.series_id == series.id),
            delete(Series).where(Series.id == series.id),
        ):
            db.session.execute(statement)


def wait_for_turn(client: Member) -> None:
    """Of two forms or devices at once, the second sees what the first has added."""
    db.session.get_one(Member, client.id, with_for_update=True)


def _check_new(there: list[Series], kind: SeriesKind, name: str) -> None:
    if len(there) >= MOST_SERIES:
        raise EnoughSeries(most=MOST_SERIES)
    if kind is SeriesKind.OTHER and not name:
        raise NameNeeded
    names = {each.name.casefold() for each in there if each.kind is kind}
    if (name.casefold() if kind is SeriesKind.OTHER else "") in names:
        raise MeasuredAlready
