"""From the first question to the first week: asked, recommended, booked, read, planned.

Without JavaScript, and on a narrow screen: that is enough for all of it.
"""

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.programmes.models import Programme
from pro_am.search import actions as search
from tests.factories import PASSWORD, make_member, make_pro_am
from tests.factories.programmes import make_programme_offer
from tests.journeys.browser import follow

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

SUBMIT = "main form.form button[type=submit]"
# What Ana answers, in the order in which she is asked; "" leaves a question open.
SAYS = {
    "goal": ["run", "calm"],
    "level": "starting",
    "distance": "2",
    "time": "two",
    "when": ["evenings"],
    "style": "gentle",
    "where": "online",
    "language": "fr",
    "price": "",
    "limits": "Deux enfants en bas âge.",
}
QUOTED = "Vous avez écrit « Le soir, en semaine » : libre pour un premier échange le"
NAMES = ("Dora Blum", "Emil Roux", "Fay Winter")


@pytest.fixture
def coaches(app, people):
    """Three of them, each with a first look and a programme."""
    with app.test_request_context("/fr/"):
        for name in NAMES:
            coach = make_member(name)
            make_pro_am(coach, craft="fitness", title=f"Essai avec {name}", price_minor=0)
            make_programme_offer(coach, price_minor=0, title=f"Huit semaines avec {name}")
        search.rebuild()


def test_answers_lead_to_a_coach_and_to_a_first_week(app, page_of, coaches):
    ana = signed_in(page_of("fr", javascript=False, width=360), "ana")
    answer_all(ana)

    said = ana.inner_text("main").replace("\xa0", " ")
    assert QUOTED in said
    assert all(name in said for name in NAMES)
    first = ana.locator(".card").first.inner_text()
    coach = next(name for name in NAMES if name in first)

    reference = book(ana)
    dora = signed_in(page_of("fr", javascript=False), coach.split()[0].lower())
    dora.goto(f"/fr/bookings/{reference}")
    assert "Asthme" not in dora.inner_text("main")
    follow(dora, f'form[action$="/bookings/{reference}/confirm"] button[type=submit]')
    assert "Deux enfants en bas âge." in dora.inner_text("main")
    assert "Asthme" in dora.inner_text("main")

    week = plan_first_week(app, dora)
    ana.goto("/fr/coaching/")
    assert f"Huit semaines avec {coach}" in ana.inner_text("main")
    ana.goto(week)
    assert "Marcher et courir" in ana.inner_text("main")


def signed_in(page, name):
    page.goto("/fr/account/sign-in?next=/fr/find-a-coach/")
    page.fill("#email", f"{name}@example.org")
    page.fill("#password", PASSWORD)
    follow(page, "main form button[type=submit]")
    return page


def answer_all(page):
    follow(page, 'main a[href="/fr/find-a-coach/fitness"]')
    follow(page, 'main form[action$="/begin"] button')
    for key, given in SAYS.items():
        assert page.url.endswith(f"/questions/{key}")
        answer(page, given)
        follow(page, SUBMIT)
    assert page.url.endswith("/find-a-coach/fitness/health")
    page.fill("#answer_health", "Asthme")
    page.check("#consent", force=True)
    follow(page, SUBMIT)
    assert page.url.endswith("/find-a-coach/fitness/coaches")


def answer(page, given):
    box = page.locator('[name="answer"]')
    if box.first.get_attribute("type") in ("radio", "checkbox"):
        for value in [given] if isinstance(given, str) else given:
            if value:
                page.check(f'input[name="answer"][value="{value}"]', force=True)
    else:
        box.fill(given)


def book(page):
    """The first free time of the first card."""
    follow(page, ".card .slot")
    page.fill("#message", "Bonjour ! Hello!")
    follow(page, SUBMIT)
    return page.url.rstrip("/").split("/")[-1]


def plan_first_week(app, page):
    with app.app_context():
        programme = db.session.scalars(select(Programme)).one()
        path = f"/fr/programmes/{programme.public_id}"
        monday = programme.starts_on.isoformat()
    page.goto(f"{path}/weeks/{monday}/plan")
    page.fill("#title", "Marcher et courir")
    page.locator('main form.form input[type="checkbox"]').first.check(force=True)
    follow(page, SUBMIT)
    return path
