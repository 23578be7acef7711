"""Recaps as a real mail server gets them."""

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.notifications import actions as notifications
from pro_am.supporters import actions
from pro_am.supporters.models import Supporter
from tests.notifications.mail_server import MailServer
from tests.supporters.conftest import DEE
from tests.supporters.test_telling import SUNDAY_EVENING


@pytest.fixture
def mail_server(app):
    server = MailServer()
    server.start()
    app.config["MAIL_SERVER"] = server.address
    yield server
    server.stop()


@pytest.fixture
def received(person, ask, plan, offer, time, mail_server):
    """The recap that came to Dee."""
    ana = person("ana")
    actions.accept(ask(ana, name="Dee"))
    plan(ana, offer)
    time.now = SUNDAY_EVENING
    actions.tell_due()
    notifications.deliver_due()
    notifications.deliver_due()
    (recap,) = [each for each in mail_server.taken if "the week of" in each["Subject"]]
    return recap


def test_a_recap_comes_once_with_text_and_html(received):
    assert received["To"] == DEE
    assert received.get_body(("plain",)).get_content().startswith("Hello Dee,")
    html = received.get_body(("html",)).get_content()
    assert "Run again" in html
    assert "<img" not in html


def test_one_post_to_the_address_in_its_header_ends_them(received, app):
    assert received["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = received["List-Unsubscribe"].strip("<>")
    path = address.removeprefix(app.config["PUBLIC_URL"])

    answer = app.test_client().post(path, data={"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    with app.app_context():
        assert db.session.scalars(select(Supporter.email)).all() == [None]
