"""Devices: each row answered by itself, twice is once, and nobody else's series are touched."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.refusal import Refusal
from pro_am.measures import actions
from pro_am.measures.models import Device, Series
from pro_am.measures.rules import device_rows
from pro_am.measures.rules.device_rows import Target
from pro_am.measures.rules.kinds import SeriesKind
from tests.measures.hands import begin, public_id_of, values_of

MONDAY = date(2030, 1, 7)
ROW = {"series": "weight", "at": "2030-01-06T08:30:00Z", "value": 72.5, "key": "a-1"}


@pytest.fixture
def secret(done: Callable) -> str:
    """Of a device of Ana's, who measures her weight; Cleo measures hers."""
    secrets = []

    def make(person):
        begin(person("ana"))
        begin(person("cleo"), key="cleo")
        secrets.append(actions.make_device(person("ana"), "Scale", idempotency_key="form"))

    done(make)
    return secrets[0]


def send(app, secret: str | None, rows: object, **more: object):
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    body = rows if isinstance(rows, bytes) else json.dumps(rows).encode()
    return app.test_client().post(
        "/api/v1/measures",
        base_url="http://127.0.0.1",
        data=body,
        **{"content_type": "application/json", "headers": headers} | more,
    )


def weights(app, who: int) -> list[tuple[date, Decimal]]:
    with app.app_context():
        asked = select(Series).where(Series.client_id == who)
        return values_of(db.session.scalars(asked).one())


def test_a_device_adds_values(app, people, secret):
    answer = send(app, secret, [ROW, {**ROW, "at": "2030-01-07", "value": "72,1", "key": "a-2"}])

    assert answer.status_code == 200
    assert answer.json == {
        "rows": [{"key": "a-1", "status": "added"}, {"key": "a-2", "status": "added"}]
    }
    assert weights(app, people["ana"]) == [
        (MONDAY, Decimal("72.1")),
        (MONDAY - timedelta(days=1), Decimal("72.5")),
    ]


def test_the_same_key_is_the_same_value(app, people, secret):
    send(app, secret, [ROW])

    assert send(app, secret, [ROW]).json["rows"][0]["status"] == "known"
    other = send(app, secret, [{**ROW, "value": 80}])
    assert (other.status_code, other.json["rows"][0]["status"]) == (207, "differs")
    twice = send(app, secret, [{**ROW, "key": "b"}, {**ROW, "key": "b"}])
    assert [row["status"] for row in twice.json["rows"]] == ["added", "known"]
    assert len(weights(app, people["ana"])) == 2


def test_good_rows_are_added_beside_wrong_ones(app, people, secret):
    wrong = [
        {**ROW, "value": 4000},
        {**ROW, "value": True},
        {**ROW, "value": None},
        {**ROW, "at": "2031-01-01"},
        {**ROW, "at": "01/02/2030"},
        {**ROW, "at": 7},
        {**ROW, "series": "steps"},
        {**ROW, "series": ["weight"]},
        {**ROW, "key": ""},
        {**ROW, "key": "x" * 65},
        {**ROW, "key": 7},
        "a row",
    ]

    answer = send(app, secret, [*wrong, ROW])

    assert answer.status_code == 207
    statuses = [row["status"] for row in answer.json["rows"]]
    assert statuses == ["refused"] * len(wrong) + ["added"]
    assert all(row["why"] for row in answer.json["rows"][:-1])
    assert len(weights(app, people["ana"])) == 1


def test_the_series_of_others_are_none_of_ours(app, people, secret):
    with app.app_context():
        of_cleo = select(Series).where(Series.client_id == people["cleo"])
        theirs = db.session.scalars(of_cleo).one().public_id

    answer = send(app, secret, [{**ROW, "series": theirs}])

    assert answer.json["rows"][0]["status"] == "refused"
    assert weights(app, people["cleo"]) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{}", 422),
        (b"[]", 422),
        (b"not json", 422),
        (b"[" * 100_000, 422),
        (b"[NaN]", 422),
        (b"\xff\xfe", 422),
        (b"[" + b"1," * 500 + b"1]", 422),
        (b"[" + b" " * 300_000 + b"]", 413),
        (b"[" + b" " * 900_000 + b"]", 413),
    ],
)
def test_what_is_no_list_of_rows_is_a_problem_in_json(app, secret, body, status):
    answer = send(app, secret, body)

    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert answer.json["status"] == status


def test_a_wrong_secret_opens_nothing(app, people, secret):
    for wrong in (None, "guess", secret[:-1]):
        answer = send(app, wrong, [ROW])
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")
        assert answer.json["status"] == 401
    assert weights(app, people["ana"]) == []


def test_another_kind_of_letter_is_refused(app, secret):
    assert send(app, secret, [ROW], content_type="text/plain").status_code == 415


def test_whoever_is_shut_out_cannot_send_either(app, people, secret):
    with app.app_context(), transaction():
        db.session.get_one(Member, people["ana"]).suspended_at = clock.now()

    assert send(app, secret, [ROW]).status_code == 403


def test_guesses_and_floods_are_held_back(app, secret):
    for _ in range(10):
        assert send(app, "guess", [ROW]).status_code == 401
    answer = send(app, "guess", [ROW])
    assert answer.status_code == 429
    assert answer.headers["Retry-After"]

    for _ in range(60):
        assert send(app, secret, [ROW]).status_code == 200
    assert send(app, secret, [ROW]).status_code == 429


def test_no_cookie_is_looked_at(browser_of, secret):
    ana = browser_of("ana")

    answer = ana.client.post("/api/v1/measures", base_url="http://127.0.0.1", json=[ROW])

    assert answer.status_code == 401


def test_a_secret_is_shown_once_and_kept_as_a_fingerprint(app, browser_of):
    ana = browser_of("ana")
    made = ana.submit("/measures/devices", name="Watch")

    assert made.status_code == 200
    shown = made.text.partition('id="token"')[2].partition('value="')[2].partition('"')[0]
    assert len(shown) > 40
    assert shown not in ana.get("/measures/devices").text
    with app.app_context():
        assert db.session.scalars(select(Device)).one().fingerprint != shown
    assert send(app, shown, [ROW]).status_code == 207  # nothing is measured yet


def test_a_device_is_renamed_and_ended(app, browser_of, secret):
    ana, device = browser_of("ana"), public_id_of(app, Device)

    ana.submit(f"/measures/devices/{device}", name="Old scale")
    assert "Old scale" in ana.get("/measures/devices").text
    assert browser_of("cleo").get(f"/measures/devices/{device}").status_code == 404

    ana.submit(f"/measures/devices/{device}", action="/end")
    assert send(app, secret, [ROW]).status_code == 401


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


ROWS = st.fixed_dictionaries(
    {
        "series": st.just("weight") | JSON,
        "at": st.just("2030-01-06") | JSON,
        "value": JSON,
        "key": st.just("k") | JSON,
    }
)


@settings(max_examples=100)
@given(ROWS | JSON)
def test_any_row_is_read_or_refused(row):
    body = json.dumps([row]).encode()
    series = {"weight": Target(1, SeriesKind.OTHER)}

    with suppress(Refusal):
        (read,) = device_rows.read_body(body)
        device_rows.read_row(read, series, ZoneInfo("Europe/Paris"), MONDAY)
