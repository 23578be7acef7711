"""Ben fills his gallery in a real browser, with JavaScript and without."""

import pytest
from flask import Flask
from PIL import Image

from tests.factories import PASSWORD
from tests.journeys.browser import follow

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.fixture
def files(tmp_path):
    """Two photos, on the disk of somebody."""
    found = []
    for colour in ("tomato", "teal"):
        found.append(tmp_path / f"{colour}.jpg")
        Image.new("RGB", (300, 200), colour).save(found[-1])
    return found


@pytest.mark.parametrize("javascript", [True, False])
def test_ben_shows_two_photos(app: Flask, people, page_of, files, javascript):
    page = page_of("en", javascript=javascript)
    page.goto("/en/account/sign-in?next=/en/my-profile/photos/")
    page.fill("#email", "ben@example.org")
    page.fill("#password", PASSWORD)
    follow(page, "main form button[type=submit]")

    page.set_input_files("#photos", files)
    page.click("form[data-upload] button")
    page.wait_for_selector(".photo-row")
    assert "2 photos are kept." in page.inner_text("main")
    assert page.url.partition("#")[0].endswith("/en/my-profile/photos/")

    for number, box in enumerate(page.locator(".photo-row input[type=text]").all()):
        box.fill(f"A wall, number {number + 1}")
    follow(page, ".photo-row:nth-child(2) button[value^=first]")
    page.goto("/en/pro/ben-keller/photos")

    captions = page.locator("figcaption").all_inner_texts()
    assert captions == ["A wall, number 2", "A wall, number 1"]
