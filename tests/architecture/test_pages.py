"""The list of pages stays complete: whatever a person can see is looked at in the journeys."""

import re

import pytest
from flask import Flask

from tests.journeys.pages import EVERY, NO_PAGE

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

BRACES = re.compile(r"\{\w+\}")


def test_every_page_is_looked_at(app: Flask):
    pages = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}

    assert pages - _looked_at(app) - set(NO_PAGE) == set()


def test_what_is_no_page_is_still_there(app: Flask):
    pages = {rule.endpoint for rule in app.url_map.iter_rules()}

    assert set(NO_PAGE) <= pages - _looked_at(app)


def _looked_at(app: Flask) -> set[str]:
    """The endpoints of all paths; any number stands well enough for what the demo puts in."""
    addresses = app.url_map.bind("127.0.0.1")
    return {
        addresses.match(f"/en{BRACES.sub('1', path).partition('?')[0]}")[0]
        for of_a_person in EVERY
        for path in of_a_person.paths
        if path != "/nothing-here"
    }
