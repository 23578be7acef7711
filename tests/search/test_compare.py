"""Two or three offers side by side."""

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db, transaction
from pro_am.moderation import actions as moderation
from pro_am.profiles import actions as profiles
from pro_am.profiles.models import Offer
from pro_am.search import actions as search
from tests.factories import make_member, make_pro_am
from tests.support.statements import counted


@pytest.fixture
def ids(app, people):
    """The public ids of the offers of Ben, Dora and Eve, a coach."""
    with app.app_context():
        make_pro_am(make_member("Dora Blanc"), title="Bread, slowly", price_minor=0)
        make_pro_am(make_member("Eve Noir"), title="Running", craft="fitness", price_minor=0)
        with transaction():
            ben = db.session.scalars(select(Offer).order_by(Offer.id)).first()
            ben.profile.not_offered = "No weddings."
        search.rebuild()
        return list(db.session.scalars(select(Offer.public_id).order_by(Offer.id)))


def address(*ids):
    return "/compare?" + "&".join(f"with={each}" for each in ids)


def test_what_differs_stands_side_by_side(browser_of, ids):
    page = browser_of(None).get(address(*ids)).text

    for words in ("Dinner at my table", "Bread, slowly", "Running", "€25", "free", "No weddings."):
        assert words in page
    assert page.index("Dinner at my table") < page.index("Bread, slowly")


def test_nobody_unproven_gets_a_ring_or_a_number(browser_of, ids):
    assert 'class="ring' not in browser_of(None).get(address(*ids)).text


def test_who_is_not_available_is_left_out_and_said(browser_of, done, ids):
    def pause(person):
        profiles.pause_profile(db.session.scalars(select(Offer).order_by(Offer.id)).first().profile)

    done(pause)

    page = browser_of(None).get(address(*ids, "unknown")).text

    assert "Dinner at my table" not in page
    assert "One of them is not available now" in page
    assert "At most 3 fit beside each other" in page


def test_who_is_blocked_is_left_out(browser_of, done, people, ids):
    done(lambda person: moderation.block(person("ana"), people["ben"]))

    assert "Dinner at my table" not in browser_of("ana").get(address(*ids)).text
    assert "Dinner at my table" in browser_of("cleo").get(address(*ids)).text


@pytest.mark.parametrize("asked", ["", "?with=", "?with=%F0%9F%8D%B0&with=x"])
def test_nothing_to_compare_says_what_to_do(browser_of, people, asked):
    answer = browser_of(None).get(f"/compare{asked}")

    assert answer.status_code == 200
    assert "Tick two or three" in answer.text


def test_results_have_a_box_for_each_and_a_button(browser_of, ids):
    page = browser_of(None).get("/search").text

    for each in ids:
        assert f'form="compare" name="with" value="{each}"' in page
    assert 'id="compare" action="/en/compare"' in page


def test_comparing_asks_few_questions(app, browser_of, ids):
    for name, most in ((None, 8), ("ana", 9)):  # for a member with the thread between the two
        visitor = browser_of(name)
        visitor.get(address(*ids))
        with counted(app) as asked:
            visitor.get(address(*ids))

        assert len(asked) <= most, "\n".join(asked)
