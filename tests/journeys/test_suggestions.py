"""Suggestions while one types: by keyboard alone, and by touch."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browser import screenshot

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


def type_into(page: Page, field: str, text: str) -> None:
    page.focus(field)
    page.keyboard.type(text)
    expect(page.locator(f"{field}[aria-expanded=true]")).to_be_visible()


def active(page: Page, field: str) -> str:
    """What a screen reader is told of the list."""
    option = page.locator(field).get_attribute("aria-activedescendant")
    return page.locator(f"#{option}[aria-selected=true] > span").first.inner_text()


def test_by_keyboard_a_thing_is_chosen_and_the_place_kept(people, page_of):
    page = page_of("en")
    page.goto("/en/")
    type_into(page, "#where", "nantes")
    page.keyboard.press("ArrowDown")
    assert active(page, "#where") == "Nantes (44)"
    page.keyboard.press("Tab")
    assert page.input_value("#where") == "Nantes (44)"
    assert page.locator("#where").get_attribute("aria-expanded") == "false"

    type_into(page, "#q", "pas")
    expect(page.get_by_role("status").filter(has_text="One suggestion.")).to_be_attached()
    page.keyboard.press("ArrowDown")
    assert active(page, "#q") == "Fresh pasta"
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert "speciality=fresh-pasta" in page.url
    assert page.input_value("#where") == "Nantes (44)"
    assert "Ben Keller" in page.inner_text("main")


def test_the_keys_of_a_combobox_do_what_they_do_everywhere(people, page_of, axe):
    page = page_of("en")
    page.goto("/en/search")
    type_into(page, "#q", "pa")  # pasta, pain au levain
    found = page.locator("#q-suggestions [role=option]").count()
    assert found >= 2
    first, last = (
        page.locator("#q-suggestions [role=option] > span:first-child").nth(n).inner_text()
        for n in (0, found - 1)
    )
    assert page.locator("#q").get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    assert active(page, "#q") == last
    page.keyboard.press("ArrowDown")
    assert active(page, "#q") == first
    page.keyboard.press("End")
    assert active(page, "#q") == last
    page.keyboard.press("Home")
    assert active(page, "#q") == first
    assert axe(page) == []
    screenshot(page, "suggestions-en")

    page.keyboard.press("Escape")
    assert page.locator("#q").get_attribute("aria-expanded") == "false"
    assert page.input_value("#q") == "pa"
    page.keyboard.press("ArrowDown")
    expect(page.locator("#q[aria-expanded=true]")).to_be_visible()
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("Enter")  # what was typed is searched
    assert "q=pa" in page.url


def test_by_touch_in_french_on_a_narrow_telephone(people, page_of, axe):
    page = page_of("fr", width=320)
    page.goto("/fr/")
    type_into(page, "#q", "be")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    screenshot(page, "suggestions-fr-320")
    with page.expect_navigation():
        page.locator("#q-suggestions [role=option]", has_text="Ben Keller").click()

    assert "/pro/ben-keller" in page.url


def test_without_javascript_the_form_is_as_it_was(people, page_of):
    page = page_of("en", javascript=False)
    page.goto("/en/")
    page.fill("#q", "dinner")
    assert page.locator("#q").get_attribute("role") is None
    with page.expect_navigation():
        page.click(".search-bar button")

    assert "q=dinner" in page.url
