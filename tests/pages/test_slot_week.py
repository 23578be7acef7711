"""The slot picker of a profile: days that are full say so, and lead nowhere."""

from datetime import date

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from tests.factories import free_starts, make_booking, only_offer

BEN = "/pro/ben-keller"


def fill(app, people, day):
    """Ana books one dinner after the other until Ben's day has no room for another."""
    with app.app_context():
        ana = db.session.get_one(Member, people["ana"])
        while starts := [s for s in free_starts(only_offer()) if s.date() == day]:
            make_booking(ana, only_offer(), start=starts[0])


def shown(browser):
    return browser.get(f"{BEN}?from=2030-01-08").text.partition("slot-week__days")[2]


def test_a_day_that_others_have_taken_is_full(app, browser_of, people):
    visitor = browser_of(None)
    assert ">full<" not in shown(visitor)

    fill(app, people, date(2030, 1, 9))

    assert shown(visitor).count(">full<") == 1
    assert 'value="2030-01-08T17:00Z"' in shown(visitor)


def test_a_day_off_is_not_called_full(app, browser_of):
    browser_of("ben").submit("/my-calendar/days", day="2030-01-09")

    assert ">full<" not in shown(browser_of(None))
    assert "nothing free" in shown(browser_of(None))
