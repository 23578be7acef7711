"""A friend from the question to leaving: letters from a real mail server, no account, no script."""

import re

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.notifications import actions as notifications
from pro_am.supporters import actions
from pro_am.supporters.models import Supporter
from tests.factories import make_booking, only_offer
from tests.journeys.hands import Mouse
from tests.notifications.mail_server import MailServer
from tests.supporters.conftest import DEE, MONDAY, RUN, make_plan
from tests.supporters.test_telling import SUNDAY_EVENING

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

PAGE = r"/follow/[^/\s]+"
SAYS = {
    "en": ("Would you like to follow Ana?", "has your cheer", "forgotten"),
    "fr": ("Voulez-vous suivre Ana", "votre encouragement", "oubliée"),
}


@pytest.fixture
def mail(app):
    server = MailServer()
    server.start()
    app.config["MAIL_SERVER"] = server.address
    yield server
    server.stop()


@pytest.fixture
def come(done, mail):
    """What has come to Dee, once the worker has done what is due."""

    def work(_person):
        actions.tell_due()
        for _ in range(3):
            notifications.deliver_due()

    def letters():
        done(work)
        return [letter for letter in mail.taken if letter["To"] == DEE]

    return letters


def link_in(letter, path):
    text = letter.get_body(("plain",)).get_content()
    return re.search(rf"http://[^/]+(/\S*{path})\s", text).group(1)


def ask(ana, language):
    """By the keyboard, as everything else of hers."""
    ana.fill("#name", "Dee")
    ana.fill("#email", DEE)
    ana.choose(f'input[name="language"][value="{language}"]')
    ana.follow("main form button[type=submit]")


@pytest.mark.parametrize("language", SAYS)
def test_a_friend_from_consent_to_leaving(come, keyboard_of, page_of, done, time, language):
    question, cheered, forgotten = SAYS[language]
    done(lambda person: make_plan(make_booking(person("ana"), only_offer()), RUN, MONDAY))
    ana = keyboard_of("ana", "/friends/ask", language)
    ask(ana, language)
    (asked,) = come()

    dee = Mouse(page_of(language, javascript=False, width=320))
    dee.page.goto(link_in(asked, PAGE))
    assert question in dee.page.inner_text("h1")
    dee.follow('form:has(input[value="yes"]) button')

    time.now = SUNDAY_EVENING
    _, recap = come()
    assert "Tired and happy." in recap.get_body(("plain",)).get_content()
    dee.page.goto(link_in(recap, PAGE))
    assert "Tired and happy." in dee.page.inner_text("main")
    dee.fill("#words", "Bravo !")
    dee.follow('form[action$="/cheer"] button')
    assert cheered in dee.page.inner_text("main")

    dee.page.goto(link_in(recap, "/leave"))
    dee.follow("main form button")
    assert forgotten in dee.page.inner_text("main")
    done(lambda _person: _assert_forgotten())


def _assert_forgotten():
    assert db.session.scalars(select(Supporter.email)).all() == [None]
