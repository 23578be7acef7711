"""A recommendation in person: given, seen by somebody else as a thread, withdrawn."""

import pytest

from tests.factories import PASSWORD
from tests.journeys.hands import Keyboard
from tests.vouches.knowing import make_known, took_place

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

SUBMIT = "main form.form button[type=submit]"
BEN = "/pro/ben-keller"
WORDS = "I have eaten at his table a dozen times, and came back each time."
SAYS = {
    "en": (
        "at most",
        "You recommend Ben in person",
        "Ana, whom you know, recommends Ben in person",
        "You no longer recommend Ben",
    ),
    "fr": (
        "au plus",
        "Vous recommandez personnellement Ben",
        "Ana, que vous connaissez, recommande personnellement Ben",
        "Vous ne recommandez plus Ben",
    ),
}


def signed_in(page, language, name, path):
    keyboard = Keyboard(page)
    page.goto(f"/{language}/account/sign-in?next=/{language}{path}")
    keyboard.fill("#email", f"{name}@example.org")
    keyboard.fill("#password", PASSWORD)
    keyboard.follow("main form button[type=submit]")
    return keyboard


def seen(keyboard):
    return keyboard.page.inner_text("body")


@pytest.mark.parametrize("language", SAYS)
def test_a_vouch_is_given_seen_and_withdrawn(page_of, done, people, language):
    warning, given, thread, withdrawn = SAYS[language]
    done(lambda who: make_known(who("ana")))
    done(lambda who: took_place(who("cleo"), who("ana")))

    ana = signed_in(page_of(language), language, "ana", BEN)
    ana.follow('main a[href$="/vouch"]')
    assert warning in seen(ana)
    ana.choose('input[name="relation"][value="neighbour"]')
    ana.fill("#known_since", "2019")
    ana.choose('input[name="craft"][value="cooking"]')
    ana.fill("#words", WORDS)
    ana.follow(SUBMIT)
    assert given in seen(ana)

    cleo = signed_in(page_of(language, width=360), language, "cleo", BEN)
    assert thread in seen(cleo)
    assert WORDS in seen(cleo)

    ana.follow('main a[href$="/withdraw"]')
    ana.follow('main form[action$="/withdraw"] button')
    assert withdrawn in seen(ana)
    cleo.page.reload()
    assert thread not in seen(cleo)
    assert WORDS not in seen(cleo)
