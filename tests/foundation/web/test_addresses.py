import pytest

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
