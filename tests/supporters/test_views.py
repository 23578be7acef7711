"""The pages of a client about friends, and the page of a friend without an account."""

import re
from decimal import Decimal
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select, text

from pro_am.foundation.database import Model, db
from pro_am.measures import actions as measures
from pro_am.measures.rules.kinds import SeriesKind
from pro_am.supporters import actions
from pro_am.supporters.actions import Guest
from pro_am.supporters.models import RecapRhythm, Supporter
from pro_am.supporters.queries import links
from pro_am.supporters.rules.life import SupporterState
from tests.conftest import NOON
from tests.factories import only_offer
from tests.support.statements import counted
from tests.supporters.conftest import DEE, MONDAY, letters
from tests.supporters.test_telling import SUNDAY_EVENING

ASK = {"name": "Dee", "email": DEE, "language": "en"}
SECRET = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


def only_friend():
    return db.session.scalars(select(Supporter)).one()


@pytest.fixture
def token(app, people, done):
    """Of the page of Dee, whom Ana has asked."""
    done(lambda person: actions.ask(person("ana"), Guest("Dee", DEE, "en", ["items"])))
    with app.test_request_context("/en/"):
        return links.token_of(only_friend())


@pytest.fixture
def friend(app):
    """What Dee is now: a function to the value of an attribute."""

    def look(attribute):
        with app.app_context():
            return getattr(only_friend(), attribute)

    return look


def everything(app):
    """All rows of all tables."""
    with app.app_context():
        return {
            table.name: sorted(map(repr, db.session.execute(text(f"SELECT * FROM {table.name}"))))  # noqa: S608
            for table in Model.metadata.sorted_tables
        }


def test_a_client_asks_a_friend_and_sees_who_waits(browser_of, people, friend):
    ana = browser_of("ana")

    answer = ana.submit("/friends/ask", **ASK, sees=["items", "words"])

    assert (answer.status_code, answer.location) == (303, "/en/friends/")
    page = ana.follow(answer).text
    assert "Dee gets one letter, and decides." in page
    assert "has not answered yet" in page
    assert friend("sees") == ["items", "words"]


def test_what_was_typed_is_kept_beside_what_is_wrong(browser_of, people):
    answer = browser_of("ana").submit("/friends/ask", **ASK | {"email": "dee"})

    assert answer.status_code == 422
    assert "does not look like an e-mail address" in answer.text
    assert 'value="Dee"' in answer.text


def test_a_refusal_stands_beside_the_address(browser_of, people):
    answer = browser_of("ana").submit("/friends/ask", **ASK | {"email": "ana@example.org"})

    assert answer.status_code == 409
    assert "This is your own address" in answer.text


def test_a_stranger_finds_nobody_elses_friends(browser_of, token, friend):
    path = f"/friends/{friend('public_id')}"

    for name in ("cleo", "ben"):
        stranger = browser_of(name)
        assert stranger.get(path).status_code == 404
        assert "Dee" not in stranger.get("/friends/").text
    assert browser_of(None).get("/friends/").status_code in (302, 303)


def test_what_a_friend_sees_is_changed(browser_of, token, friend):
    path = f"/friends/{friend('public_id')}"

    answer = browser_of("ana").submit(path, sees=["adherence"])

    assert answer.status_code == 303
    assert friend("sees") == ["adherence"]


def test_removed_the_page_is_gone_at_once(browser_of, token, friend):
    browser_of("ana").submit("/friends/", "/remove")

    assert friend("email") is None
    for path in ("", "/leave"):
        assert browser_of(None).get(f"/follow/{token}{path}").status_code == 404


def test_one_press_says_yes(browser_of, token, friend):
    dee = browser_of(None)
    page = dee.get(f"/follow/{token}").text
    assert page.index("Yes, send me the recap") < page.index("No, thank you")

    answer = dee.client.post(
        f"/en/follow/{token}/answer", base_url="http://127.0.0.1", data={"then": "yes"}
    )

    assert answer.status_code == 303
    assert friend("state") is SupporterState.FOLLOWING
    assert "Say “well done”" in dee.follow(answer).text


