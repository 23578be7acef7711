"""Moderators see what is looked for in vain, and keep words off the public page."""

import pytest

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.search.asked import actions
from pro_am.search.asked.rules import Asked

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.fixture
def moderator(app, people, browser_of, time):
    """Ana's browser; ramen was looked for in vain by three people on each of three days."""
    with app.app_context():
        accounts.grant_role(db.session.get_one(Member, people["ana"]), Role.MODERATOR, by=None)
        for _ in range(3):
            for asker in ("a", "b", "c"):
                asked = Asked(clock.now().date(), "fr", "ramen", "", "", 0, "")
                actions.counts().add(asked, "râmen", asker, in_vain=True)
            actions.write_down()
            time.forward(days=1)
    return browser_of("ana")


def test_words_are_struck_and_shown_again(moderator, browser_of):
    visitor, desk = browser_of(None), "/moderation/unanswered"
    assert "râmen" in visitor.get("/wanted").text
    assert "râmen" in moderator.get(desk).text

    moderator.submit(desk, action=f"{desk}/strike")
    assert "râmen" not in visitor.get("/wanted").text
    assert "not public" in moderator.get(desk).text

    moderator.submit(desk, action=f"{desk}/show-again")
    assert "râmen" in visitor.get("/wanted").text


def test_the_desk_is_for_moderators(moderator, browser_of):
    stranger = browser_of("cleo")

    assert stranger.get("/moderation/unanswered").status_code == 404
    assert browser_of(None).get("/moderation/unanswered").status_code in (302, 303)
