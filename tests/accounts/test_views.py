from urllib.parse import quote

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from tests.accounts.letters import latest_link, templates
from tests.factories import PASSWORD

NEW = "another horse, another battery"
SIGN_UP = {
    "name": "Dora Roux",
    "email": "dora@example.org",
    "password": PASSWORD,
    "adult": "y",
}
SIGN_IN = {"email": "ana@example.org", "password": PASSWORD}
ELSEWHERE = [
    "//evil.example",
    "/\\evil.example",
    "///evil.example",
    "https://evil.example/en/",
    "http:evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "evil.example",
    "",
]


@pytest.fixture
def visitor(browser_of):
    return browser_of(None)


@pytest.fixture
def link(app):
    """The path of the button in the last letter."""

    def read():
        with app.app_context():
            return latest_link()

    return read


def letters(app):
    with app.app_context():
        return templates()


def is_confirmed(app, email):
    with app.app_context():
        member = db.session.scalars(select(Member).where(Member.email == email)).one()
        return member.email_confirmed_at is not None


def is_signed_in(browser):
    return browser.get("/bookings").status_code == 200


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_stranger_becomes_a_member(app, browser_of, link, language):
    browser = browser_of(None, language)

    told = browser.follow(browser.submit("/account/sign-up", **SIGN_UP))
    assert told.status_code == 200
    assert not is_signed_in(browser)
    welcomed = browser.follow(browser.submit(link()))

    assert welcomed.status_code == 200
    assert "Dora" in welcomed.text
    assert is_signed_in(browser)


def test_known_and_unknown_addresses_get_the_same_answer(app, browser_of):
    answers = []
    for email in ("dora@example.org", "ana@example.org"):
        visitor = browser_of(None)
        answer = visitor.submit("/account/sign-up", **{**SIGN_UP, "email": email})
        answers.append((answer.status_code, answer.location, visitor.follow(answer).text))

    assert answers[0] == answers[1]
    assert letters(app) == ["accounts/confirm_email", "accounts/already_a_member"]


def test_a_link_for_a_new_password_is_promised_to_everybody_alike(app, browser_of):
    answers = []
    for email in ("nobody@example.org", "ana@example.org"):
        visitor = browser_of(None)
        answer = visitor.submit("/account/new-password", email=email)
        answers.append((answer.status_code, answer.location, visitor.follow(answer).text))

    assert answers[0] == answers[1]
    assert letters(app) == ["accounts/reset_password"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Write the name that others will see."),
        ("name", "   ", "Write the name that others will see."),
        ("name", "x" * 81, "80"),
        ("email", "", "Write your e-mail address."),
        ("email", "dora at example", "This does not look like an e-mail address"),
        ("email", "dora@example.org\r\nBcc: x@example.org", "does not look like an e-mail"),
        ("password", "", "Choose a password."),
        ("password", "x" * 129, "at most 128 characters"),
        ("adult", None, "for people of 18 and older"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_the_rest_is_kept(app, visitor, field, value, words):
    page = visitor.submit("/account/sign-up", **{**SIGN_UP, field: value})

    assert page.status_code == 422
    assert page.text.count(words) >= 2  # on top, and beside the field
    assert "<title>Error: " in page.text
    kept = {name: typed for name, typed in SIGN_UP.items() if name in ("name", "email")}
    for name, typed in kept.items():
        assert name == field or f'value="{typed}"' in page.text
    assert PASSWORD not in page.text
    assert letters(app) == []


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("password", "short", "A password has at least 8 characters."),
        ("password", "dora roux", "This password is easy to guess."),
        ("name", "Admin", "This name could be taken for the team"),
    ],
)
def test_a_refusal_is_shown_and_what_was_typed_is_kept(visitor, field, value, words):
    page = visitor.submit("/account/sign-up", **{**SIGN_UP, field: value})

    assert page.status_code == 409
    assert words in page.text
    assert 'value="dora@example.org"' in page.text


