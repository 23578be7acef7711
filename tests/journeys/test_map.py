"""The map: in step with the list, moved by hand, by keyboard and by links alone."""

import pytest
from playwright.sync_api import expect

from pro_am.search import actions
from tests.factories import make_member, make_pro_am
from tests.journeys.browser import follow

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

HERE = {"latitude": 47.2184, "longitude": -1.5536}


@pytest.fixture
def two_towns(app, people):
    """Ben in Nantes, Clo in Clisson."""
    with app.app_context():
        make_pro_am(make_member("Clo Clisson"), town="Clisson (44)", title="Run along the river")
        actions.rebuild()


def test_a_card_and_its_pin_belong_together_and_an_area_is_searched(two_towns, page_of):
    page = page_of("en")
    page.goto("/en/search?where=Nantes&km=50")
    card = page.locator(".card", has_text="Run along the river")
    pin = page.locator(".map__pin[aria-label^='Clo Clisson']")

    card.hover()
    assert "is-on" in pin.get_attribute("class")
    page.mouse.move(0, 0)
    assert "is-on" not in pin.get_attribute("class")
    pin.focus()
    assert "is-marked" in card.get_attribute("class")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Run along the river"
    assert page.inner_text(".map [role=status]") == "Shown in the list: Run along the river"

    box = page.locator(".map__drawing").bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(middle[0], middle[1] + 60)
    page.mouse.down()
    page.mouse.move(middle[0] - 20, middle[1] - 100, steps=4)
    page.mouse.up()
    page.locator("[data-move=closer]").click()
    follow(page, ".map__here")

    assert "area=" in page.url
    assert "where=" not in page.url
    assert "in this part of the map" in page.inner_text("main")
    found = page.locator(".cards").first  # behind it, what else might do
    assert found.locator(".card").count() == 1
    assert "Run along the river" in found.inner_text()


def test_without_a_script_links_move_the_map(two_towns, page_of):
    page = page_of("fr", javascript=False, width=360)
    page.goto("/fr/search?where=Nantes&km=50")

    follow(page, "[data-move=south]")

    assert "area=" in page.url
    assert page.locator(".map__pin[aria-label^='Clo Clisson']").count() == 1
    assert not page.locator(".map__here").is_visible()
    assert not page.locator("[data-near-me]").is_visible()


def test_near_me_asks_when_it_is_pressed_and_tells_a_kilometre_at_most(two_towns, page_of):
    page = page_of("en")
    page.goto("/en/")
    page.click("[data-near-me]")
    expect(page.locator("input[name=where]").first).to_be_focused()
    assert "Write a town instead" in page.inner_text("[data-near-me-said]")

    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation(HERE)
    with page.expect_navigation():
        page.click("[data-near-me]")

    assert "near=47.22%2C-1.55" in page.url
    assert "1 person near you" in page.inner_text("h1")


def test_the_button_of_the_filters_counts_while_one_ticks(two_towns, page_of):
    page = page_of("en", width=360)
    page.goto("/en/search")
    page.click(".filters__all > summary")
    assert page.inner_text(".filters__show") == "Show 2 offers"

    page.locator("[name=place][value=remote]").check()
    expect(page.locator(".filters__show")).to_have_text("Show 0 offers")
    page.locator("[name=place][value=remote]").uncheck()
    page.locator("[name=people]").fill("5")
    follow(page, ".filters__show button")

    assert "for 5" in page.inner_text("main")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
