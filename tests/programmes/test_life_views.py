"""The pages of a programme's life, through the browsers of its two people and of a stranger."""

import csv
import io
import json

import pytest

from pro_am.foundation.database import db, transaction
from pro_am.programmes import actions
from pro_am.programmes.actions import Otherwise
from pro_am.programmes.models import Item, Programme, ProgrammeComment, ProgrammeWeek
from pro_am.programmes.rules.words import ExceptionKind, ItemKind, ItemState, Standing
from tests.factories.programmes import make_programme
from tests.support.statements import counted

CLIENTS_ALONE = ("summary", "take-along.json", "take-along.csv")


@pytest.fixture
def path(app, done, time):
    """Of a programme of four weeks, in its first one, of which one activity is done."""
    made: dict[str, object] = {}

    def make(person):
        programme = make_programme(person("ana"), person("ben"), weeks=4)
        week = ProgrammeWeek(programme_id=programme.id, monday=programme.starts_on)
        week.items = [
            Item(
                public_id=f"item-{number}", day=number, position=0, kind=ItemKind.SESSION,
                title=f"=Walk {number}", state=state, words="",
            )
            for number, state in enumerate((ItemState.DONE, ItemState.PLANNED))
        ]  # fmt: skip
        with transaction():
            db.session.add(week)
        made["id"], made["starts_on"] = programme.public_id, programme.starts_on

    done(make)
    time.forward(days=(made["starts_on"] - time.now.date()).days + 1)
    return f"/programmes/{made['id']}"


def programme_of(path: str) -> Programme:
    return db.session.query(Programme).filter_by(public_id=path.rsplit("/", 1)[1]).one()


def test_both_read_what_is_agreed_and_what_is_due_so_far(browser_of, path):
    for name in ("ana", "ben"):
        page = browser_of(name).get(f"{path}/about").text
        assert "1 of 4 have begun" in page
        assert "Due so far: €25" in page


@pytest.mark.parametrize("page", ["about", "end", *CLIENTS_ALONE])
def test_a_stranger_finds_nothing(browser_of, path, page):
    assert browser_of("cleo").get(f"{path}/{page}").status_code == 404


@pytest.mark.parametrize("page", CLIENTS_ALONE)
def test_looking_back_is_for_the_client_alone(browser_of, path, page):
    assert browser_of("ben").get(f"{path}/{page}").status_code == 404
    assert browser_of("ana").get(f"{path}/{page}").status_code == 200


def test_ana_takes_a_break_and_goes_on(app, browser_of, path):
    ana = browser_of("ana")

    ana.submit(f"{path}/about", action="/pause")

    page = ana.get(f"{path}/about").text
    assert "until it goes on" in page
    ana.submit(f"{path}/about", action="/resume")
    assert "until it goes on" not in ana.get(f"{path}/about").text


def test_a_day_that_is_not_offered_is_refused_beside_its_field(browser_of, path):
    page = browser_of("ana").submit(f"{path}/about", action="/pause", day="2030-03-01")

    assert page.status_code == 422
    assert 'class="field__error"' in page.text


def test_leaving_takes_two_clicks_and_keeps_all_of_it(app, browser_of, path):
    ana = browser_of("ana")

    answer = ana.submit(f"{path}/end", words="")

    assert "1 of 2 activities" in ana.follow(answer).text
    with app.app_context():
        assert programme_of(path).standing is Standing.ENDED
    assert ana.get(f"{path}/take-along.json").status_code == 200
    assert "offer your talents" in ana.get(f"{path}/summary").text


def test_what_is_taken_along_is_complete_and_harmless(browser_of, path):
    ana = browser_of("ana")

    facts = json.loads(ana.get(f"{path}/take-along.json").text)
    table = list(csv.DictReader(io.StringIO(ana.get(f"{path}/take-along.csv").text[1:])))

    assert [item["title"] for item in facts["weeks"][0]["items"]] == ["=Walk 0", "=Walk 1"]
    assert [row["title"] for row in table] == ["'=Walk 0", "'=Walk 1"]
    assert table[0]["state"] == "done"
    assert ana.get(f"{path}/take-along.exe").status_code == 404


def test_the_booking_leads_to_its_programme(app, browser_of, path):
    with app.app_context():
        reference = programme_of(path).booking.reference

    assert f"{path}/about" in browser_of("ana").get(f"/bookings/{reference}").text


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("page", ["about", "end", "summary"])
def test_its_pages_ask_a_few_questions(app, browser_of, path, page):
    ana = browser_of("ana")
    ana.get(f"{path}/{page}")

    with counted(app) as asked:
        ana.get(f"{path}/{page}")

    assert len(asked) <= 8, asked


def test_whoever_takes_their_data_takes_their_programmes(browser_of, path):
    ana = browser_of("ana", fresh=True)

    answer = ana.submit("/account/data", action="/account/data")

    (programme,) = json.loads(answer.text)["programmes"]
    assert (programme["as"], programme["weeks_agreed"]) == ("client", 4)


def test_whoever_is_erased_leaves_no_words_behind(done, path):
    def forget(person):
        actions.comment(
            [programme_of(path)], programme_of(path).starts_on, "My knee hurts.",
            by=person("ana"), key="knee",
        )  # fmt: skip
        actions.forget(person("ana"))
        assert db.session.query(ProgrammeComment).one().text == ""

    done(forget)


def test_looking_back_tells_of_days_that_went_otherwise_in_their_week_alone(browser_of, done, path):
    def say(_person):
        programme = programme_of(path)
        days = Otherwise(programme.starts_on, programme.starts_on, ExceptionKind.ILLNESS, "A cold.")
        actions.make_exception(programme, days, key="cold")

    done(say)

    page = browser_of("ana").get(f"{path}/summary").text

    assert page.count("A cold.") == 1
    assert "Once some days went otherwise" in page
