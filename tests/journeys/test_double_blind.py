"""Two reviews that open together, and a guest of another evening who confirms one of them."""

import pytest
from sqlalchemy import select

from pro_am.foundation.database import db
from pro_am.reviews.models import Review
from tests.journeys.hands import Keyboard
from tests.reviews.evenings import evening, known

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

SUBMIT = "main form button[type=submit]"
FEAST = "Un festin, et une table pleine de rires."
GUEST = "Une invitée adorable."


def seen(keyboard: Keyboard) -> str:
    return keyboard.page.inner_text("main")


def test_a_double_blind_pair_and_its_witness_by_keyboard_in_french(
    app, keyboard_of, people, done, time
):
    found = []

    def two_evenings(person) -> None:
        found.append(f"/bookings/{evening(person('ana'), time).reference}")
        evening(person("cleo"), time)
        known(cleo=0.5)

    done(two_evenings)
    (booking,) = found

    _writes(keyboard_of("ana", booking, "fr"), booking)
    ben = keyboard_of("ben", f"{booking}/review", "fr")
    assert FEAST not in ben.page.content()
    ben.choose('input[name="stars"][value="4"]')
    ben.fill("#text", GUEST)
    ben.follow(SUBMIT)
    ben.page.goto("/fr/reviews/about-me")
    assert FEAST in seen(ben)

    with app.app_context():
        feast = select(Review.public_id).where(Review.text == FEAST)
        public_id = db.session.scalars(feast).one()
    cleo = keyboard_of("cleo", "/pro/ben-keller/reviews", "fr")
    assert "Hygiène" in seen(cleo)
    cleo.follow(f'a[href$="/reviews/{public_id}/witness"]')
    cleo.choose('input[name="kind"][value="same"]')
    cleo.follow(SUBMIT)

    assert "1 autre membre le confirme." in seen(cleo)
    assert GUEST not in seen(cleo)


def _writes(ana: Keyboard, booking: str) -> None:
    ana.follow(f'.site-nav a[href$="{booking}/review"]')  # the same link as in the header
    ana.choose('input[name="stars"][value="5"]')
    ana.fill("#text", FEAST)
    ana.page.locator("main summary").first.press("Enter")
    ana.choose('input[name="facet_care"][value="4"]')
    ana.follow(SUBMIT)
    assert "scellé" in seen(ana)
