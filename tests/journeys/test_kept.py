"""What people keep: a search until its letter, favourites by a heart, two offers side by side."""

import pytest
from sqlalchemy import select

from pro_am.alerts import actions as alerts
from pro_am.foundation import ids
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.profiles.models import Offer
from pro_am.search import actions as search
from tests.factories import PASSWORD, make_member, make_pro_am
from tests.journeys.browser import follow

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


def sign_in(page):
    page.fill("#email", "ana@example.org")
    page.fill("#password", PASSWORD)
    follow(page, "main form button[type=submit]")


def test_ana_saves_a_search_and_gets_one_letter(app, people, page_of, time):
    with app.app_context():
        search.rebuild()
    page = page_of("en")
    page.goto("/en/search?q=sourdough&where=Nantes+%2844%29")
    assert "Sourdough, slowly" not in page.inner_text("main")

    # A visitor signs in on the way, and is asked once more.
    follow(page, ".keep-search button")
    sign_in(page)
    page.fill("#name", "Bread nearby")
    follow(page, "main form button[type=submit]")
    assert "“Bread nearby” is saved." in page.inner_text("main")

    time.forward(hours=2)
    with app.test_request_context("/en/"):
        alerts.look()
        make_pro_am(make_member("Dora Blanc"), title="Sourdough, slowly")
        search.index_news()
        alerts.look()
        for _twice in range(2):
            alerts.tell_due()
        [letter_id] = db.session.scalars(
            select(Letter.id).where(Letter.template == "alerts/somebody_new")
        )
    page.goto(f"/en/dev/letters/{letter_id}")
    words = page.inner_text("main")
    assert "Somebody new: Bread nearby" in words
    assert "Sourdough, slowly" in words

    page.goto("/en/my-searches/")
    assert "1 new" in page.inner_text("main")
    follow(page, "form[action$='/open'] button")
    assert "Sourdough, slowly" in page.inner_text("main")

    off = next(word for word in words.split() if "/by-letter/searches/off/" in word)
    page.goto("/en" + off.partition("/en")[2])
    follow(page, "main .inline-form button")
    assert "We write no more about this search." in page.inner_text("main")


@pytest.mark.parametrize("javascript", [True, False])
def test_ana_keeps_ben_where_she_sees_him(app, people, page_of, javascript):
    with app.app_context():
        search.rebuild()
    page = page_of("en", javascript=javascript)
    page.goto("/en/account/sign-in?next=/en/search%3Fq%3Ddinner")
    sign_in(page)
    heart = page.locator(".card .heart")

    if javascript:
        with page.expect_response("**/favourites/ben-keller*"):
            heart.click()
        page.wait_for_selector(".card .heart[aria-pressed=true]")
        assert page.url.endswith("/en/search?q=dinner"), "nothing is loaded again"
    else:
        follow(page, ".card .heart")
        assert "Ben is among your favourites." in page.inner_text("main")
        assert "/en/search?q=dinner" in page.url
        assert "#offer-" in page.url, "back at the card"
        assert heart.get_attribute("aria-pressed") == "true"

    page.goto("/en/my-favourites")
    assert "Dinner at my table" in page.inner_text("main")


def test_a_visitor_compares_what_is_ticked(app, people, page_of):
    with app.test_request_context("/en/"):
        make_pro_am(make_member("Dora Blanc"), title=f"Bread {ids.reference()}")
        search.rebuild()
        titles = list(db.session.scalars(select(Offer.title)))
    page = page_of("en", javascript=False, width=320)
    page.goto("/en/search")

    for box in page.locator(".card__compare input").all():
        box.check()
    follow(page, "#compare button")

    for title in titles:
        assert title in page.inner_text("table")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
