"""Nothing says "booked at once" while it is not known what its pro-am has agreed elsewhere."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability.models import Calendar
from pro_am.calendar_sources import actions as sources
from pro_am.calendar_sources.models import CalendarSource
from pro_am.calendar_sources.rules.health import Problem
from pro_am.foundation.database import db, transaction
from pro_am.search import actions as search
from tests.conftest import NOON
from tests.factories import only_offer

BEN, CARDS, ONLY_AT_ONCE = "/pro/ben-keller", "/search", "/search?instant=y"
SAYS_SO = "Booked at once</"  # on a card or a profile; the filter has more words


@pytest.fixture
def visitor(app, people, browser_of):
    """Has seen that Ben is booked at once, everywhere."""
    with app.app_context():
        with transaction():
            only_offer().is_instant = True
        search.rebuild()
    visitor = browser_of(None)
    for page in (BEN, CARDS):
        assert SAYS_SO in visitor.get(page).text
    return visitor


def rely_on(until):
    availability.rely_on(db.session.scalars(select(Calendar.id)).one(), until=until)
    search.index_news()


def test_a_stale_calendar_takes_the_promise_back(app, visitor):
    with app.app_context():
        rely_on(NOON - timedelta(minutes=1))

    assert SAYS_SO not in visitor.get(BEN).text
    assert "Ask for this time" in visitor.get(BEN).text
    assert SAYS_SO not in visitor.get(CARDS).text
    assert "Ben Keller" not in found(visitor.get(ONLY_AT_ONCE).text)

    with app.app_context():
        rely_on(NOON + timedelta(days=1))

    assert SAYS_SO in visitor.get(BEN).text
    assert SAYS_SO in visitor.get(CARDS).text
    assert "Ben Keller" in found(visitor.get(ONLY_AT_ONCE).text)


def test_what_time_alone_makes_stale_is_told_to_search_too(app, visitor, people, time):
    with app.app_context():
        calendar_id = db.session.scalars(select(Calendar.id)).one()
        source = sources.add_address(
            db.session.get_one(Member, people["ben"]),
            calendar_id,
            "https://example.org/a.ics",
            "",
            idempotency_key="one",
        )
        with transaction():
            source = db.session.get_one(CalendarSource, source.id)
            source.failures, source.problem = 3, Problem.UNREACHABLE
    time.forward(days=1, minutes=1)
    assert SAYS_SO not in visitor.get(BEN).text

    with app.app_context():
        sources.tell_of_stale()
        search.index_news()

    assert "Ben Keller" not in found(visitor.get(ONLY_AT_ONCE).text)


def found(page):
    """Without those who are offered when one thing of the search is changed."""
    return page.partition("Change one thing")[0]