@pytest.mark.parametrize("then", ["no", "never"])
def test_no_thank_you(browser_of, token, friend, then):
    dee = browser_of(None)

    answer = dee.client.post(
        f"/en/follow/{token}/answer", base_url="http://127.0.0.1", data={"then": then}
    )

    assert friend("state") is SupporterState.DECLINED
    assert "your address is forgotten" in dee.follow(answer).text


def test_the_page_of_a_friend_keeps_to_itself(browser_of, token):
    answer = browser_of(None).get(f"/follow/{token}")

    assert {name: answer.headers[name] for name in SECRET} == SECRET


def test_a_friend_cheers_tells_that_they_read_and_changes_the_language(browser_of, token, friend):
    dee = browser_of(None)
    post = lambda what, **data: dee.client.post(  # noqa: E731
        f"/en/follow/{token}/{what}", base_url="http://127.0.0.1", data=data
    )
    post("answer", then="yes")

    assert post("cheer", words="06 12 34 56 78").status_code == 409
    assert post("cheer", words="x" * 141).status_code == 422
    assert "has your cheer" in dee.follow(post("cheer", words="Bravo")).text
    assert friend("read_at") is None
    post("read")
    assert friend("read_at") is not None
    assert post("language", language="fr").location.startswith("/fr/follow/")
    assert "Bravo" in browser_of("ana").get("/friends/").text


def test_who_has_not_said_yes_cheers_nobody(browser_of, token):
    answer = browser_of(None).client.post(
        f"/en/follow/{token}/cheer", base_url="http://127.0.0.1", data={"words": "Bravo"}
    )

    assert answer.status_code == 409


def test_mail_programs_leave_for_their_reader_without_a_form(app, done, browser_of, token, friend):
    done(lambda _person: actions.accept(only_friend()))

    answer = browser_of(None).client.post(
        f"/en/follow/{token}/leave",
        base_url="http://127.0.0.1",
        data={"List-Unsubscribe": "One-Click"},
    )

    assert answer.status_code == 200
    assert (friend("state"), friend("email")) == (SupporterState.LEFT, None)


def test_whoever_follows_every_link_of_a_letter_changes_nothing(app, done, browser_of, token):
    with app.app_context():
        written = letters()
    addresses = {
        urlsplit(found).path
        for letter in written
        for found in re.findall(r"https?://[^\s\"<>]+", letter.text + letter.html)
    }
    assert len(addresses) >= 2

    def scan():
        for address in addresses:
            assert browser_of(None).get(address).status_code == 200
            assert browser_of(None).client.head(address, base_url="http://127.0.0.1").status_code

    before = everything(app)
    scan()
    assert everything(app) == before

    done(lambda _person: actions.accept(only_friend()))
    before = everything(app)
    scan()
    assert everything(app) == before


def test_another_day_and_hour(app, browser_of, token):
    form = {"weekday": 2, "hour": "7:30", "time_zone": "America/Montreal"}
    answer = browser_of("ana").submit("/friends/recap", **form)
    assert answer.status_code == 422  # a name of old

    answer = browser_of("ana").submit("/friends/recap", **form | {"time_zone": "America/Toronto"})

    assert answer.status_code == 303
    with app.app_context():
        row = db.session.scalars(select(RecapRhythm)).one()
        assert (row.weekday, row.minute, row.time_zone) == (2, 450, "America/Toronto")
        assert row.next_at.isoformat() == "2030-01-09T12:30:00"


def test_not_this_week_and_after_all(app, browser_of, token):
    ana = browser_of("ana")

    ana.submit("/friends/", "/not-this-week")
    assert "You keep the week of" in ana.get("/friends/").text

    ana.submit("/friends/", "/not-this-week")
    assert "About the week of" in ana.get("/friends/").text


