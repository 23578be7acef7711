"""The log: one object for each line in production, and never an address, a secret or a query."""

import io
import json
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.foundation.ids import secret
from pro_am.foundation.logs import FACTS, Json, Lines, cleaned


@pytest.fixture
def written():
    """What loggers below pro_am write, as production would."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Json())
    logger = logging.getLogger("pro_am")
    logger.addHandler(handler)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logger.removeHandler(handler)


def requests_in(lines):
    return [line for line in lines if line["message"] == "request"]


def test_every_request_leaves_one_line_of_facts(browser_of, people, written):
    answer = browser_of("ana").get("/bookings?secret=hush")

    [line] = requests_in(written())
    assert line["route"] == "/<language:language>/bookings"
    assert (line["method"], line["status"], line["member"]) == ("GET", 200, people["ana"])
    assert line["request_id"] == answer.headers["X-Request-ID"]
    assert line["ms"] >= 0
    assert "hush" not in json.dumps(line)


def test_the_secret_of_a_link_is_not_in_its_line(browser_of, written):
    hidden = secret()

    browser_of(None).get(f"/account/new-password/{hidden}")

    [line] = requests_in(written())
    assert hidden not in json.dumps(line)
    assert line["member"] is None


def test_files_and_probes_leave_no_line(browser_of, written):
    browser = browser_of(None)
    browser.client.get("/healthz", base_url="http://127.0.0.1")
    browser.client.get("/static/x/css/app.css", base_url="http://127.0.0.1")

    assert requests_in(written()) == []


def test_a_fault_is_logged_with_its_number_and_the_page_shows_it(app, browser_of, written):
    def fail():
        raise ZeroDivisionError("for ana@example.org with " + "s3cret" * 8)

    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.view_functions["pages.how_it_works"] = fail
    fail.policy = app.view_functions["pages.home"].policy

    answer = browser_of(None).get("/how-it-works")

    faults = [line for line in written() if line["level"] == "error"]
    assert answer.status_code == 500
    assert answer.headers["X-Request-ID"] in answer.text
    assert [line["request_id"] for line in faults] == [answer.headers["X-Request-ID"]]
    assert "ZeroDivisionError" in faults[0]["traceback"]
    assert "ana@example.org" not in json.dumps(faults)
    assert "s3crets3cret" not in json.dumps(faults)


@pytest.mark.parametrize(
    ("proxies", "given_id", "is_taken"),
    [
        (0, "abcdefgh-1234", False),
        (1, "abcdefgh-1234", True),
        (1, "short", False),
        (1, "with space and more", False),
        (1, "x" * 65, False),
        (1, "line\tbreak", False),
    ],
)
def test_only_a_proxy_in_front_gives_a_request_its_name(
    app, browser_of, proxies, given_id, is_taken
):
    app.config["PROXIES"] = proxies

    answer = browser_of(None).get("/about/terms", headers={"X-Request-ID": given_id})

    assert (answer.headers["X-Request-ID"] == given_id) is is_taken


def test_people_read_lines(caplog):
    record = logging.LogRecord("pro_am.x", logging.INFO, "", 0, "to a@b.example", None, None)
    setattr(record, FACTS, {"status": 200})

    line = Lines().format(record)

    assert line.endswith("INFO pro_am.x: to …@… status=200")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Key (email)=(lea@example.org) exists", "Key (email)=(…@…) exists"),
        ("{'lea.m+x@mail.example.org': (550, b'no')}", "{'…@…': (550, b'no')}"),
        ("token 3f" + "a" * 62, "token …"),
        ("2026-11-22T10:00:00 ok", "2026-11-22T10:00:00 ok"),
        ("migration 0006_operator at pro_am/foundation/jobs.py:120", None),
        ("request 6f3a1b2c4d5e6f708192a3b4", None),
        ("@ alone, and a@b", None),
    ],
)
def test_lines_are_cleaned(text, clean):
    assert cleaned(text) == (text if clean is None else clean)


ADDRESSES = st.from_regex(
    r"[a-z0-9][a-z0-9._+-]{0,20}@([a-z0-9-]{1,10}\.){1,2}[a-z]{2,6}", fullmatch=True
)


@settings(max_examples=50)
@given(ADDRESSES, st.sampled_from(["", "to ", "<", "'", "=(", "x: "]))
def test_no_address_gets_through(address, around):
    assert address not in cleaned(f"{around}{address}> and more")


@given(st.builds(secret))
def test_no_secret_gets_through(hidden):
    assert hidden not in cleaned(f"link /account/new-password/{hidden} failed")
