"""Double blind: nothing anywhere tells whether the other has rated badly."""

import json
import re

import pytest
from sqlalchemy import select

from pro_am.accounts.events import DataTaken
from pro_am.accounts.models import Member
from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.foundation.events import publish
from pro_am.foundation.outbox import Letter
from pro_am.reviews import actions, queries
from pro_am.reviews.actions import Opinion
from pro_am.standing.rules import ReviewedAs
from tests.reviews.evenings import evening

GOOD = Opinion(5, {"skill": 5}, "A feast, the best of the year.", "Thank you!")
BAD = Opinion(1, {"skill": 1}, "Cold, late and rude, never again.", "Shame.")
PAGES = (
    "/",
    "/my-week/",
    "/bookings",
    "{booking}",
    "{booking}/review",
    "{booking}/review/did-not-happen",
    "/reviews",
    "/reviews/about-me",
    "/inbox",
    "/pro/ben-keller",
    "/pro/ben-keller/reviews",
    "/pro/ben-keller/why",
    "/account/data",
)
ACCIDENTAL = re.compile(r'name="(csrf_token|idempotency_key)"[^>]*value="[^"]*"')


def seen_by_ben(app, browser_of, path):
    ben = browser_of("ben")
    pages = {page: ben.get(page.format(booking=path)).text for page in PAGES}
    return {page: ACCIDENTAL.sub("", html) for page, html in pages.items()}


def told_to_ben(app, people):
    """Letters, figures and the member's own file."""
    with app.test_request_context("/en/"):
        letters = select(Letter.subject, Letter.text).where(Letter.recipient == "ben@example.org")
        ben_id, now = people["ben"], clock.now()
        taken = DataTaken(db.session.get_one(Member, ben_id), now, {})
        publish(taken)
        return (
            [tuple(row) for row in db.session.execute(letters.order_by(Letter.id))],
            queries.figures_of([ben_id], ReviewedAs.PROVIDER, now),
            json.dumps(taken.parts["reviews"], default=str),
        )


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_whatever_the_first_says_the_second_sees_the_same(app, browser_of, people, done, time):
    """The same evening twice, reviewed well and badly: every page, letter and file is the same."""
    path, worlds = "", []

    def begin(who):
        nonlocal path
        path = f"/bookings/{evening(who('ana'), time).reference}"

    def write(opinion):
        def deed(who):
            ana = who("ana")
            booking = queries.to_review(ana, clock.now())[0].booking if not worlds else None
            booking = booking or queries.written_by(ana)[0].booking
            actions.review(booking, ana, opinion)

        return deed

    done(begin)
    for opinion in (GOOD, BAD):
        done(write(opinion))
        worlds.append((seen_by_ben(app, browser_of, path), told_to_ben(app, people)))

    (well, told_well), (badly, told_badly) = worlds
    for page in PAGES:
        assert badly[page] == well[page], page
    assert told_badly == told_well
    assert "Ana" in str(told_well[0])
