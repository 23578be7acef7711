"""The page of promises: what drills found, where and when; never a figure of anybody's own."""

import json

import pytest

from pro_am.operations.promises import records, telling

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

FOUND = {
    "double-booking": {
        "attempts": 20_000,
        "processes": 4,
        "slots": 500,
        "booked": 500,
        "over_capacity": 0,
    },
    "double-booking-http": {
        "parallel": 20,
        "rounds": 200,
        "seats": 400,
        "winners": 400,
        "over_capacity": 0,
        "slowest_loser_ms": 1540.2,
    },
    "kill": {
        "acknowledged": 1000,
        "kills_of_one": 10,
        "kills_of_all": 10,
        "lost": 0,
        "half": 0,
        "twice": 0,
        "restart_s_median": 2.31,
    },
}
FOUND["search-index"] = FOUND["search-index-in-postgresql"] = {
    "healed_s": {"deleted": 12.5, "full disk": 31.4},
    "slowest_s": 31.4,
    "searches": 5000,
    "faults": 0,
    "wrong": 0,
    "visible_s_p50": 0.71,
}


FOUND["recaps"] = {
    "supporters": 2000,
    "kills": 50,
    "received": 3988,
    "duplicates": 0,
    "unknown": 19,
    "lost": 0,
}


@pytest.fixture(autouse=True)
def nothing_shipped(tmp_path, monkeypatch):
    monkeypatch.setattr(records, "SHIPPED", tmp_path / "shipped")


@pytest.fixture
def record(app, time):
    """A function that keeps what a drill found on this installation, or elsewhere."""

    def keep(drill, *, folder=None, is_good=True, engine="sqlite", **changes):
        folder = folder or records.folder_of(app.instance_path)
        figures = FOUND[drill] | changes
        return records.write(folder, drill, engine, "SQLite 3.40.1", figures, is_good)

    return keep


@pytest.mark.parametrize(
    ("language", "heading", "words"),
    [
        ("en", "What you may rely on", "so there are no figures to show"),
        ("fr", "Nos promesses", "pas de chiffres à montrer"),
    ],
)
def test_without_any_drill_the_page_says_so(browser_of, language, heading, words):
    page = browser_of(None, language).get(f"/{language}/promises")

    assert page.status_code == 200
    assert page.text.count("<h2") == 9
    assert heading in page.text
    assert words in page.text
    assert "<table" not in page.text


def test_the_page_tells_what_the_drills_found_here_and_when(browser_of, record):
    for drill in FOUND:
        record(drill)

    page = browser_of(None).get("/en/promises").text

    assert "20,000 requests for overlapping times, from 4 processes at once: 500 times" in page
    assert "20 people press “book” at the same moment, 200 times over: 400 places" in page
    assert "1,000 bookings, while the server was killed 20 times: 0 lost" in page
    assert "damaged in 2 ways while people searched: right again after 31 seconds" in page
    assert "killed 50 times, and have their clocks set wrong: 3,988 letters arrived, 0 tw" in page
    assert page.count("SQLite 3.40.1") == 2 * len(FOUND)  # beside each figure, and in the table
    assert page.count("on this site’s own machine") == len(FOUND)
    assert "Mon 7 Jan" in page


def test_what_was_found_here_stands_before_what_came_with_the_program(browser_of, record):
    record("kill", folder=records.SHIPPED, acknowledged=77)
    shipped = browser_of(None).get("/en/promises").text
    record("kill", acknowledged=88)
    own = browser_of(None).get("/en/promises").text

    assert ("77 bookings" in shipped, "before this version came here" in shipped) == (True, True)
    assert ("88 bookings" in own, "77 bookings" in own) == (True, False)


def test_a_promise_that_was_broken_is_told_as_such(browser_of, record):
    record("kill", is_good=False, lost=2)

    page = browser_of(None).get("/en/promises").text

    assert "Not as it should be." in page
    assert "2 lost" in page
    assert "not as promised" in page


@pytest.mark.parametrize("content", ["", "{", "[]", '{"drill": "kill"}', '{"at": "yesterday"}'])
def test_a_file_that_nobody_understands_is_no_figure(app, browser_of, record, content):
    record("kill").write_text(content)

    page = browser_of(None).get("/en/promises")

    assert page.status_code == 200
    assert "so there are no figures to show" in page.text


def test_every_recorded_drill_has_a_sentence(app, record):
    assert set(telling.SENTENCES) == set(FOUND)
    with app.test_request_context("/en/"):
        for drill in FOUND:
            told = json.loads(record(drill).read_text())
            assert telling.SENTENCES[drill](told["figures"])
