"""Searches are counted without who made them, and few are shown."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from pro_am.foundation import clock, places
from pro_am.foundation.database import db
from pro_am.search.asked import actions, queries
from pro_am.search.asked.actions import MOST_WAITING, Counts
from pro_am.search.asked.models import AskedSearch
from pro_am.search.asked.rules import KEPT, LEAST_ASKINGS, LEAST_DAYS, Asked
from tests.search.asked.test_rules import CHROME


@pytest.fixture
def visit(app, browser_of):
    """A function that searches with a browser; each `number` is another person's."""

    def visit(asked, number=1, **headers):
        agent = {"User-Agent": f"{CHROME} {number}", **headers}
        browser_of(None, "fr").get(f"/search?{asked}", headers=agent).close()

    return visit


@pytest.fixture
def counted(app):
    """What stands in the database, written down now."""

    def counted():
        with app.app_context():
            actions.write_down()
            rows = db.session.scalars(select(AskedSearch).order_by(AskedSearch.id))
            return [
                (row.words, row.craft, row.town_id, row.filters, row.times, row.in_vain)
                for row in rows
            ]

    return counted


def test_a_search_is_counted_by_its_topic_alone(app, visit, counted):
    nantes = places.find_town("Nantes (44)").id
    visit("q=Crème+brûlée&where=Nantes&diet=vegan&without=milk&sort=price&km=50")

    assert counted() == [("creme brulee", "", nantes, "diet without", 1, 1)]
    with app.app_context():
        row = db.session.scalars(select(AskedSearch)).one()
        assert {*AskedSearch.__table__.columns.keys()} == {"id", "shown", *Asked._fields} | {
            "times",
            "in_vain",
        }
        assert (row.shown, row.day) == ("crème brûlée", clock.now().date())


def test_a_browser_counts_once_a_day_and_others_add_up(visit, counted, time):
    for number in (1, 1, 2):
        visit("q=ramen", number)
    visit("q=ramen&page=2", 3)
    time.forward(days=1)
    visit("q=ramen", 1)

    assert counted() == [("ramen", "", 0, "", 2, 2), ("ramen", "", 0, "", 1, 1)]


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; bingbot/2.0)"},
        {"User-Agent": ""},
        {"DNT": "1"},
        {"Sec-GPC": "1"},
        {"Sec-Purpose": "prefetch;prerender"},
    ],
)
def test_who_would_rather_not_and_who_is_nobody_is_not_counted(visit, counted, headers):
    visit("q=ramen", **headers)

    assert counted() == []


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_the_operator_may_count_nothing(app, visit, counted):
    app.config["COUNT_SEARCHES"] = "no"
    visit("q=ramen")

    assert counted() == []


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "asked", ["", "where=Nantes", "q=...", "q=%F0%9F%8D%9C", "q=x" + "x" * 200]
)
def test_a_search_that_says_nothing_is_not_counted(visit, counted, asked):
    visit(asked)

    assert counted() == []


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_a_small_town_is_counted_as_a_larger_one_around(visit, counted):
    assert places.find_town("Mouais (44)").population < 2000
    visit("q=ramen&where=Mouais+(44)")

    [(_words, _craft, town_id, *_)] = counted()
    assert places.town(town_id).population > 10_000


def test_what_is_counted_is_bounded():
    counts, day = Counts(lambda: 0.0), clock.now().date()
    for number in range(MOST_WAITING + 50):
        asked = Asked(day, "fr", f"w{number}", "", "", 0, "")
        counts.add(asked, "", "somebody", in_vain=True)

    assert len(counts.take()) == MOST_WAITING
    assert counts.take() == []


def test_it_is_written_after_the_answer_and_rarely(app, visit):
    seconds = [100.0]
    app.extensions["pro_am_searches_asked"] = Counts(lambda: seconds[0])

    visit("q=one", 1)
    visit("q=two", 2)
    with app.app_context():
        assert db.session.scalar(select(func.count(AskedSearch.id))) == 1
    seconds[0] += 6
    visit("q=three", 3)
    with app.app_context():
        assert db.session.scalar(select(func.count(AskedSearch.id))) == 3


def many_in_vain(visit, time, words, days=LEAST_DAYS, a_day=2):
    for _ in range(days):
        for number in range(a_day):
            visit(f"q={words}", number)
        time.forward(days=1)


def test_few_askings_or_few_days_are_never_public(app, visit, counted, time, browser_of):
    many_in_vain(visit, time, "ramen")
    many_in_vain(visit, time, "rarely", days=2, a_day=LEAST_ASKINGS)
    many_in_vain(visit, time, "alone", days=4, a_day=1)
    counted()

    page = browser_of(None).get("/wanted").text

    assert "ramen" in page
    assert "6 searches found nobody" in page
    assert "rarely" not in page
    assert "alone" not in page


def test_after_ninety_days_it_is_gone(app, visit, counted, time):
    visit("q=ramen")
    assert counted()
    time.forward(days=KEPT / timedelta(days=1) + 1)
    with app.app_context():
        assert queries.in_vain(clock.now().date() - KEPT, 10) == []
        actions.erase_old()

    assert counted() == []


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_who_does_not_want_to_be_counted_says_so_once(app, browser_of, counted):
    visitor = browser_of(None)
    assert visitor.submit("/wanted", action="/wanted/count-me").status_code == 303
    assert "are not counted" in visitor.get("/wanted").text
    visitor.get("/search?q=ramen", headers={"User-Agent": CHROME})

    assert counted() == []
