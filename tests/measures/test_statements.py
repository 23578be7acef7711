"""What the pages of measures ask of the database: a few questions, however much they show."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.measures import actions
from pro_am.measures.actions import NewValue
from pro_am.measures.models import MeasureValue, Series
from pro_am.measures.queries.rows import values_in
from pro_am.measures.rules.kinds import SeriesKind, Source
from pro_am.measures.rules.spans import Window
from pro_am.programmes.models import Programme
from tests.factories.programmes import make_programme
from tests.measures.hands import begin
from tests.support.statements import counted

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

MOST = 8
TODAY = date(2030, 1, 7)
PAGES = {
    "/measures/": "ana",
    "/measures/{series}?span=year": "ana",
    "/measures/devices": "ana",
    "/programmes/{programme}/measures": "ana",
    "/programmes/{programme}/measures ": "ben",
    "/programmes/{programme}/measures/{series}?span=year": "ben",
}


@pytest.fixture
def facts(app, done) -> dict[str, str]:
    """A year of Ana's weight, shown to Ben who commented on it, and her steps."""

    def fill(person):
        ana, ben = person("ana"), person("ben")
        programme = make_programme(ana, ben)
        for kind in (SeriesKind.WEIGHT, SeriesKind.STEPS):
            series = begin(ana, kind)
            values = [
                NewValue(series.id, str(n), TODAY - timedelta(days=n), None, Decimal(70 + n % 5))
                for n in range(365)
            ]
            actions.add_values(ana, values, Source.FILE)
            actions.share_with_coach(series, programme)
            for n in range(5):
                row = values_in(series, Window(TODAY - timedelta(days=9), TODAY))[n]
                value = db.session.get_one(MeasureValue, row.id)
                actions.comment(value, ben, "Calmly on.", idempotency_key=f"{kind} {n}")
        actions.propose(programme, SeriesKind.MINUTES, name="", unit="", idempotency_key="p")

    done(fill)
    with app.app_context():
        weight = select(Series).where(Series.kind == SeriesKind.WEIGHT)
        return {
            "series": db.session.scalars(weight).one().public_id,
            "programme": db.session.scalars(select(Programme)).one().public_id,
        }


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_measures_asks_few_questions(app, browser_of, facts, path):
    visitor, path = browser_of(PAGES[path]), path.strip().format(**facts)
    assert visitor.get(path).status_code == 200

    with counted(app) as asked:
        visitor.get(path)

    assert len(asked) <= MOST, "\n".join(asked)
