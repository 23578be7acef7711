from itertools import product

import pytest
from werkzeug.routing import BuildError

from pro_am.foundation.web.addresses import public_url, with_query


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_letters_lead_to_the_public_address_whatever_host_was_asked(app):
    app.config["PUBLIC_URL"] = "https://cuisine.example"

    with app.test_request_context("/fr/", base_url="http://127.0.0.1:8000"):
        assert public_url("pages.home") == "https://cuisine.example/fr/"
        assert public_url("search.find", language="en", q="pain & sel", page=None) == (
            "https://cuisine.example/en/search?q=pain+%26+sel"
        )
    with app.app_context():
        assert public_url("pages.home", language="en") == "https://cuisine.example/en/"


def test_what_was_asked_stays_a_query():
    asked = [("q", "pain & sel"), ("_external", "1"), ("q", "again")]

    assert with_query("/fr/search", asked) == "/fr/search?q=pain+%26+sel&_external=1&q=again"
    assert with_query("/fr/search", []) == "/fr/search"


WORDS = ("ben-keller", "0a1b", "x y&z", "é", "a/b", "{0}", "-", "")


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_addresses_are_flasks_own_whatever_stands_in_them(app):
    plain = super(type(app), app).url_for
    compared = 0
    with app.test_request_context("/fr/"):
        for rule in app.url_map.iter_rules():
            names = rule.arguments - {"language"}
            for word, count in product(WORDS, (3, 4)):
                values = {name: word for name in names} | {"place": count, "at": word}
                values |= {name: count for name in names if name.endswith(("_id", "number"))}
                try:
                    expected = plain(rule.endpoint, **values)
                except (BuildError, ValueError):
                    continue
                assert app.url_for(rule.endpoint, **values) == expected
                compared += 1
    assert compared > 1000
