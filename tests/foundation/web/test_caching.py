import pytest

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)

SAME_FOR_ALL = ["/en/", "/search", "/search?q=pain", "/how-it-works", "/pro/ben-keller"]


@pytest.mark.parametrize("path", SAME_FOR_ALL)
def test_a_visitors_page_is_sent_once(browser_of, path):
    visitor = browser_of(None)
    first = visitor.get(path)

    again = visitor.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == again.headers["Cache-Control"] == "private, no-cache"
    assert "Cookie" in first.vary
    assert (again.status_code, again.data) == (304, b"")
    assert "Content-Security-Policy" in again.headers


def test_a_page_that_changed_is_sent_again(browser_of, app):
    visitor = browser_of(None)
    tag = visitor.get("/en/").headers["ETag"]
    app.config["COMMUNITY_NAME"] = "Another name"

    answer = visitor.get("/en/", headers={"If-None-Match": tag})

    assert answer.status_code == 200
    assert "Another name" in answer.text


@pytest.mark.parametrize("path", SAME_FOR_ALL)
def test_a_members_page_is_kept_nowhere(browser_of, path):
    tag = browser_of(None).get(path).headers["ETag"]

    answer = browser_of("ana").get(path, headers={"If-None-Match": tag})

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("path", ["/account/sign-in", "/account/sign-up", "/nowhere", "/bookings"])
def test_forms_errors_and_redirects_are_kept_nowhere(browser_of, path):
    assert browser_of(None).get(path).headers["Cache-Control"] == "no-store"


def test_what_is_said_once_is_not_kept(browser_of):
    """A visitor who was told something carries a cookie, and gets the page with the words."""
    visitor = browser_of(None)
    tag = visitor.get("/how-it-works").headers["ETag"]
    visitor.get("/bookings")  # "sign in to go on" is now waiting

    answer = visitor.get("/how-it-works", headers={"If-None-Match": tag})

    assert "Sign in to go on" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
