"""The judges of the journeys see what they are there to see: each is shown a faulty page."""

import pytest
from flask import Flask, abort

from tests.journeys import browser as browsers

GOOD = """<!DOCTYPE html>
<html lang="en">
  <head><meta charset="utf-8"><title>Good</title><link rel="icon" href="data:,"></head>
  <body><main><h1>Good</h1><img src="data:," alt="A loaf of bread"></main></body>
</html>"""
NO_ALTERNATIVE = GOOD.replace(' alt="A loaf of bread"', "")


@pytest.fixture
def app():
    """A few pages, each with one fault or none."""
    app = Flask(__name__)
    pages = {
        "good": GOOD,
        "throws": GOOD.replace("</main>", "</main><script>throw new Error('Oh')</script>"),
        "lacks-a-file": GOOD.replace("</main>", "</main><script src='/gone.js'></script>"),
    }

    @app.get("/<name>")
    def show(name):
        return pages.get(name) or abort(500 if name == "broken" else 404)

    @app.get("/strict")
    def show_strictly():
        inline = GOOD.replace("<h1>", '<h1 style="color: red">')
        return inline, {"Content-Security-Policy": "style-src 'self'"}

    return app


@pytest.fixture
def page(browser, address):
    with browser.new_context(base_url=address) as context:
        yield context.new_page()


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/throws", "script: Oh"),
        ("/lacks-a-file", "404: "),
        ("/broken", "500: "),
        ("/strict", "console: "),
    ],
)
def test_a_fault_behind_the_page_is_noted(page, path, fault):
    faults = browsers.faults_of(page)

    page.goto(path)

    assert len(faults) == 1
    assert faults[0].startswith(fault)


@pytest.mark.parametrize("path", ["/good", "/nowhere"])
def test_a_good_page_and_a_refusal_are_no_faults(page, path):
    faults = browsers.faults_of(page)

    page.goto(path)

    assert faults == []


def test_a_journey_opens_pages_in_the_language_and_width_of_a_person(page_of):
    page = page_of("fr", width=360)
    page.goto("/good")

    assert page.evaluate("[navigator.language, innerWidth]") == ["fr-FR", 360]


def test_axe_names_what_shuts_people_out(page, axe):
    page.set_content(NO_ALTERNATIVE)
    assert [violation.split(":")[0] for violation in axe(page)] == ["image-alt"]

    page.set_content(GOOD)
    assert axe(page) == []


def test_the_validator_names_the_page_and_the_line(validate):
    messages = validate({"good": GOOD, "no alternative": NO_ALTERNATIVE})

    assert len(messages) == 1
    assert messages[0].startswith("no alternative:4: An “img” element must have an “alt”")
