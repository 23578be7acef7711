"""The door of every route: who gets in, and that nobody gets a fault."""

import pytest
from flask import Flask
from werkzeug.routing import AnyConverter

from pro_am import features
from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.foundation.web import policy
from pro_am.foundation.web.policy import Policy
from tests.conftest import application
from tests.factories import make_booking, only_offer

ON_SQLITE = pytest.mark.parametrize("app", ["sqlite"], indirect=True)
EYES = (None, "ana", "ben", "cleo")  # a visitor, a host, a pro-am, a steward
HIDDEN = {
    Policy.MEMBER,
    Policy.OWNER,
    Policy.PARTICIPANT,
    Policy.STEWARD,
    Policy.MODERATOR,
    Policy.JUDGE,
    Policy.ADMIN,
}


def test_the_application_does_not_start_with_a_route_without_a_policy(monkeypatch, tmp_path):
    def attach(app: Flask) -> None:
        app.add_url_rule("/forgotten", "forgotten", lambda: "for everybody, by mistake")

    monkeypatch.setattr(features, "attach", attach)

    with pytest.raises(RuntimeError, match="declare no policy: forgotten"):
        application(tmp_path, "sqlite:///:memory:")


@pytest.fixture
def addresses(app, people):
    """The address of every page that can be opened, about things that really are there."""
    with app.app_context():
        offer = only_offer()
        host = db.session.get_one(Member, people["ana"])
        reference = make_booking(host, offer).reference
        known = {
            "language": "en",
            "slug": offer.profile.slug,
            "reference": reference,
            "ref": reference,
            "kind": "profile",
            "picture_id": "nobody-sent-this",
            "public_id": offer.public_id,
            "whose_id": offer.public_id,
            "secret": "nobody-was-sent-this",
            "token": "nor-this",
            "text_language": "fr",
            "move": "earlier",
            "path": "css/app.css",
            "version": "old",
            "letter_id": 1,
            "number": 0,
            "review_id": 1,
            "item_id": 1,
            "item": "nobody-planned-this",
            "value_id": 1,
            "series_id": 1,
            "craft": "fitness",
            "key": "goal",
            "day": "2030-01-08",
            "monday": "2030-01-07",
            "width": 800,
            "extension": "jpg",
        }
    adapter = app.url_map.bind("127.0.0.1")
    return {
        rule.endpoint: adapter.build(
            rule.endpoint, {name: known[name] for name in rule.arguments}, method="GET"
        )
        for rule in app.url_map.iter_rules()
        if "GET" in rule.methods
    }


@ON_SQLITE
def test_no_route_answers_with_a_fault(app, addresses, browser_of, steward):
    for name in EYES:
        browser = browser_of(name)
        for endpoint, path in addresses.items():
            answer = browser.get(path)

            assert answer.status_code < 500, (name, endpoint, path)


@ON_SQLITE
def test_a_visitor_is_asked_to_sign_in_and_only_then(app, addresses, browser_of):
    browser = browser_of(None)
    for endpoint, path in addresses.items():
        is_hidden = app.view_functions[endpoint].policy in HIDDEN

        answer = browser.get(path)

        asked = answer.status_code == 303 and "/account/sign-in" in answer.location
        assert asked == is_hidden, (endpoint, answer.status_code)


@ON_SQLITE
def test_only_stewards_see_what_is_theirs(app, addresses, browser_of, steward):
    theirs = [e for e in addresses if app.view_functions[e].policy is Policy.STEWARD]

    for endpoint in theirs:
        assert browser_of("ana").get(addresses[endpoint]).status_code == 404
        assert browser_of("cleo").get(addresses[endpoint]).status_code == 200
    assert theirs


@ON_SQLITE
def test_to_strangers_a_booking_does_not_exist(app, addresses, browser_of):
    stranger = browser_of("cleo")
    for endpoint, path in addresses.items():
        if app.view_functions[endpoint].policy is Policy.PARTICIPANT:
            assert stranger.get(path).status_code == 404, endpoint


@ON_SQLITE
def test_what_changes_something_also_asks_who_is_there(app, browser_of, addresses):
    """A POST without a token is refused before any view; with one, the policy comes first."""
    page = browser_of(None)
    token = _token(page)
    for rule in app.url_map.iter_rules():
        if "POST" not in rule.methods or app.view_functions[rule.endpoint].policy not in HIDDEN:
            continue
        path = addresses.get(rule.endpoint) or _build(app, rule)

        answer = page.client.post(path, data={"csrf_token": token}, base_url="http://127.0.0.1")

        assert answer.status_code == 303, (rule.endpoint, answer.status_code)
        assert "/account/sign-in" in answer.location


@ON_SQLITE
def test_pages_for_developers_are_hidden_in_production(app, browser_of):
    assert browser_of(None).get("/dev/components").status_code == 200

    app.config["ENV"] = "production"

    assert browser_of(None).get("/dev/components").status_code == 404


def test_every_policy_is_known_to_the_door():
    assert {Policy.PUBLIC, Policy.DEVELOPMENT} | policy._SIGNED_IN == set(Policy)


def _build(app, rule):
    some_words = {
        name: min(converter.items)
        for name, converter in rule._converters.items()
        if isinstance(converter, AnyConverter)
    }
    values = dict.fromkeys(rule.arguments, "1") | some_words | {"language": "en"}
    return app.url_map.bind("127.0.0.1").build(rule.endpoint, values, method="POST")


def _token(browser):
    html = browser.get("/account/sign-in").text
    return html.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
