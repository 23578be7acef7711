import pytest
from flask import request

from pro_am.foundation.web.security import HEADERS
from tests.conftest import application

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

HERE = "http://127.0.0.1"
SIGN_IN = "/en/account/sign-in"


@pytest.mark.parametrize(
    "path",
    [
        "/en/",
        "/",
        SIGN_IN,
        "/en/bookings",
        "/en/nowhere",
        "/static/old/css/app.css",
        "/static/old/nothing",
        "/media/nothing",
    ],
)
def test_every_answer_carries_the_headers(app, path):
    answer = app.test_client().get(path, base_url=HERE)

    for name, value in HEADERS.items():
        assert answer.headers.getlist(name) == [value], name
    assert "Cache-Control" in answer.headers


def test_no_answer_allows_inline_code(app):
    policy = HEADERS["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_encryption_is_remembered_only_where_it_is(app):
    plain = app.test_client().get("/en/", base_url=HERE)
    encrypted = app.test_client().get("/en/", base_url="https://127.0.0.1")

    assert "Strict-Transport-Security" not in plain.headers
    assert "max-age=63072000" in encrypted.headers["Strict-Transport-Security"]


@pytest.mark.parametrize("token", [None, "", "made-up"])
@pytest.mark.parametrize(
    ("language", "words"), [("en", "The form was open for a long time"), ("fr", "<h1>")]
)
def test_a_form_without_its_token_is_refused_in_words(app, token, language, words):
    answer = app.test_client().post(
        f"/{language}/account/sign-in", data={"csrf_token": token} if token else {}, base_url=HERE
    )

    assert answer.status_code == 400
    assert f'<html lang="{language}">' in answer.text
    assert words in answer.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 422),
        ({"Origin": HERE, "Sec-Fetch-Site": "same-origin"}, 422),
        ({"Sec-Fetch-Site": "none"}, 422),
        ({"Origin": "null"}, 422),
        ({"Origin": "https://evil.example"}, 400),
        ({"Origin": "http://127.0.0.1.evil.example"}, 400),
        ({"Origin": "http://127.0.0.1:8080"}, 400),
        ({"Origin": "http://[evil"}, 400),
        ({"Sec-Fetch-Site": "cross-site"}, 400),
        ({"Sec-Fetch-Site": "same-site"}, 400),
    ],
)
def test_another_site_changes_nothing_even_with_a_token(app, browser_of, headers, status):
    browser = browser_of(None)
    page = browser.get(SIGN_IN).text
    token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]

    answer = browser.client.post(
        SIGN_IN, data={"csrf_token": token}, headers=headers, base_url=HERE
    )

    assert answer.status_code == status


def test_another_site_may_lead_here(app):
    headers = {"Origin": "https://blog.example", "Sec-Fetch-Site": "cross-site"}

    assert app.test_client().get("/en/", headers=headers, base_url=HERE).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:80", ""])
@pytest.mark.parametrize("path", ["/", "/en/", "/static/old/css/app.css", "/nowhere"])
def test_a_name_that_is_not_ours_is_refused(app, host, path):
    answer = app.test_client().get(path, headers={"Host": host})

    assert answer.status_code == 400
    assert "evil" not in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("proxies", "address"), [(0, "127.0.0.1"), (1, "203.0.113.9"), (2, "198.51.100.7")]
)
def test_only_our_own_proxies_say_who_asks(app, tmp_path, monkeypatch, proxies, address):
    monkeypatch.setenv("PRO_AM_PROXIES", str(proxies))
    site = application(tmp_path, app.config["SQLALCHEMY_DATABASE_URI"])
    seen = []
    site.before_request(lambda: seen.append((request.remote_addr, request.host)))

    site.test_client().get(
        "/static/old/img/icon.svg",
        headers={
            "X-Forwarded-For": "192.0.2.1, 198.51.100.7, 203.0.113.9",
            "X-Forwarded-Host": "evil.example",
        },
        base_url=HERE,
    )

    assert seen == [(address, "127.0.0.1")]


def test_a_nul_character_is_no_ones_fault(app, browser_of):
    browser = browser_of(None)
    page = browser.get(SIGN_IN).text
    token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]

    answers = [
        browser.get("/en/pro/a%00b"),
        browser.get("/en/search?q=a%00b"),
        browser.client.post(
            SIGN_IN, data={"csrf_token": token, "email": "a\0b@example.org"}, base_url=HERE
        ),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 400]


def test_the_session_is_out_of_reach_of_scripts_and_other_sites(app, browser_of):
    answer = browser_of(None).get(SIGN_IN)

    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
