"""Every page of the demo community, judged: accessible, valid, never wider than the screen.

The tests look at each page wide and light, then narrow and dark; the drills look at every width in
both schemes and both languages, and keep pictures in .cache/screenshots for people to look at.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page

from pro_am.operations.demo.settling import PASSWORD
from tests.journeys import demo
from tests.journeys.browser import axe as axe_on
from tests.journeys.browser import (
    faults_of,
    follow,
    screenshot,
    validate,
    why_no_axe,
    why_no_validator,
)
from tests.journeys.conftest import skip_because
from tests.journeys.hands import faults_of_stops
from tests.journeys.pages import EVERY, REFUSED

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)
# Pictures far down load only when somebody comes near.
SHOW_ALL_PICTURES = """async () => {
  const late = [...document.querySelectorAll("img[loading=lazy]")];
  late.forEach(each => { each.loading = "eager"; });
  await Promise.all(late.map(each => each.decode().catch(() => {})));
}"""


class Look(NamedTuple):
    width: int
    scheme: str

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"


TWO_LOOKS = (Look(1366, "light"), Look(320, "dark"))
EVERY_LOOK = tuple(
    Look(width, scheme) for width in (1366, 390, 320) for scheme in ("light", "dark")
)
PICTURED = (Look(1280, "light"), Look(360, "light"))
PICTURED_IN_THE_DARK = Look(360, "dark")  # every third page


class Seen(NamedTuple):
    page: Page
    path: str
    number: int
    status: int
    look: Look

    @property
    def name(self) -> str:
        words = re.sub(r"[^a-z0-9]+", "-", self.path.lower()).strip("-")[:60]
        return f"{self.number:03}-{words or 'home'}"


Tour = Callable[..., Iterator[Seen]]


@pytest.fixture
def tour(app: Flask, browser: Browser, address: str, time) -> Tour:
    """Go through every page of the demo community, as each of its people, in each look."""
    with app.test_request_context("/fr/"):
        facts = demo.fill()

    def every(language: str, looks: tuple[Look, ...], *, javascript: bool = True) -> Iterator[Seen]:
        number = 0
        for who, paths, minutes_later in EVERY:
            context = browser.new_context(
                base_url=address,
                locale=language,
                java_script_enabled=javascript,
                service_workers="block",
            )
            page = _signed_in(context, who)
            time.forward(minutes=minutes_later)
            for path in paths:
                number += 1
                for look in looks:
                    page.set_viewport_size({"width": look.width, "height": 900})
                    page.emulate_media(color_scheme=look.scheme)
                    answer = page.goto(f"/{language}{path.format(**facts)}")
                    yield Seen(page, path, number, answer.status, look)
            context.close()

    return every


def test_every_page_is_accessible_and_fits(tour):
    skip_because(why_no_axe())

    assert [finding for seen in tour("fr", TWO_LOOKS) for finding in _findings(seen)] == []


def test_every_page_is_valid(tour):
    skip_because(why_no_validator())
    pages = {
        f"{language}{seen.path}": seen.page.content()
        for language in ("fr", "en")
        for seen in tour(language, TWO_LOOKS[:1], javascript=False)
    }

    assert validate(pages) == []


@pytest.mark.drill
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_in_every_look(tour, language):
    skip_because(why_no_axe())

    assert [finding for seen in tour(language, EVERY_LOOK) for finding in _findings(seen)] == []


@pytest.mark.drill
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_is_pictured_and_loads_whole(tour, language):
    """The pictures are numbered as in `pages.py`; a third of them are taken in the dark too."""
    faults: dict[Page, list[str]] = {}
    heard = []
    for seen in tour(language, (*PICTURED, PICTURED_IN_THE_DARK)):
        if seen.page not in faults:
            faults[seen.page] = faults_of(seen.page)
            seen.page.reload()
        seen.page.evaluate(SHOW_ALL_PICTURES)
        seen.page.wait_for_load_state("networkidle")
        if seen.look in PICTURED or seen.number % 3 == 0:
            screenshot(seen.page, f"{language}-{seen.look}/{seen.name}")
        heard += [f"{seen.path}: {fault}" for fault in faults[seen.page]]
        faults[seen.page].clear()

    assert heard == []


@pytest.mark.drill
def test_the_keyboard_is_seen_at_every_stop_of_every_page(tour):
    """From the top of the page to its end, nothing is skipped back to, and nothing hidden."""
    found = []
    for seen in tour("en", (Look(390, "light"),)):
        seen.page.emulate_media(reduced_motion="reduce")
        found += [f"{seen.path}: {fault}" for fault in faults_of_stops(seen.page)]

    assert found == []


def _signed_in(context: BrowserContext, email: str | None) -> Page:
    page = context.new_page()
    if email:
        page.goto("/fr/account/sign-in")
        page.fill("#email", email)
        page.fill("#password", PASSWORD)
        follow(page, "main form button[type=submit]")
    return page


def _findings(seen: Seen) -> list[str]:
    too_wide = seen.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    found = [f"{too_wide} px wider than the screen"] if too_wide > 0 else []
    if (seen.status >= 400) is not (seen.path in REFUSED):
        found.append(f"answers {seen.status}")
    return [f"{seen.path}, {seen.look}: {finding}" for finding in (*found, *axe_on(seen.page))]
