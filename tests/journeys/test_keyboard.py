"""Everyday things done by keyboard alone; where the focus is, is seen at every step."""

from pathlib import Path

import pytest
from PIL import Image

from pro_am.accounts import actions as accounts
from pro_am.accounts.rules import Role
from pro_am.conversations import actions as conversations
from pro_am.foundation.database import transaction
from pro_am.moderation import actions as moderation
from pro_am.moderation.actions import Reported
from pro_am.moderation.rules import Reason, Subject
from tests.factories import only_offer

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

SUBMIT = "main form button[type=submit]"
AT_WORK = "2030-01-12"


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    found = [tmp_path / f"{colour}.jpg" for colour in ("tomato", "teal")]
    for file in found:
        Image.new("RGB", (300, 200), file.stem).save(file)
    return found


@pytest.fixture
def question(done) -> None:
    """Ana has asked Ben something."""

    def ask(member) -> None:
        profile = only_offer().profile
        conversations.ask(member("ana"), profile, "Do you do lunches?", idempotency_key="asked")

    done(ask)


def test_the_first_stop_leads_past_the_header(people, page_of):
    page = page_of("en")
    page.goto("/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box is not None
    assert box["y"] >= 0, "the link is on the screen while it has the focus"

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_question_is_found_answered_and_reported(question, keyboard_of):
    ben = keyboard_of("ben", "/inbox")
    ben.follow(".thread-row__link")
    assert "Do you do lunches?" in ben.page.inner_text("main")

    ben.fill("#body", "On Sundays, with pleasure.")
    ben.follow("#write form button[type=submit]")
    assert "On Sundays, with pleasure." in ben.page.inner_text("#messages")

    ben.follow('#messages a[href*="/report/message/"]')
    ben.choose('input[name="reason"][value="spam"]')
    ben.follow(SUBMIT)
    assert "/reported/" in ben.page.url


def test_hours_change_and_a_day_off_comes_and_goes(people, keyboard_of):
    ben = keyboard_of("ben", "/my-calendar/")
    ben.fill("#from_0_0", "17:15")
    ben.press("#from_0_0")  # Enter saves
    ben.page.wait_for_selector(".flash--success")
    assert ben.page.input_value("#from_0_0") == "17:15"

    ben.fill("#day", AT_WORK)
    ben.fill("#reason", "At work")
    ben.follow(".exception-form button[type=submit]")
    assert "At work" in ben.page.inner_text("aside")

    ben.follow('form[action*="/drop"] button, aside li form button')
    assert "At work" not in ben.page.inner_text("aside")


def test_name_face_letters_and_another_browser(people, keyboard_of, photos):
    keyboard_of("ana", "/account/")  # somewhere else
    ana = keyboard_of("ana", "/account/")
    ana.follow('main a[href$="/account/details"]')
    ana.fill("#name", "Ana Martin-Roux")
    ana.follow(SUBMIT)
    assert "Ana Martin-Roux" in ana.page.inner_text("main")

    ana.page.goto("/en/account/picture")
    ana.attach("#picture", photos[0])
    ana.follow(SUBMIT)
    assert "This is how others see you." in ana.page.inner_text("main")

    ana.page.goto("/en/account/letters")
    ana.press('input[name="wanted"][value="reviews"]')  # Enter in a box saves as it is
    ana.page.wait_for_selector(".flash--success")

    ana.page.goto("/en/account/sessions")
    assert ana.page.locator(".line").count() == 2
    ana.follow(".line form button")
    assert ana.page.locator(".line").count() == 1


def test_photos_are_sent_described_and_put_in_order(people, keyboard_of, photos):
    ben = keyboard_of("ben", "/my-profile/photos/")
    ben.attach("#photos", *photos)
    ben.press("form[data-upload] button")
    ben.page.wait_for_selector(".photo-row:nth-child(2)")
    ids = [box.get_attribute("id") for box in ben.page.locator(".photo-row input").all()]

    for number, id_ in enumerate(ids):
        ben.fill(f"[id='{id_}']", f"A wall, number {number + 1}")
    ben.follow(".photo-row:nth-child(2) button[value^=earlier]")
    ben.page.goto("/en/pro/ben-keller/photos")

    captions = ben.page.locator("figcaption").all_inner_texts()
    assert captions == ["A wall, number 2", "A wall, number 1"]


def test_a_free_time_is_booked_at_once(people, done, keyboard_of):
    def book_at_once(_member) -> None:
        with transaction():
            only_offer().is_instant = True

    done(book_at_once)
    ana = keyboard_of("ana", "/pro/ben-keller")
    ana.choose(".slot-week input")
    ana.follow(".booking-panel form button[type=submit]")
    ana.follow(SUBMIT)

    assert "It is agreed" in ana.page.inner_text("main")


def test_a_moderator_decides_about_a_report(people, done, keyboard_of):
    def report(member) -> None:
        accounts.grant_role(member("cleo"), Role.MODERATOR, by=None)
        profile = only_offer().profile
        about = Reported(Subject.PROFILE, profile.slug, profile.member_id, profile.headline)
        moderation.report(
            member("ana"), about, Reason.UNTRUE, "He cannot cook.", idempotency_key="reported"
        )

    done(report)
    cleo = keyboard_of("cleo", "/moderation/")
    cleo.follow('main a[href*="/moderation/"]')
    assert "He cannot cook." in cleo.page.inner_text("main")
    cleo.choose('input[name="outcome"][value="nothing_wrong"]')
    cleo.follow(SUBMIT)
    assert cleo.page.locator('form[action$="/undo"]').count() == 1


def test_the_operator_adds_a_field_to_a_craft(admin, keyboard_of):
    ana = keyboard_of("ana", "/admin/crafts/gardening")
    ana.follow('button[name="add"][value="offer_fields"]')
    asked = ana.page.evaluate("document.activeElement.id")
    assert asked.endswith("-fr"), "whoever adds a question is in it at once"

    ana.fill(f"#{asked}", "Je viens avec une brouette")
    ana.fill(f"#{asked.removesuffix('fr')}en", "I bring a wheelbarrow")
    ana.select(f"#{asked.removesuffix('fr')}kind", "yes_no")
    ana.follow("form p > button:not([name])")
    ana.page.goto("/en/admin/crafts/gardening")

    assert ana.page.locator('input[value="I bring a wheelbarrow"]').count() == 1