def test_opening_a_confirmation_confirms_nothing(app, browser_of, visitor, link):
    visitor.submit("/account/sign-up", **SIGN_UP)
    scanner = browser_of(None)

    assert scanner.get(link()).status_code == 200
    assert scanner.client.head(link(), base_url="http://127.0.0.1").status_code == 200
    assert not is_confirmed(app, "dora@example.org")
    assert not is_signed_in(scanner)

    visitor.submit(link())
    assert is_confirmed(app, "dora@example.org")


def test_another_browser_confirms_with_the_password_alone(app, browser_of, visitor, link):
    """Else whoever signs up with a stranger's address would know the password they confirm."""
    visitor.submit("/account/sign-up", **SIGN_UP)
    elsewhere = browser_of(None)

    guess = elsewhere.submit(link(), password="not the one that was chosen")

    assert guess.status_code == 409
    assert "This is not the password that was chosen" in guess.text
    assert not is_confirmed(app, "dora@example.org")

    elsewhere.submit(link(), password=SIGN_UP["password"])

    assert is_confirmed(app, "dora@example.org")
    assert is_signed_in(elsewhere)


def test_a_later_sign_up_by_somebody_else_is_not_confirmed_by_mistake(
    app, browser_of, visitor, link
):
    visitor.submit("/account/sign-up", **SIGN_UP)
    browser_of(None).submit("/account/sign-up", **{**SIGN_UP, "password": "a stranger chose this"})

    by_mistake = visitor.submit(link(), password=SIGN_UP["password"])

    assert by_mistake.status_code == 409
    assert not is_confirmed(app, "dora@example.org")


def test_a_used_confirmation_says_so_and_signs_nobody_in(browser_of, visitor, link):
    visitor.submit("/account/sign-up", **SIGN_UP)
    used = link()
    visitor.submit(used)
    another = browser_of(None)

    page = another.submit(used)

    assert page.status_code == 409
    assert "This link no longer works" in page.text
    assert not is_signed_in(another)


def test_a_booking_under_way_goes_on_after_the_letter(visitor, link):
    visitor.submit("/account/sign-up?next=/en/bookings", **SIGN_UP)

    answer = visitor.submit(link())

    assert answer.location == "/en/bookings"


def test_signing_in_leads_to_the_page_that_was_asked_for(visitor):
    asked = visitor.get("/bookings?page=2")
    assert asked.status_code == 303

    answer = visitor.submit(asked.location, **SIGN_IN)

    assert answer.location == "/en/bookings?page=2"


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_leads_to_no_other_site(visitor, target):
    answer = visitor.submit(f"/account/sign-in?next={quote(target)}", **SIGN_IN)

    assert (answer.status_code, answer.location) == (303, "/en/my-week/")


@pytest.mark.parametrize("target", ELSEWHERE)
def test_who_is_signed_in_is_led_to_no_other_site_either(browser_of, target):
    answer = browser_of("ana").get("/account/sign-in", query_string={"next": target})

    assert (answer.status_code, answer.location) == (303, "/en/my-week/")


@pytest.mark.parametrize(
    "fields",
    [{"password": "not hers"}, {"email": "nobody@example.org"}, {"password": "x" * 100}],
)
def test_a_wrong_sign_in_says_what_to_do_and_keeps_the_address(visitor, fields):
    typed = {**SIGN_IN, **fields}

    page = visitor.submit("/account/sign-in", **typed)

    assert page.status_code == 409
    assert "do not go together" in page.text
    assert f'value="{typed["email"]}"' in page.text
    assert typed["password"] not in page.text
    assert not is_signed_in(visitor)


def test_after_many_tries_even_the_right_password_waits(visitor, time):
    for _ in range(10):
        visitor.submit("/account/sign-in", **{**SIGN_IN, "password": "wrong"})

    page = visitor.submit("/account/sign-in", **SIGN_IN)
    assert page.status_code == 409
    assert "Please wait 5 minutes" in page.text

    time.forward(minutes=5)
    assert visitor.submit("/account/sign-in", **SIGN_IN).status_code == 303


