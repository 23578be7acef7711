"""A visitor's profile page comes from memory, and yet says what the database says now."""

import pytest
from sqlalchemy import select

from pro_am.accounts.actions import details
from pro_am.availability import actions as availability
from pro_am.availability import queries as calendars
from pro_am.foundation.database import db
from pro_am.profiles import actions as profiles
from pro_am.profiles import queries
from pro_am.reviews import actions as reviews
from pro_am.reviews.models import Review
from pro_am.standing import actions as standing
from pro_am.standing.rules import SeenHow
from tests.factories import free_starts, make_booking, only_offer
from tests.reviews.evenings import evening, review
from tests.support.statements import counted

BEN = "/pro/ben-keller"


@pytest.fixture
def visitor(done, browser_of, time):
    """Has seen Ben's page, on which Ana says that it was a feast."""
    done(lambda member: review(evening(member("ana"), time), 5, text="A feast."))
    visitor = browser_of(None)
    assert "A feast." in visitor.get(BEN).text
    return visitor


def first_time():
    return f"{free_starts(only_offer())[0]:%Y-%m-%dT%H:%MZ}"


def by_ana():
    return db.session.scalars(select(Review).where(Review.text == "A feast.")).one()


def rename(member, name):
    details.change_details(member, name=name, language="en", time_zone="Europe/Paris")


SAYS = {
    "a name": (lambda who: rename(who("ben"), "Ben Kellermann"), "Ben Kellermann"),
    "who wrote a review": (lambda who: rename(who("ana"), "Nana Martin"), "<b>Nana</b>"),
    "a reply": (lambda who: reviews.reply(by_ana().id, who("ben"), "Come again!"), "Come again!"),
    "who he is": (
        lambda who: standing.verify_identity(who("ben"), who("cleo"), SeenHow.IN_PERSON),
        "has verified who Ben is",
    ),
}
SAYS_NO_LONGER = {
    "a review": (lambda who: reviews.hide(by_ana().public_id, hidden=True), lambda: "A feast."),
    "a time": (lambda who: make_booking(who("ana"), only_offer()), first_time),
    "hours": (
        lambda who: availability.change_hours(
            calendars.calendar_of(only_offer().profile_id).id,
            weekly=[],
            notice_minutes=0,
            horizon_days=60,
            buffers=(0, 0, 0),
        ),
        lambda: "Next free time",
    ),
    "an offer": (lambda who: profiles.pause_offer(only_offer()), lambda: "Next free time"),
}


@pytest.mark.parametrize("what", SAYS)
def test_what_is_new_is_shown_at_once(done, visitor, what):
    deed, words = SAYS[what]
    assert words not in visitor.get(BEN).text

    done(deed)

    assert words in visitor.get(BEN).text


@pytest.mark.parametrize("what", SAYS_NO_LONGER)
def test_what_is_gone_is_shown_no_longer(app, done, visitor, what):
    deed, words_of = SAYS_NO_LONGER[what]
    with app.app_context():
        words = words_of()
    assert words in visitor.get(BEN).text

    done(deed)

    assert words not in visitor.get(BEN).text


def test_a_paused_profile_is_nowhere(done, visitor):
    done(lambda who: profiles.pause_profile(queries.profile_of(who("ben"))))

    assert visitor.get(BEN).status_code == 404


def test_its_owner_gets_a_page_of_his_own(browser_of, visitor):
    assert "Ask a question" in visitor.get(BEN).text
    assert "Ask a question" not in browser_of("ben").get(BEN).text
    assert "Ask a question" in visitor.get(BEN).text


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_an_unchanged_page_reads_neither_profile_nor_offers(app, visitor):
    with counted(app) as asked:
        visitor.get(BEN)

    assert not [each for each in asked if "FROM profiles" in each or "FROM offers" in each]
