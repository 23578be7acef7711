"""What Anaïs measures: her steps for most of a year, her weight once a week, her sleep of late."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.measures import actions, queries
from pro_am.measures.actions import NewValue
from pro_am.measures.models import Series
from pro_am.measures.queries.own import today_of
from pro_am.measures.rules.kinds import SeriesKind, Source
from pro_am.operations.demo import found
from pro_am.programmes.queries import programmes

WORDS = "Belle sortie, et sans forcer. Continuez à ce rythme."
A_HOLIDAY = range(40, 52)  # days ago: nothing was measured


def fill(members: Mapping[str, Member], chance: Random) -> None:
    anais = members["anais"]
    today = today_of(anais)
    steps = _begin(anais, SeriesKind.STEPS)
    weight = _begin(anais, SeriesKind.WEIGHT)
    sleep = _begin(anais, SeriesKind.OTHER, name="Sommeil", unit="h")
    values = []
    for ago in range(300, 0, -1):
        day = today - timedelta(days=ago)
        if ago in A_HOLIDAY:
            continue
        values.append(_value(steps, day, Decimal(chance.randrange(3200, 12800))))
        if day.weekday() == 0 and ago < 150:
            grams = 71_000 + 12 * ago + chance.randrange(-400, 400)
            values.append(_value(weight, day, Decimal(grams // 100) / 10))
        if 4 < ago < 25:
            values.append(_value(sleep, day, Decimal(chance.randrange(12, 18)) / 2))
    actions.add_values(anais, values, Source.DEVICE)


def show() -> None:
    """Her coach sees her steps, said something of the newest, and would like to see more."""
    anais = found.member("anais")
    (programme, *_) = programmes.of_client(anais)
    steps = next(each for each in queries.series_of(anais) if each.kind is SeriesKind.STEPS)
    actions.share_with_coach(steps, programme)
    (newest,) = queries.newest_values(steps, 1)
    actions.comment(newest, programme.coach, WORDS, idempotency_key="demo")
    actions.propose(
        programme, SeriesKind.OTHER, name="Souffle, de 1 à 5", unit="", idempotency_key="demo"
    )


def _begin(client: Member, kind: SeriesKind, *, name: str = "", unit: str = "") -> Series:
    series = actions.begin_series(
        client, kind, name=name, unit=unit, idempotency_key=f"demo {kind}"
    )
    db.session.flush()  # its values need its number
    return series


def _value(series: Series, day: date, value: Decimal) -> NewValue:
    return NewValue(series.id, f"demo {day}", day, None, value)
