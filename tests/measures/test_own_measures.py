"""Writing down, correcting, taking out; nobody else sees or touches it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.measures import actions, queries
from pro_am.measures.models import MeasureValue, Series
from pro_am.measures.rules.kinds import SeriesKind
from pro_am.measures.rules.refusals import MeasuredAlready, NothingWritten
from pro_am.measures.rules.values import FutureDay, OutOfBounds
from tests.measures.hands import begin, field_of, public_id_of, values_of

MONDAY = date(2030, 1, 7)


def test_one_form_writes_down_a_value_of_each_series(app, browser_of, done):
    ids = {}

    def begin_two(person):
        ids["weight"] = begin(person("ana"), SeriesKind.WEIGHT).public_id
        ids["steps"] = begin(person("ana"), SeriesKind.STEPS).public_id

    done(begin_two)

    answer = browser_of("ana").submit(
        "/measures/",
        **{f"value-{ids['weight']}": "72,5", f"value-{ids['steps']}": "8 432"},
    )

    assert answer.status_code == 303
    assert "72.5\u00a0kg" in browser_of("ana").get("/measures/").text
    assert "8,432" in browser_of("ana").get("/measures/").text
    assert "72,5\u00a0kg" in browser_of("ana", "fr").get("/measures/").text


def test_a_form_sent_twice_writes_once(person):
    series = begin(person("ana"))

    for _ in range(2):
        actions.write_down(person("ana"), {series: Decimal(72)}, MONDAY, idempotency_key="form")

    assert values_of(series) == [(MONDAY, Decimal(72))]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("500", "from 20 to 400"),
        ("much", "Write a number like 72.5."),
        ("72.5.1", "Write a number"),
    ],
)
def test_an_impossible_value_is_refused_beside_its_field(browser_of, done, typed, words):
    done(lambda person: begin(person("ana")))
    ana = browser_of("ana")

    answer = ana.submit("/measures/", **{field_of(ana): typed})

    assert answer.status_code == 422
    assert words in answer.text
    assert f'value="{typed}"' in answer.text


def test_a_day_to_come_is_refused(browser_of, done):
    done(lambda person: begin(person("ana")))
    ana = browser_of("ana")

    answer = ana.submit("/measures/", **{field_of(ana): "72", "day": "2030-01-08"})

    assert answer.status_code == 409
    assert "This day has not come yet." in answer.text


def test_nothing_written_is_not_written_down(person):
    with pytest.raises(NothingWritten):
        actions.write_down(person("ana"), {}, MONDAY, idempotency_key="form")


def test_of_each_kind_there_is_one_series(person):
    begin(person("ana"), SeriesKind.STEPS)

    with pytest.raises(MeasuredAlready):
        begin(person("ana"), SeriesKind.STEPS, key="another")

    assert begin(person("ana"), SeriesKind.STEPS) is queries.series_of(person("ana"))[0]


def test_what_has_a_name_of_its_own_is_measured_beside_others(browser_of):
    answer = browser_of("ana").submit("/measures/new", kind="other", name="Push-ups", unit="")

    assert answer.status_code == 303
    assert "Push-ups" in browser_of("ana").get("/measures/").text


def test_a_value_is_corrected_and_taken_out(browser_of, done, app):
    done(lambda person: write(person("ana"), "72.5"))
    ana = browser_of("ana")
    path = f"/measures/{public_id_of(app, Series)}/values/{public_id_of(app, MeasureValue)}"

    assert ana.submit(path, number="73,1", day="2030-01-05", note="after lunch").status_code == 303
    page = ana.get(path.partition("/values")[0]).text
    assert "73.1\u00a0kg" in page
    assert "after lunch" in page

    assert ana.submit(path, action="/remove").status_code == 303
    assert "73.1" not in ana.get(path.partition("/values")[0]).text


def test_a_correction_is_refused_like_a_first_value(person):
    value = write(person("ana"), "72.5")

    with pytest.raises(OutOfBounds):
        actions.correct(person("ana"), value, Decimal(4), MONDAY, "")
    with pytest.raises(FutureDay):
        actions.correct(person("ana"), value, Decimal(70), MONDAY + timedelta(days=1), "")


def test_a_stranger_finds_nothing_of_it(browser_of, done, app):
    done(lambda person: write(person("ana"), "72.5"))
    series, value = public_id_of(app, Series), public_id_of(app, MeasureValue)
    cleo = browser_of("cleo")

    for path in ("", "/edit", "/goal", "/remove", f"/values/{value}"):
        assert cleo.get(f"/measures/{series}{path}").status_code == 404
    assert browser_of(None).get("/measures/").status_code == 303


def test_removing_a_series_takes_its_values_along(person):
    write(person("ana"), "72.5")

    actions.remove_series(queries.series_of(person("ana"))[0])

    assert db.session.scalars(select(MeasureValue)).all() == []


@pytest.mark.parametrize(
    ("goal", "height", "status"), [("60", "172", 303), ("50", "172", 409), ("60", "", 409)]
)
def test_a_goal_of_weight_is_a_healthy_one(browser_of, done, app, goal, height, status):
    done(lambda person: begin(person("ana")))

    answer = browser_of("ana").submit(
        f"/measures/{public_id_of(app, Series)}/goal", goal=goal, height=height
    )

    assert answer.status_code == status


def test_the_days_are_those_of_ones_own_zone(person, time):
    ana = person("ana")
    series = begin(ana)
    time.now = time.now.replace(hour=23, minute=30)  # in Paris it is Tuesday

    actions.write_down(ana, {series: Decimal(72)}, date(2030, 1, 8), idempotency_key="late")

    assert values_of(series) == [(date(2030, 1, 8), Decimal(72))]


def write(ana, number: str) -> MeasureValue:
    series = begin(ana)
    actions.write_down(ana, {series: Decimal(number)}, MONDAY, idempotency_key=number)
    return queries.newest_values(series, 1)[0]