def test_signing_out_is_true_for_a_copy_of_the_cookie_as_well(browser_of, app):
    ana = browser_of("ana")
    thief = app.test_client()
    cookie = ana.client.get_cookie("pro_am", domain="127.0.0.1")
    thief.set_cookie("pro_am", cookie.value, domain="127.0.0.1")
    assert thief.get("/en/bookings", base_url="http://127.0.0.1").status_code == 200

    answer = ana.submit("/en/", action="/sign-out")

    assert "You are signed out." in ana.follow(answer).text
    assert not is_signed_in(ana)
    assert thief.get("/en/bookings", base_url="http://127.0.0.1").status_code == 303


def test_a_link_does_not_sign_anybody_out(browser_of):
    ana = browser_of("ana")

    assert ana.get("/account/sign-out").status_code == 405
    assert is_signed_in(ana)


def test_signing_in_keeps_nothing_of_the_session_before(visitor):
    with visitor.client.session_transaction(base_url="http://127.0.0.1") as before:
        before["planted"] = "by somebody else"

    visitor.submit("/account/sign-in", **SIGN_IN)

    with visitor.client.session_transaction(base_url="http://127.0.0.1") as after:
        assert "planted" not in after
    assert is_signed_in(visitor)


def test_a_forgotten_password_is_replaced_and_signs_out_everywhere(browser_of, visitor, link):
    elsewhere = browser_of("ana")
    visitor.submit("/account/new-password", email="ana@example.org")

    done = visitor.follow(visitor.submit(link(), password=NEW))

    assert "Your new password is set" in done.text
    assert not is_signed_in(elsewhere)
    visitor.submit("/account/sign-in", **{**SIGN_IN, "password": NEW})
    assert is_signed_in(visitor)


@pytest.mark.parametrize(
    ("password", "status", "words"),
    [
        ("", 422, "Choose a password."),
        ("short", 409, "at least 8 characters"),
        ("ana martin", 409, "easy to guess"),
    ],
)
def test_a_poor_new_password_leaves_the_link_open(visitor, link, password, status, words):
    visitor.submit("/account/new-password", email="ana@example.org")
    path = link()

    page = visitor.submit(path, password=password)
    assert page.status_code == status
    assert words in page.text

    assert visitor.submit(path, password=NEW).status_code == 303


@pytest.mark.parametrize("email", ["", "ana", "ana@", "a@b@c"])
def test_an_address_that_is_none_is_asked_for_again(visitor, email):
    page = visitor.submit("/account/new-password", email=email)

    assert page.status_code == 422
    assert f'value="{email}"' in page.text


@pytest.mark.parametrize(
    ("days", "signed_in"), [([13, 13], True), ([14], False), ([13] * 7, False)]
)
def test_a_session_lives_while_it_is_used_and_not_for_ever(browser_of, time, days, signed_in):
    ana = browser_of("ana")

    for pause in days:
        time.forward(days=pause)
        answer = is_signed_in(ana)

    assert answer is signed_in


@pytest.mark.parametrize("path", ["/account/confirm/nonsense", "/account/new-password/nonsense"])
def test_a_made_up_link_opens_nothing(visitor, path):
    fields = {"password": NEW} if "new-password" in path else {}

    page = visitor.submit(path, **fields)

    assert page.status_code == 409
    assert "This link no longer works" in page.text


@pytest.mark.parametrize(
    "path", ["sign-up", "sign-in", "new-password", "new-password/x", "confirm/x"]
)
def test_forms_from_elsewhere_are_refused(visitor, path):
    answer = visitor.client.post(
        f"/en/account/{path}", base_url="http://127.0.0.1", data={**SIGN_UP, **SIGN_IN}
    )

    assert answer.status_code == 400
