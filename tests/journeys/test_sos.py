"""An SOS and its answer: pressed on a page, received from a real mail server, answered by a tap."""

import re
import time as wall
from email.message import EmailMessage

import pytest

from pro_am.sos import actions
from tests.journeys.hands import Mouse
from tests.notifications.mail_server import MailServer
from tests.sos.conftest import follow
from tests.support.post_office import post_office

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

SAYS = {
    "en": ("I am dying for a kebab!", "Let’s walk"),
    "fr": ("envie d’un kebab", "On va marcher"),
}
PATIENCE = 20  # seconds: the machine may do other things


@pytest.fixture
def mail(app):
    with post_office(app) as server:
        yield server


def letter_to(server: MailServer, recipient: str) -> EmailMessage:
    until = wall.monotonic() + PATIENCE
    while wall.monotonic() < until:
        for letter in server.taken:
            if letter["To"] == recipient and "SOS" in letter["Subject"] + letter.as_string():
                return letter
        wall.sleep(0.05)
    raise AssertionError(f"No SOS came to {recipient}")


def link_in(letter: EmailMessage, kind: str) -> str:
    text = letter.get_body(("plain",)).get_content()
    return re.search(rf"http://[^/]+(/\S+say={kind})", text).group(1)


@pytest.mark.parametrize("language", SAYS)
def test_an_sos_and_its_answer(mail, keyboard_of, page_of, done, language):
    words, answer = SAYS[language]

    def befriend(person):
        follow(person("ana"), "Dee", language)
        actions.settle(person("ana"), actions.Settled("06 11 22 33 44", False, []))

    done(befriend)

    ana = keyboard_of("ana", "/sos/", language)
    ana.follow('button[name="pick"][value="kebab"]')
    assert words in ana.page.inner_text("main")

    letter = letter_to(mail, "dee@example.com")
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "tel:0611223344" in letter.get_body(("html",)).get_content()
    dee = Mouse(page_of(language, javascript=False, width=320))
    dee.page.goto(link_in(letter, "walk"))
    dee.follow('form:has(input[value="walk"]) button')
    assert answer in dee.page.inner_text("main")

    assert "Dee" in letter_to(mail, "ana@example.org")["Subject"]
    ana.page.reload()
    assert answer in ana.page.inner_text("main")
    ana.follow('form[action$="/end"]:has(input[value="passed"]) button')
    dee.page.reload()
    assert dee.page.locator('input[name="say"]').count() == 0