def test_the_page_asks_the_same_few_questions_for_many_friends(app, done, browser_of, token):
    ana = browser_of("ana")
    ana.get("/friends/")
    with counted(app) as few:
        ana.get("/friends/")
    done(
        lambda person: [
            actions.ask(person("ana"), Guest(f"F{n}", f"{n}@example.com", "fr", []))
            for n in range(8)
        ]
    )

    with counted(app) as many:
        assert "F7" in ana.get("/friends/").text

    assert len(many) == len(few) <= 8


@pytest.fixture
def told_friend(app, done, plan, time):
    """Dee follows Ana, whose first week is over: a function from what she sees to her token."""

    def make(*sees):
        def follow(person):
            ana = person("ana")
            plan(ana, only_offer())
            actions.accept(actions.ask(ana, Guest("Dee", DEE, "en", sees)))

        done(follow)
        time.now = SUNDAY_EVENING
        with app.test_request_context("/en/"):
            return links.token_of(only_friend())

    return make


def test_the_page_shows_the_week_as_it_is_allowed_now(app, done, browser_of, told_friend):
    token = told_friend("adherence", "items", "words")
    dee = browser_of(None)

    page = dee.get(f"/follow/{token}").text
    for words in ("50%", "Run", "Tired and happy.", "Lovely rhythm.", "Run again, with Ben"):
        assert words in page
    assert "A note" not in page

    done(lambda _person: actions.change(only_friend(), name="Dee", sees=["items"]))
    page = dee.get(f"/follow/{token}").text
    assert "Run" in page
    for words in ("50%", "Tired and happy.", "Lovely rhythm."):
        assert words not in page


def test_the_page_asks_a_few_questions(app, browser_of, told_friend):
    token = told_friend("adherence", "items", "words", "photos")
    with app.app_context():
        db.session.remove()

    with counted(app) as asked:
        assert browser_of(None).get(f"/follow/{token}").status_code == 200

    assert len(asked) <= 11


def test_the_preview_is_the_letter_without_the_friends_own_address(
    browser_of, told_friend, friend, time
):
    token = told_friend("adherence", "items")
    time.now = NOON
    ana, path = browser_of("ana"), f"/friends/{friend('public_id')}/preview"

    page, letter = ana.get(path), ana.get(f"{path}/letter")

    assert "Done: Run" in page.text
    assert "Done: Run" in letter.text
    for answer in (page, letter):
        assert token not in answer.text
        assert "/follow/" not in answer.text
    assert "script-src" not in letter.headers["Content-Security-Policy"]
    for name in ("cleo", "ben"):
        assert browser_of(name).get(path).status_code == 404
        assert browser_of(name).get(f"{path}/letter").status_code == 404


def test_a_preview_of_nothing_says_so(browser_of, token, friend):
    path = f"/friends/{friend('public_id')}/preview"

    assert "nothing to tell" in browser_of("ana").get(path).text
    assert browser_of("ana").get(f"{path}/letter").status_code == 404


def test_measures_are_chosen_one_by_one_and_weight_is_in_no_letter(
    app, done, browser_of, told_friend, friend
):
    token = told_friend("items")

    def measure(person):
        ana, figures = person("ana"), {SeriesKind.STEPS: "5000", SeriesKind.WEIGHT: "71.5"}
        values = {
            measures.begin_series(ana, kind, idempotency_key=kind): Decimal(value)
            for kind, value in figures.items()
        }
        measures.write_down(ana, values, MONDAY, idempotency_key="1")

    done(measure)
    path = f"/friends/{friend('public_id')}"
    page = browser_of("ana").get(path).text
    ids = re.findall(r'name="series" value="([^"]+)"', page)
    assert len(ids) == 2
    browser_of("ana").submit(path, series=ids)
    assert friend("sees") == ["items", "measures"]

    page = browser_of(None).get(f"/follow/{token}").text
    assert "5,000" in page
    assert "71.5" in page
    done(lambda _person: actions.tell_due())
    with app.app_context():
        (letter,) = letters("supporters/recap")
        assert "5,000" in letter.text
        assert "71.5" not in letter.text + letter.html

    browser_of("ana").submit(path, series=[])
    page = browser_of(None).get(f"/follow/{token}").text
    assert "5,000" not in page
