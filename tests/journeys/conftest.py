"""Fixtures of the journeys: the application served on a free port, and browsers that visit it."""

import threading
from collections.abc import Callable, Iterator, Mapping

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from tests.factories import PASSWORD
from tests.journeys import browser as browsers
from tests.journeys.hands import Keyboard

PageOf = Callable[..., Page]


def skip_because(reason: str | None) -> None:
    if reason:
        pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    skip_because(browsers.why_no_browser())
    with browsers.launched() as browser:
        yield browser


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where the test's own application answers."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page_of(browser: Browser, address: str) -> Iterator[PageOf]:
    """Open a page as somebody who speaks that language would, in a browser of their own.

    The test fails at its end when any of its pages had an error in the console or a failed request.
    """
    contexts, faults = [], []

    def open_page(language: str, *, javascript: bool = True, width: int = 1280) -> Page:
        context = browser.new_context(
            base_url=address,
            locale={"fr": "fr-FR", "en": "en-GB"}[language],
            timezone_id="Europe/Paris",
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            service_workers="block",  # they have a journey of their own
        )
        contexts.append(context)
        page = context.new_page()
        faults.append(browsers.faults_of(page))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [fault for of_a_page in faults for fault in of_a_page] == []


@pytest.fixture
def keyboard_of(page_of: PageOf) -> Callable[..., Keyboard]:
    """Let one of the three sign in on the way to a page."""

    def sign_in(name: str, path: str, language: str = "en") -> Keyboard:
        keyboard = Keyboard(page_of(language))
        keyboard.page.goto(f"/{language}/account/sign-in?next=/{language}{path}")
        keyboard.fill("#email", f"{name}@example.org")
        keyboard.fill("#password", PASSWORD)
        keyboard.follow("main form button[type=submit]")
        return keyboard

    return sign_in


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    skip_because(browsers.why_no_axe())
    return browsers.axe


@pytest.fixture
def validate() -> Callable[[Mapping[str, str]], list[str]]:
    skip_because(browsers.why_no_validator())
    return browsers.validate
