import pytest
from flask import request

from pro_am.accounts.password_again import asks_password_again
from pro_am.foundation.web.policy import Policy, allow
from tests.factories import PASSWORD

PAGE = "/account/email"
ASKED = "Your password, once more"


@pytest.fixture
def ana(browser_of):
    return browser_of("ana")


def give_password(browser, path=PAGE, password=PASSWORD):
    return browser.submit(path, password_again=password)


def test_the_password_is_asked_before_the_page_and_leads_to_it(ana):
    assert ASKED in ana.get(PAGE).text

    page = ana.follow(give_password(ana))

    assert 'name="email"' in page.text
    assert ASKED not in page.text


def test_it_holds_for_half_an_hour_in_that_browser_alone(ana, browser_of, time):
    give_password(ana)

    assert ASKED in browser_of("ana").get(PAGE).text
    time.forward(minutes=29)
    assert ASKED not in ana.get(PAGE).text
    time.forward(minutes=1)
    assert ASKED in ana.get(PAGE).text


def test_who_has_just_signed_in_is_not_asked(browser_of):
    browser = browser_of(None)
    browser.submit("/account/sign-in", email="ana@example.org", password=PASSWORD)

    assert ASKED not in browser.get(PAGE).text


@pytest.mark.parametrize(("given", "status"), [("", 422), ("wrong, all wrong", 409)])
def test_another_password_opens_nothing(ana, given, status):
    page = give_password(ana, password=given)

    assert page.status_code == status
    assert page.text.startswith("<!DOCTYPE html>")
    assert "<title>Error: " in page.text
    assert ASKED in ana.get(PAGE).text


def test_guessing_is_counted(ana, browser_of):
    for _ in range(10):
        give_password(ana, password="wrong, all wrong")

    assert "many tries" in give_password(browser_of("ana")).text
    assert ASKED in ana.get(PAGE).text


def test_a_form_sent_too_late_is_not_lost(ana, time, app):
    give_password(ana)
    token = ana.get(PAGE).text.partition('name="csrf_token" type="hidden" value="')[2]
    typed = {
        "csrf_token": token.partition('"')[0],
        "email": "new@example.org",
        "password": "hush",
    }
    time.forward(minutes=31)

    asked = ana.client.post(f"/en{PAGE}", base_url="http://127.0.0.1", data=typed)
    assert ASKED in asked.text
    assert 'name="email" value="new@example.org"' in asked.text
    assert "hush" not in asked.text  # passwords do not come back in a page
    again = {**typed, "password_again": PASSWORD, "instead_of": "POST"}
    done = ana.follow(ana.client.post(f"/en{PAGE}", base_url="http://127.0.0.1", data=again))

    assert "We have written to new@example.org" in done.text


def test_any_view_may_ask(app, browser_of):
    seen = []

    @allow(Policy.MEMBER)
    @asks_password_again
    def grant(thing):
        seen.append((thing, request.form.get("role")))
        return "done"

    app.add_url_rule("/<language:language>/grant/<thing>", "grant", grant, methods=["GET", "POST"])
    ana = browser_of("ana")

    assert ASKED in ana.get("/grant/key").text
    assert seen == []
    assert ana.follow(give_password(ana, "/grant/key")).text == "done"
    assert seen == [("key", None)]
