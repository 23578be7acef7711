"""What pages ask of the database: a few questions, however much they show."""

import pytest
from sqlalchemy import func, select

from pro_am.accounts.models import Member
from pro_am.availability import actions as availability
from pro_am.availability.models import Calendar
from pro_am.foundation.database import db
from pro_am.profiles.models import Offer
from pro_am.search import actions as search
from tests.factories import free_starts, make_booking, make_member, make_pro_am
from tests.support.statements import counted

MOST = 8
PAGES = {
    "/?drawn=anew": None,
    "/search": None,
    "/search?where=Nantes+(44)&day=2030-01-10": None,
    "/a?drawn=anew": None,
    "/wanted": None,
    "/search?area=46,-3,49,0": None,
    "/pro/ben-keller": None,
    "/search ": "ana",
    "/pro/ben-keller ": "ana",
    "/vouches": "ana",
    "/invitations": "ana",
    "/bookings": "ana",
    "/my-week/": "ana",
    "/coaching/": "ana",
    "/inbox": "ana",
    "/inbox ": "ben",
}
# What a member finds or looks at begins with the thread between the two, drawn for them alone.
MORE = {"/search ": 9, "/pro/ben-keller ": 12}

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.fixture
def grow(app, people):
    """A function that adds pro-ams, each of them booked by Ana, and bookings of Ben."""

    def grow(count):
        with app.app_context():
            ana = db.session.get_one(Member, people["ana"])
            bens = db.session.scalars(select(Offer).order_by(Offer.id)).first()
            number = db.session.scalar(select(func.count()).select_from(Member))
            for each in range(count):
                offer = make_pro_am(make_member(f"Pro{number + each} Am"))
                make_booking(ana, offer, start=free_starts(offer)[0])
                make_booking(ana, bens, start=free_starts(bens)[0])
            search.rebuild()

    return grow


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_the_same_few_questions_whatever_it_shows(app, browser_of, grow, path):
    visitor = browser_of(PAGES[path])
    grow(1)
    few = asked_by(app, visitor, path.strip())
    grow(4)
    many = asked_by(app, visitor, path.strip())

    assert len(many) <= len(few), "\n".join(many)
    assert len(many) <= MORE.get(path, MOST), "\n".join(many)


def asked_by(app, visitor, path):
    """By the second visit: the first reads what the process remembers."""
    assert visitor.get(path).status_code == 200
    with counted(app) as asked:
        visitor.get(path)
    return asked


def test_a_calendar_that_was_claimed_is_looked_at_again_with_few_questions(app, browser_of, grow):
    grow(3)
    visitor, path = browser_of(None), "/search?day=2030-01-10"
    visitor.get(path)
    with app.app_context():
        calendar_id = db.session.scalars(select(Calendar.id)).first()
        availability.change_hours(
            calendar_id, weekly=[], notice_minutes=0, horizon_days=60, buffers=(0, 0, 0)
        )

    with counted(app) as asked:
        visitor.get(path)

    assert len(asked) <= MOST, "\n".join(asked)
