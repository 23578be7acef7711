"""An appeal in French, by keyboard alone: from a restriction to everything as it was before."""

import pytest

from pro_am.accounts import actions as accounts
from pro_am.accounts.rules import Role
from pro_am.profiles.actions.offers_pause import pause_offers
from tests.factories import PASSWORD, make_member
from tests.journeys.hands import Keyboard

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

SUBMIT = "main form button[type=submit]"
NAMES = ("Sam", "Sol", "Sue")


@pytest.fixture
def signed_in(page_of):
    def sign_in(name, path):
        keyboard = Keyboard(page_of("fr", width=390))
        keyboard.page.goto(f"/fr/account/sign-in?next=/fr{path}")
        keyboard.fill("#email", f"{name}@example.org")
        keyboard.fill("#password", PASSWORD)
        keyboard.follow(SUBMIT)
        return keyboard

    return sign_in


def seen(keyboard: Keyboard) -> str:
    return keyboard.page.inner_text("main")


def overturn(steward: Keyboard) -> None:
    steward.follow('main a[href*="/moderation/appeals/"]')
    assert "parlent de quelqu’un d’autre" in seen(steward)
    steward.choose('input[name="answer"][value="overturned"]')
    steward.fill("#words_fr", "Ces avis ne le concernent pas.")
    steward.fill("#words_en", "These reviews are not about him.")
    steward.follow(SUBMIT)
    assert "Ces avis ne le concernent pas." in seen(steward)


def test_offers_are_paused_contested_and_open_again(signed_in, page_of, people, done):
    def pause(person) -> None:
        for name in NAMES:
            accounts.grant_role(make_member(name, language="fr"), Role.STEWARD, by=None)
        pause_offers(person("ben").id, words_fr="Les avis du 3 mars.", words_en="The reviews.")

    done(pause)
    visitor = page_of("fr")
    visitor.goto("/fr/pro/ben-keller")
    assert "Rien à réserver ici pour le moment" in visitor.inner_text("main")

    ben = signed_in("ben", "/my-profile/")
    assert "Vos offres sont en pause" in seen(ben)
    ben.follow('main a[href$="/reports"]')
    ben.follow('main a[href*="/restrictions/"]')
    assert "Les avis du 3 mars." in seen(ben)
    assert "une règle du programme" in seen(ben)
    ben.fill("#words", "Deux de ces avis parlent de quelqu’un d’autre.")
    ben.follow(SUBMIT)
    assert "entre les mains de personnes qui n’y ont pas pris part" in seen(ben)

    for name in NAMES[:2]:
        overturn(signed_in(name.lower(), "/moderation/appeals/"))

    ben.page.reload()
    assert "La décision est annulée" in seen(ben)
    assert "Ces avis ne le concernent pas." in seen(ben)
    visitor.reload()
    assert "Demander ce créneau" in visitor.inner_text("main")
    visitor.goto("/fr/moderation/log")
    assert "Offres mises en pause" in visitor.inner_text("main")
    assert "Ben" not in visitor.inner_text("main")
