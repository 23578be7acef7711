"""The main job, told once from beginning to end: in both languages, with a mouse with and without
JavaScript, and by keyboard alone.

A stranger signs up, finds a cook near them who is free on Saturday evening, books a dinner for
four, is accepted, and afterwards both review each other. The newcomer's review does not move the
cook's score, and they read why; once a steward has verified them, it does.
"""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member
from pro_am.accounts.rules import Role
from pro_am.bookings import actions as bookings
from pro_am.foundation import jobs
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.profiles.models import Offer
from pro_am.reviews import actions as reviews
from pro_am.reviews.actions import Opinion
from pro_am.search import actions as search
from pro_am.standing import actions as standing
from pro_am.standing.models import Score
from pro_am.standing.rules import ReviewedAs, SeenHow
from pro_am.trust import actions as trust
from tests.conftest import NOON
from tests.factories import PASSWORD, make_booking, make_member
from tests.journeys.hands import Hands, Keyboard, Mouse

SATURDAY = date(2030, 1, 12)
SEVEN_IN_THE_EVENING = "2030-01-12T18:00Z"  # 19:00 in Paris

WORDS = {
    "fr": {
        "waiting": "en attente",
        "confirmed": "convenu",
        "not_counting": "ne compte pas encore",
    },
    "en": {
        "waiting": "waiting",
        "confirmed": "it is agreed",
        "not_counting": "does not count in the score yet",
    },
}


@pytest.fixture
def proven_cook(app: Flask, people: dict[str, int], time) -> int:
    """Ben has hosted verified members before, and their reviews have proven him."""
    with app.test_request_context("/en/"):
        cleo = db.session.get_one(Member, people["cleo"])
        accounts.grant_role(cleo, Role.STEWARD, by=None)
        offer = db.session.scalars(select(Offer)).one()
        for number, months in enumerate((9, 6, 3)):
            time.now = NOON
            time.forward(days=-30 * months)
            guest = make_member(f"Guest{number} Durand", email=f"guest{number}@example.org")
            standing.verify_identity(
                guest, db.session.get_one(Member, people["cleo"]), SeenHow.IN_PERSON
            )
            _keep_a_booking(guest, offer, time)
        time.now = NOON
        search.rebuild()
        jobs.run_due()
    return people["ben"]


def _keep_a_booking(guest: Member, offer: Offer, time) -> None:
    booking = make_booking(guest, offer)
    bookings.confirm(booking, booking.provider, allergies_read=False)
    time.forward(days=3)
    reviews.review(booking, guest, Opinion(4, {}, "A fine evening.", ""))
    reviews.review(booking, booking.provider, Opinion(5, {}, "Come again.", ""))


@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_stranger_books_a_dinner_and_both_say_how_it_was(
    app, page_of, time, proven_cook, language, javascript
):
    def hands() -> Hands:
        return Mouse(page_of(language, javascript=javascript))

    _tell(app, hands, time, proven_cook, language)


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_keyboard_alone_is_enough(app, page_of, time, proven_cook, language):
    def hands() -> Hands:
        return Keyboard(page_of(language))

    _tell(app, hands, time, proven_cook, language)


def _tell(app: Flask, hands: Callable[[], Hands], time, proven_cook: int, language: str) -> None:
    words = WORDS[language]
    nina = hands()

    _finds_a_cook_who_is_free_on_saturday(nina)
    _signs_up_on_the_way(app, nina, language)
    reference = _asks_for_a_dinner_for_four(nina, words)
    ben = hands()
    _signs_in(ben, language, "ben@example.org")
    _accepts(ben, language, reference, words)

    time.now = NOON
    time.forward(days=6)  # Sunday noon
    before = _score_now(app, proven_cook)
    _reviews(nina, language, reference, "Quatre convives ravis. Four happy guests.")
    _reviews(ben, language, reference, "Des hôtes charmants. Charming hosts.")
    _run_jobs(app)
    assert _score(app, proven_cook) == before  # to the last digit
    nina.page.goto(f"/{language}/reviews")
    assert words["not_counting"] in nina.page.inner_text("main")

    cleo = hands()
    _signs_in(cleo, language, "cleo@example.org")
    _verifies(app, cleo, language, "nina@example.org")
    _run_jobs(app)
    after = _score(app, proven_cook)
    assert after is not None
    assert after > before
    nina.page.goto(f"/{language}/reviews")
    assert words["not_counting"] not in nina.page.inner_text("main")
    nina.page.goto(f"/{language}/pro/ben-keller/why")
    assert str(round(after)) in nina.page.inner_text("h1, main")


