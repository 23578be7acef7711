"""Whatever stands in the address: an answer or a kind refusal, within the time, never a fault."""

import time as clock_of_the_machine
from urllib.parse import quote_from_bytes, urlencode

import pytest

from tests.search.offers import seeded

NAMES = (
    *("q", "where", "near", "area", "km", "day", "after", "before", "craft", "speciality"),
    *("ingredient", "place", "price", "people", "trust", "speaks", "instant", "photo", "diet"),
    *("without", "sort", "page", "map", "utm_source", "_external", "language", "endpoint", "q[]"),
)
VALUES = (
    *(
        "",
        " ",
        "'",
        '"',
        "\\",
        "%",
        "\x00",
        "\r\nX: y",
        "..",
        "../../etc/passwd",
        "<script>",
        "{{7*7}}",
    ),
    *(
        "é",
        "e\u0301" * 90,
        "🥐" * 60,
        "\u202eoob",
        "\u200b\u200d",
        "ﷺ" * 50,
        "İ",
        "ß",
        "Ω",
        "٣",
        "\uff11\uff12",
    ),
    *("0", "-1", "1e999", "9" * 40, "NaN", "inf", "1_000", "0x10", "1.5", "10 €", "€", "1,2,3"),
    *("2030-01-08", "2030-02-30", "0001-01-01", "9999-12-31", "2030-W02", "tomorrow", "25:00"),
    *(
        "47.2,-1.5",
        "91,181",
        "nan,nan",
        "47,-2,48,-1",
        "-90,-180,90,180",
        "1,179,2,-179",
        "0,0,0,0",
    ),
    *("Nantes", "Nantes (44)", "44000", "St", "nowhere-at-all", "cooking", "fitness", "provider"),
    *("fr", "best", "nearest", "soonest", "trust", "price", "vegan", "milk", "50", "80", "y", "on"),
    *("(a+)+$", ".*", "[", "a OR b AND NOT c", "title:x", "*", "?" * 30, "a" * 250, "pain " * 60),
    *(
        "OR 1=1 --",
        "'; DROP TABLE offers; --",
        "%s%n",
        "${x}",
        "x" * 5000,
        "\ud83e",
        "null",
        "None",
    ),
)
BYTES = (b"\xff\xfe", b"\xc3\x28", b"\xed\xa0\x80", b"\x80" * 40)
MOST_CPU_SECONDS = 0.3


def any_query(rng):
    asked = [(rng.choice(NAMES), rng.choice(VALUES)) for _ in range(rng.randint(1, 8))]
    query = urlencode(asked, errors="surrogatepass")
    if rng.random() < 0.1:
        query += f"&{rng.choice(NAMES)}={quote_from_bytes(rng.choice(BYTES))}"
    return query


def timed(visitor, path):
    began = clock_of_the_machine.thread_time()
    answer = visitor.get(path)
    return answer, clock_of_the_machine.thread_time() - began


def faults_of(visitor, seed, count):
    """Queries that were answered by a fault, or too slowly; by the processor, not by the clock."""
    rng, found = seeded(seed), []
    visitor.get("/search?q=pain&where=Nantes")  # what a process remembers is read once
    for _ in range(count):
        query = any_query(rng)
        path = rng.choice(("/search", "/search", "/search", "/search/count"))
        answer, took = timed(visitor, f"{path}?{query}")
        if took > MOST_CPU_SECONDS:  # the processor may have had other work: a slow query stays so
            answer, took = timed(visitor, f"{path}?{query}")
        kind = (200, 422, 404) if "%00" in query else (200, 422)  # no address has a NUL
        if answer.status_code not in kind or took > MOST_CPU_SECONDS:
            found.append((answer.status_code, round(took, 3), path, query))
    return found


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_no_search_is_a_fault_or_slow(app, market, browser_of):
    assert faults_of(browser_of(None), 11, 150) == []


@pytest.mark.drill
def test_ten_thousand_searches_are_no_fault_and_none_is_slow(app, market, browser_of):
    assert faults_of(browser_of(None), 12, 10_000) == []


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_pages_that_are_not_there_lead_to_the_last_one(app, market, browser_of):
    visitor = browser_of(None)
    for page in ("51", "99999999999999999999"):
        answer = visitor.get(f"/search?page={page}")
        assert answer.status_code == 200
        assert "There are not so many pages: this is the last one, 2." in answer.text
    assert "not so many pages" not in visitor.get("/search?page=2").text


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("day", "told"),
    [("2030-01-01", "This day has passed."), ("2039-01-01", "Nobody plans that far ahead.")],
)
def test_a_day_that_cannot_be_is_told_kindly(app, market, browser_of, day, told):
    answer = browser_of(None).get(f"/search?day={day}")

    assert answer.status_code == 200
    assert told in answer.text
