"""From a file to values: looked at first, taken over once."""

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from pro_am.foundation.database import db
from pro_am.measures import actions, queries
from pro_am.measures.actions.forgetting import forget_uploads
from pro_am.measures.models import MeasureValue, Series, Upload
from pro_am.measures.rules.kinds import SeriesKind
from tests.measures.hands import begin, values_of
from tests.measures.recordings import LAUGHS, gpx

WEIGHTS = b"Date;Poids (kg)\n2029-12-01;72,5\n2029-12-02;999\n2029-12-03;72,1\n"


def send(browser, content: bytes, name: str = "weights.csv"):
    page = browser.get("/measures/files").text
    key = page.partition('name="idempotency_key"')[2].partition('value="')[2].partition('"')[0]
    token = page.partition('name="csrf_token"')[2].partition('value="')[2].partition('"')[0]
    return browser.client.post(
        "/en/measures/files",
        base_url="http://127.0.0.1",
        data={"csrf_token": token, "idempotency_key": key, "file": (io.BytesIO(content), name)},
    )


def path_of(answer) -> str:
    assert answer.status_code == 303, answer.text
    return answer.location


def count_of(app) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(MeasureValue))


def test_good_lines_are_offered_and_wrong_ones_named(app, browser_of):
    ana = browser_of("ana")
    path = path_of(send(ana, WEIGHTS))
    shown = ana.get(path).text

    assert "2 new values" in shown
    assert "Line 3, “999”: This is outside what can be: from 20 to 400." in shown
    assert count_of(app) == 0

    assert ana.submit(path, action=path).status_code == 303
    assert count_of(app) == 2


def test_the_same_file_twice_adds_nothing(app, browser_of):
    ana = browser_of("ana")
    for _ in range(2):
        path = path_of(send(ana, WEIGHTS))
        ana.submit(path, action=path)

    assert count_of(app) == 2
    assert "2 that are here already" in ana.get(path).text


def test_one_upload_taken_over_twice_adds_nothing(app, browser_of):
    ana = browser_of("ana")
    path = path_of(send(ana, WEIGHTS))

    for _ in range(2):
        assert ana.submit(path, action=path).status_code == 303

    assert count_of(app) == 2


def test_what_was_written_by_hand_is_not_added_again(app, browser_of, done):
    def by_hand(person):
        actions.write_down(
            person("ana"),
            {begin(person("ana")): Decimal("72.5")},
            date(2029, 12, 1),
            idempotency_key="hand",
        )

    done(by_hand)
    ana = browser_of("ana")
    path = path_of(send(ana, WEIGHTS))
    ana.submit(path, action=path)

    assert count_of(app) == 2


def test_a_number_that_differs_is_taken_only_when_asked(app, browser_of, done):
    ana = browser_of("ana")
    for content in (b"date;pas\n2029-12-01;3000\n", b"date;pas\n2029-12-01;8000\n"):
        path = path_of(send(ana, content))
        ana.submit(path, action=path)
    with app.app_context():
        assert values_of(db.session.scalars(select(Series)).one())[0][1] == 3000

    assert "differs from what is here" in ana.get(path).text
    ana.submit(path, replacing="y")

    with app.app_context():
        assert values_of(db.session.scalars(select(Series)).one()) == [
            (date(2029, 12, 1), Decimal(8000))
        ]


def test_a_correction_by_hand_outlives_the_file(app, browser_of, done):
    ana = browser_of("ana")
    path = path_of(send(ana, WEIGHTS))
    ana.submit(path, action=path)

    def put_right(person):
        value = db.session.scalars(select(MeasureValue).order_by(MeasureValue.day)).first()
        actions.correct(person("ana"), value, Decimal(70), value.day, "")

    done(put_right)
    ana.submit(path, replacing="y")

    with app.app_context():
        series = db.session.scalars(select(Series)).one()
        assert values_of(series)[-1] == (date(2029, 12, 1), Decimal(70))


def test_days_that_could_be_two_are_asked_for(app, browser_of):
    ana = browser_of("ana")
    path = path_of(send(ana, b"date;poids\n03/04/2029;72\n"))
    shown = ana.get(path).text

    assert "can be two days" in shown
    assert "Take over" not in shown.partition("<main")[2].partition("<h1")[2]

    asked = f"{path}?column-0=when&column-1=new-weight&order=month"
    assert "Sun 4 Mar 2029" in ana.get(asked).text
    assert ana.submit(asked, action=path).status_code == 303
    with app.app_context():
        assert db.session.scalars(select(MeasureValue)).one().day == date(2029, 3, 4)


def test_of_an_activity_the_place_is_not_kept(app, browser_of):
    ana = browser_of("ana")
    path = path_of(send(ana, gpx(), "walk.gpx"))

    assert "30" in ana.get(path).text
    assert ana.submit(path, action=path).status_code == 303
    with app.app_context():
        assert {each.kind for each in db.session.scalars(select(Series))} == {
            SeriesKind.MINUTES,
            SeriesKind.DISTANCE,
        }
        kept = db.session.scalars(select(Upload)).one().packed
        assert b"Secret walk" not in kept


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty."),
        (b"\0\1\2", "We cannot read this file."),
        (LAUGHS, "There is no activity with times in this file"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_beside_its_field(browser_of, content, words):
    answer = send(browser_of("ana"), content)

    assert answer.status_code == 409
    assert words in answer.text


def test_fifty_megabytes_are_refused_unread(browser_of):
    answer = browser_of("ana").client.post(
        "/en/measures/files", base_url="http://127.0.0.1", data=b"<" * (12 * 1024 * 1024)
    )

    assert answer.status_code == 413


def test_nobody_sees_the_upload_of_another(app, browser_of):
    path = path_of(send(browser_of("ana"), WEIGHTS))

    assert browser_of("cleo").get(path).status_code == 404


def test_an_upload_is_forgotten_after_a_day(app, browser_of, time):
    send(browser_of("ana"), WEIGHTS)
    time.now += timedelta(hours=25)

    with app.test_request_context("/"):
        forget_uploads()
        assert db.session.scalars(select(Upload)).all() == []


def test_what_was_taken_along_can_be_sent_here_again(app, browser_of, done):
    ana = browser_of("ana")
    path = path_of(send(ana, WEIGHTS))
    ana.submit(path, action=path)

    path = path_of(send(ana, ana.get("/measures/measures.csv").data))

    assert "2 that are here already" in ana.get(path).text


def test_a_series_that_a_file_begins_has_the_name_of_its_column(app, browser_of):
    ana = browser_of("ana")
    path = path_of(send(ana, b"date;Grip (kg)\n2029-12-01;40\n"))
    ana.submit(f"{path}?column-0=when&column-1=new-other", action=path)

    with app.app_context():
        series = db.session.scalars(select(Series)).one()
        assert (series.name, series.unit) == ("Grip", "kg")


def test_queries_find_uploads_of_their_member_only(person):
    assert queries.upload_of(person("ana"), "nothing") is None
