import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member, SignedInSession
from pro_am.foundation.database import db
from tests.accounts.letters import templates
from tests.factories import PASSWORD

NEW = "another horse, another battery"
PAGES = [
    "/account/",
    "/account/details",
    "/account/password",
    "/account/email",
    "/account/picture",
    "/account/sessions",
    "/account/letters",
    "/account/data",
    "/account/leave",
]
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def ana(browser_of):
    return browser_of("ana")


def stored(app, email="ana@example.org"):
    with app.app_context():
        member = db.session.scalars(select(Member).where(Member.email == email)).one()
        return member.name, member.language, member.time_zone


def is_signed_in(browser):
    return browser.get("/bookings").status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_a_visitor_signs_in_first(browser_of, path):
    assert browser_of(None).get(path).status_code == 303


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_of_an_account_opens_for_its_member(browser_of, language):
    ana = browser_of("ana", language)
    ana.submit("/account/leave", password_again=PASSWORD)

    for path in PAGES:
        assert ana.get(path).status_code == 200, path


def test_details_are_changed(app, ana):
    done = ana.submit(
        "/account/details", name="Ana M.", language="fr", time_zone="America/Montreal"
    )
    assert done.status_code == 422  # not in the list: it goes by the name of Toronto
    done = ana.submit("/account/details", name="Ana M.", language="fr", time_zone="America/Toronto")

    assert "Your details are saved." in ana.follow(done).text
    assert stored(app) == ("Ana M.", "fr", "America/Toronto")


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        ("name", "", 422),
        ("name", "Équipe Pro-Am", 409),
        ("name", "x" * 81, 422),
        ("language", "de", 422),
        ("time_zone", "Mars/Base", 422),
        ("time_zone", "", 422),
    ],
)
def test_details_that_cannot_be_are_asked_again(app, ana, field, value, status):
    before = stored(app)

    page = ana.submit("/account/details", **{field: value})

    assert page.status_code == status
    assert "<title>Error: " in page.text
    assert stored(app) == before


def test_a_new_password_ends_all_other_sessions(app, ana, browser_of):
    elsewhere = browser_of("ana")

    done = ana.submit("/account/password", password_again=PASSWORD, password=NEW)

    assert done.status_code == 303
    assert is_signed_in(ana)
    assert not is_signed_in(elsewhere)
    with app.app_context():
        assert templates() == ["accounts/password_changed"]
    visitor = browser_of(None)
    visitor.submit("/account/sign-in", email="ana@example.org", password=NEW)
    assert is_signed_in(visitor)


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [(PASSWORD, "short", 409), ("wrong, all wrong", NEW, 409), ("", NEW, 422), (PASSWORD, "", 422)],
)
def test_a_password_stays_without_the_old_one_or_a_good_one(app, ana, old, new, status):
    page = ana.submit("/account/password", password_again=old, password=new)

    assert page.status_code == status
    with app.app_context():
        assert templates() == []


def test_browsers_are_listed_and_signed_out_one_by_one(app, ana, browser_of):
    phone = browser_of(None)
    phone.client.environ_base["HTTP_USER_AGENT"] = FIREFOX
    phone.submit("/account/sign-in", email="ana@example.org", password=PASSWORD)

    page = ana.get("/account/sessions").text
    assert "Firefox on Linux" in page
    assert page.count("this one") == 1
    done = ana.submit("/account/sessions", "/account/sessions/end")

    assert "signed out" in ana.follow(done).text
    assert is_signed_in(ana)
    assert not is_signed_in(phone)


def test_all_others_are_signed_out_at_once(ana, browser_of):
    others = [browser_of("ana"), browser_of("ana")]

    ana.submit("/account/sessions", "/account/sessions/end-others")

    assert is_signed_in(ana)
    assert not any(map(is_signed_in, others))


def test_nobody_signs_out_somebody_else(app, ana, browser_of):
    cleo = browser_of("cleo")
    browser_of("cleo")  # so that her page has a form
    with app.app_context():
        of_ana = db.session.scalar(
            select(SignedInSession.id).join(Member).where(Member.email == "ana@example.org")
        )

    cleo.submit("/account/sessions", "/account/sessions/end", session=of_ana)

    assert is_signed_in(ana)


def test_the_menu_leads_to_the_account(ana):
    assert 'href="/en/account/"' in ana.get("/bookings").text
