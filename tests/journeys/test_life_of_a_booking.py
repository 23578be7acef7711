"""What may become of a booking, by keyboard alone: another time is agreed, a no-show contested."""

import pytest

from pro_am.accounts import actions as accounts
from pro_am.accounts.rules import Role
from pro_am.bookings import actions as bookings
from pro_am.bookings.actions import disputes
from tests.factories import free_starts, make_booking, only_offer
from tests.journeys.hands import Keyboard

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

SUBMIT = "main form button[type=submit]"


def seen(keyboard: Keyboard) -> str:
    return keyboard.page.inner_text("main")


def test_another_time_is_proposed_and_accepted(keyboard_of, people, done):
    found = []

    def ask(person) -> None:
        booking = make_booking(person("ana"), only_offer())
        [_, start, *_] = free_starts(only_offer())
        found.extend([f"/bookings/{booking.reference}", f"{start:%Y-%m-%dT%H:%MZ}"])

    done(ask)
    path, start = found
    ben = keyboard_of("ben", path)
    ben.follow('a[href$="/propose"]')
    ben.choose(f'input[name="start"][value="{start}"]')
    ben.fill("#message", "The fish is fresher then.")
    ben.follow(SUBMIT)
    assert "Waiting for Ana, until" in seen(ben)

    ana = keyboard_of("ana", path)
    assert "Ben proposes another time." in seen(ana)
    assert "The fish is fresher then." in seen(ana)
    ana.follow('form[action$="/confirm"] button[type=submit]')
    assert "It is agreed" in seen(ana)
    assert "Ben proposed" in seen(ana)


def test_a_no_show_is_contested_and_a_moderator_decides(keyboard_of, people, done, time):
    found = []

    def miss(person) -> None:
        accounts.grant_role(person("cleo"), Role.MODERATOR, by=None)
        booking = make_booking(person("ana"), only_offer())
        bookings.confirm(booking, person("ben"), allergies_read=True)
        time.now = booking.starts_at
        time.forward(hours=1)
        disputes.say_no_show(booking, person("ana"), words="I rang twice.")
        found.append(f"/bookings/{booking.reference}")

    done(miss)
    [path] = found
    ben = keyboard_of("ben", path)
    assert "I rang twice." in seen(ben)
    ben.follow('a[href$="/contest"]')
    ben.fill("#text", "My bell is broken; I waited at the window.")
    ben.follow(SUBMIT)
    assert "a moderator hears both" in seen(ben)

    cleo = keyboard_of("cleo", "/moderation/")
    cleo.follow('a[href*="/moderation/disputes/"]')
    assert "My bell is broken" in seen(cleo)
    cleo.choose('input[name="outcome"][value="nobodys_fault"]')
    cleo.fill("#words_fr", "Chacun attendait à une autre porte.")
    cleo.fill("#words_en", "Each of you waited at another door.")
    cleo.follow(SUBMIT)
    assert "Both people get a letter" in seen(cleo) or "have their letters" in seen(cleo)

    ana = keyboard_of("ana", path)
    assert "Each of you waited at another door." in seen(ana)
    assert "by nobody’s fault" in seen(ana)
