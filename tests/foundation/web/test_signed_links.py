from datetime import timedelta

import pytest

from pro_am.foundation.web import signed_links
from tests.conftest import NOON

UNTIL = NOON + timedelta(hours=2)


@pytest.fixture
def context(app):
    with app.app_context():
        yield


def test_a_link_says_what_it_was_signed_for(context, time):
    token = signed_links.sign("answer", 12, 3, until=UNTIL)
    link = signed_links.read("answer", token)

    assert (link.facts, link.until, link.is_over) == ((12, 3), UNTIL, False)
    time.forward(hours=2)
    assert signed_links.read("answer", token).is_over


def test_a_link_serves_its_own_purpose_alone(context):
    token = signed_links.sign("answer", 12, until=UNTIL)

    assert signed_links.read("leave", token) is None


def test_whoever_changes_a_link_has_none(context):
    token = signed_links.sign("answer", 12, until=UNTIL)
    body, signature = token.rsplit(".", 1)
    another = signed_links.sign("answer", 13, until=UNTIL).rsplit(".", 1)[0]

    for forged in (another + "." + signature, body, body + ".", token[:-2], "", "x.y", "é"):
        assert signed_links.read("answer", forged) is None
