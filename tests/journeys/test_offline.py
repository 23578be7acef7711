"""A train without a network: the week is read as it was, what is sent is not lost in silence."""

import pytest
from playwright.sync_api import expect

from tests.factories import PASSWORD
from tests.journeys.browser import follow

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

READY = "navigator.serviceWorker.ready.then(() => true)"
IS_KEPT = "async () => (await (await caches.open('copies')).keys()).length > 0"


@pytest.fixture
def page(browser, address, people):
    """Ana's telephone: she has signed in, and landed on her week."""
    context = browser.new_context(
        base_url=address, locale="en-GB", viewport={"width": 360, "height": 800}
    )
    page = context.new_page()
    sign_in(page, "ana")
    page.evaluate(READY)
    page.goto("/en/my-week/")
    page.wait_for_function(IS_KEPT)
    yield page
    context.close()


def sign_in(page, name):
    page.goto("/en/account/sign-in")
    page.fill("#email", f"{name}@example.org")
    page.fill("#password", PASSWORD)
    follow(page, "main form button[type=submit]")


def main(page):
    return page.inner_text("main")


def test_this_week_is_read_without_a_network_and_says_since_when(page):
    online = page.inner_text("h1")
    expect(page.locator("[data-offline-note]")).to_be_hidden()
    page.context.set_offline(True)

    page.goto("/en/my-week/")

    assert page.inner_text("h1") == online
    expect(page.locator("[data-offline-note]")).to_be_visible()
    assert "as it was on" in main(page)
    assert page.locator("[data-offline-note] time").get_attribute("datetime")


def test_any_other_page_says_what_needs_the_network_and_leads_to_the_week(page):
    page.context.set_offline(True)

    page.goto("/en/search")

    expect(page.locator("[data-not-sent]")).to_be_hidden()
    assert "There is no network" in main(page)
    assert "Ana" not in page.content()
    page.locator("[data-copies] a").first.click()
    expect(page.locator("[data-offline-note]")).to_be_visible()
    assert page.url.endswith("/en/my-week/")


def test_what_is_sent_without_a_network_says_that_it_has_not_gone(page):
    page.goto("/en/account/details")
    page.context.set_offline(True)

    follow(page, "main form button[type=submit]")

    assert "What you just sent has not gone out" in main(page)


def test_signing_out_leaves_nothing_behind(page):
    page.goto("/en/account/sessions")
    page.evaluate("document.querySelector('form[action$=\"/sign-out\"] button').click()")
    page.wait_for_url("**/en/")
    page.wait_for_function("async () => !(await caches.has('copies'))")
    page.context.set_offline(True)

    page.goto("/en/my-week/")

    assert "Nothing is kept yet" in main(page)


def test_another_members_page_throws_the_copies_away(page):
    page.context.clear_cookies()
    sign_in(page, "cleo")
    page.goto("/en/my-week/")
    page.wait_for_function(IS_KEPT)
    page.context.set_offline(True)

    page.goto("/en/my-week/")

    assert "Cleo" in page.content()
    assert "Ana" not in page.content()