def _finds_a_cook_who_is_free_on_saturday(hands: Hands) -> None:
    hands.page.goto("/")
    hands.fill("#q", "dinner")
    hands.fill("#where", "Nantes")
    hands.fill("#day", SATURDAY.isoformat())
    hands.follow("form[role=search] button")
    hands.follow(".card__link")
    assert hands.page.url.split("?")[0].endswith("/pro/ben-keller")
    for _ in range(3):  # the picker begins with the first free day
        if hands.page.locator(f'input[value="{SEVEN_IN_THE_EVENING}"]').count():
            break
        hands.follow(".slot-week__head a:last-child")
    hands.choose(f'input[value="{SEVEN_IN_THE_EVENING}"]')
    hands.select("#people", "4")
    hands.follow(".booking-panel form button[type=submit]")


def _signs_up_on_the_way(app: Flask, hands: Hands, language: str) -> None:
    assert "/account/sign-in" in hands.page.url
    hands.follow(f'main a[href*="/{language}/account/sign-up"]')
    hands.fill("#name", "Nina Rossi")
    hands.fill("#email", "nina@example.org")
    hands.fill("#password", PASSWORD)
    hands.choose("#adult")
    hands.follow("main form button[type=submit]")
    assert hands.page.url.endswith("/look-in-your-mailbox")
    with app.app_context():
        letter = db.session.scalars(
            select(Letter).where(Letter.recipient == "nina@example.org")
        ).one()
        link = next(word for word in letter.text.split() if "/account/confirm/" in word)
    hands.page.goto(link.removeprefix("http://127.0.0.1:8000"))
    hands.follow("main form button[type=submit]")


def _asks_for_a_dinner_for_four(hands: Hands, words: dict[str, str]) -> str:
    assert "/book/" in hands.page.url, "what was chosen before signing up is still chosen"
    assert hands.page.input_value("#people") == "4"
    hands.fill("#message", "Nous serons quatre. We will be four.")
    hands.follow("main form button[type=submit]")
    assert words["waiting"] in hands.page.inner_text("main").lower()
    return hands.page.url.rstrip("/").split("/")[-1]


def _signs_in(hands: Hands, language: str, email: str) -> None:
    hands.page.goto(f"/{language}/account/sign-in")
    hands.fill("#email", email)
    hands.fill("#password", PASSWORD)
    hands.follow("main form button[type=submit]")


def _accepts(hands: Hands, language: str, reference: str, words: dict[str, str]) -> None:
    hands.page.goto(f"/{language}/bookings")
    hands.follow(f'a[href$="/bookings/{reference}"]')
    assert "Nous serons quatre" in hands.page.inner_text("main")
    hands.follow(f'form[action$="/bookings/{reference}/confirm"] button[type=submit]')
    assert words["confirmed"] in hands.page.inner_text("main").lower()


def _reviews(hands: Hands, language: str, reference: str, text: str) -> None:
    hands.page.goto(f"/{language}/bookings/{reference}")
    hands.follow(f'main a[href$="/bookings/{reference}/review"]')
    hands.choose('input[name="stars"][value="5"]')
    hands.fill("#text", text)
    hands.follow("main form button[type=submit]")
    assert hands.page.url.endswith("/reviews")


def _verifies(app: Flask, hands: Hands, language: str, email: str) -> None:
    hands.page.goto(f"/{language}/stewards/")
    with app.app_context():
        public_id = db.session.scalar(select(Member.public_id).where(Member.email == email))
    hands.follow(f'form:has(input[value="{public_id}"]) button[type=submit]')


def _run_jobs(app: Flask) -> None:
    with app.app_context():
        jobs.run_due()


def _score_now(app: Flask, member_id: int) -> float:
    """With all evidence as old as it is today."""
    with app.app_context():
        trust.recompute()
    score = _score(app, member_id)
    assert score is not None
    return score


def _score(app: Flask, member_id: int) -> float | None:
    with app.app_context():
        found = db.session.get(Score, (member_id, ReviewedAs.PROVIDER))
        return found.score if found else None
