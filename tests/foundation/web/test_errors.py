"""What people see when something does not work, and that a busy database is no fault."""

import sqlite3
from contextlib import contextmanager
from datetime import timedelta

import pytest
from flask import abort
from sqlalchemy import create_engine, func, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from pro_am.bookings.models import Booking
from pro_am.foundation import database
from pro_am.foundation.database import db
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.policy import Policy, allow
from pro_am.foundation.words import mark
from pro_am.operations.drills.hostile.pages import forms_in
from tests.factories import free_starts, only_offer
from tests.support.browser import ADDRESS

HERE = "http://127.0.0.1"
on_sqlite = pytest.mark.parametrize("app", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("app", ["postgresql"], indirect=True)


class NoMoreCake(Refusal):
    message = mark("There is no cake left for %(name)s.")


def divide():
    return str(1 / 0)


def ask_a_missing_table():
    db.session.execute(text("SELECT * FROM nowhere"))


def ask_for_long():
    db.session.execute(text("SET LOCAL statement_timeout = 20"))
    db.session.execute(text("SELECT pg_sleep(5)"))


def find_no_connection():
    raise NoConnectionFree("QueuePool limit reached")


def refuse():
    raise NoMoreCake(name="<Ana>")


FAULTS = (divide, ask_a_missing_table, ask_for_long, find_no_connection, refuse)


@pytest.fixture(autouse=True)
def short_waits(monkeypatch):
    monkeypatch.setattr(database, "LOCK_WAIT", timedelta(milliseconds=200))


@pytest.fixture
def get(app):
    """Ask a site for which faults are not shown to its developers; some of its pages have them."""
    app.config["PROPAGATE_EXCEPTIONS"] = False
    for fault in FAULTS:
        app.add_url_rule(
            f"/<language:language>/{fault.__name__}", view_func=allow(Policy.PUBLIC)(fault)
        )
    for code in (403, 409, 422, 429, 418, 502):
        app.add_url_rule(
            f"/<language:language>/{code}",
            endpoint=str(code),
            view_func=allow(Policy.PUBLIC)(lambda code=code: abort(code)),
        )

    def ask(path, **kwargs):
        return app.test_client().get(path, base_url=HERE, **kwargs)

    return ask


@on_sqlite
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("page", "status", "words"),
    [
        ("nowhere", 404, "This page does not exist"),
        ("account/sign-out", 405, "This does not work like that"),
        ("403", 403, "This is not for you to do"),
        ("422", 422, "Something in the form does not fit"),
        ("409", 409, "This is not possible now"),
        ("429", 429, "One moment, please"),
        ("418", 418, "This did not arrive as it should"),
        ("502", 502, "Something went wrong here"),
        ("divide", 500, "Something went wrong here"),
        ("ask_a_missing_table", 500, "Something went wrong here"),
        ("find_no_connection", 503, "We are busy for a moment"),
        ("refuse", 409, "There is no cake left for &lt;Ana&gt;."),
    ],
)
def test_every_no_is_a_page_in_the_readers_language(get, language, page, status, words):
    answer = get(f"/{language}/{page}")

    assert answer.status_code == status
    assert f'<html lang="{language}">' in answer.text
    assert f'href="/{language}/"' in answer.text  # a way on
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Traceback" not in answer.text
    if language == "en":
        assert words in answer.text


@on_sqlite
@pytest.mark.parametrize("path", ["/nowhere", "/en/pro/nobody", "/en/nowhere?q=<b>", "/de/search"])
def test_a_page_that_is_not_there_offers_the_search_and_home(get, path):
    page = get(path, headers={"Accept-Language": "en"})

    assert page.status_code == 404
    assert 'action="/en/search"' in page.text
    assert 'href="/en/"' in page.text


@on_sqlite
def test_an_answer_says_what_would_have_worked(get):
    assert "POST" in get("/en/account/sign-out").headers["Allow"]


@on_sqlite
def test_what_is_too_large_is_refused_unread(get, app):
    answer = app.test_client().post(
        "/en/account/sign-in", data={"email": "x" * 1_100_000}, base_url=HERE
    )

    assert answer.status_code == 413
    assert "This is too large" in answer.text


@on_sqlite
def test_a_fault_is_noted_once(get, caplog):
    get("/en/divide")

    assert [record.levelname for record in caplog.records if record.levelname != "INFO"] == [
        "ERROR"
    ]


@contextmanager
def somebody_holds_the_lock(app):
    """From another connection, what the act of a person would have to write."""
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    if url.startswith("sqlite"):
        other = sqlite3.connect(make_url(url).database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        yield
        other.close()
    else:
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text("LOCK TABLE offers IN EXCLUSIVE MODE"))
            yield
        engine.dispose()


def test_a_locked_database_is_a_busy_minute_in_which_reading_goes_on(app, get, browser_of):
    ben = browser_of("ben")
    with app.app_context():
        public_id = only_offer().public_id
    act = f"/my-profile/offers/{public_id}/pause"

    with somebody_holds_the_lock(app):
        refused = ben.submit("/my-profile/", action=act)
        pages = [
            ben.get(path).status_code for path in ("/my-profile/", "/search", "/pro/ben-keller")
        ]
    done = ben.submit("/my-profile/", action=act)

    assert refused.status_code == 503
    assert int(refused.headers["Retry-After"]) > 0
    assert "Nothing was lost" in refused.text
    assert pages == [200, 200, 200]
    assert done.status_code == 303


def test_whoever_books_in_a_busy_minute_sends_the_same_form_again(app, people, browser_of):
    """ "Nothing was lost": the page that asks to be loaded again holds all that was typed."""
    ana = browser_of("ana")
    with app.app_context():
        offer = only_offer()
        path = f"/book/{offer.public_id}?start={free_starts(offer)[0]:%Y-%m-%dT%H:%MZ}&people=2"
    [form] = [each for each in forms_in(ana.get(path).text) if "idempotency_key" in each.values]
    typed = {**form.values, "message": "Shall we bring wine?"}

    def send():
        return ana.client.post(f"/en{path}", base_url=ADDRESS, data=typed).status_code

    with somebody_holds_the_lock(app):
        busy = send()
    sent = [send(), send()]

    assert (busy, sent) == (503, [303, 303])
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Booking)) == 1


@on_postgresql
def test_a_question_that_takes_too_long_is_a_busy_minute(get):
    assert get("/en/ask_for_long").status_code == 503


@on_postgresql
@pytest.mark.parametrize("path", ["/en/", "/en/nowhere", "/fr/bookings"])
def test_a_database_that_is_gone_is_a_busy_minute(app, get, browser_of, postgres_server, path):
    """Also where the page of another error asks it who is signed in."""
    ana = browser_of("ana")
    postgres_server.drop_database(make_url(app.config["SQLALCHEMY_DATABASE_URI"]).database)

    answer = ana.get(path)

    assert answer.status_code == 503
    assert f'<html lang="{path[1:3]}">' in answer.text


@on_sqlite
def test_a_disk_that_fails_is_a_busy_minute(app, get, browser_of, tmp_path):
    ana = browser_of("ana")
    with app.app_context():
        db.engine.dispose()
    (tmp_path / "test.sqlite").unlink()
    (tmp_path / "test.sqlite").mkdir()

    assert ana.get("/search").status_code == 503
