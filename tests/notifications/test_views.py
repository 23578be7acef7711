import pytest


@pytest.fixture
def visitor(app, browser_of):
    return browser_of(None)


def test_letters_are_readable_while_developing(visitor):
    assert "No letters yet" in visitor.get("/dev/letters/").text
    visitor.submit("/account/new-password", email="ana@example.org")

    assert "Choose a new password" in visitor.get("/dev/letters/").text
    letter = visitor.get("/dev/letters/1").text
    assert "Hello Ana," in letter
    assert '<a href="http://127.0.0.1:8000/en/account/new-password/' in letter


def test_markup_in_a_letter_is_shown_as_text(visitor):
    visitor.submit(
        "/account/sign-up",
        name="<script>alert(1)</script>",
        email="dora@example.org",
        password="correct horse battery staple",
        adult="y",
    )

    letter = visitor.get("/dev/letters/1").text

    assert "Hello &lt;script&gt;alert(1)" in letter
    assert "<script>alert" not in letter


@pytest.mark.parametrize("path", ["", "1", "1/attachment/0"])
def test_in_production_nobody_reads_letters_here(app, visitor, path):
    visitor.submit("/account/new-password", email="ana@example.org")
    app.config["ENV"] = "production"

    assert visitor.get(f"/dev/letters/{path}").status_code == 404


@pytest.mark.parametrize("path", ["99", "1/attachment/0", "99/attachment/0"])
def test_what_is_not_there_is_not_found(visitor, path):
    visitor.submit("/account/new-password", email="ana@example.org")

    assert visitor.get(f"/dev/letters/{path}").status_code == 404
