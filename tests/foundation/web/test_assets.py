import gzip
import hashlib
import shutil

import pytest

from pro_am.foundation.web import assets

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """A copy of the static files in which a test may change something."""
    copy = tmp_path / "static"
    shutil.copytree(assets.FOLDER, copy)
    (copy / "js/app.js").write_text("one()")
    (tmp_path / "secret.txt").write_text("nobody's business")
    monkeypatch.setattr(assets, "FOLDER", copy)
    forget()
    yield copy
    forget()


def forget():
    for cached in (assets._version, assets._gzipped, assets._content):
        cached.cache_clear()


def address(app, path):
    with app.test_request_context("/fr/"):
        return assets.static(path)


def get(app, path, **headers):
    return app.test_client().get(path, headers=headers, base_url="http://127.0.0.1")


def test_an_address_changes_with_the_content(app, folder):
    before = address(app, "js/app.js")
    (folder / "js/app.js").write_text("two()")
    forget()

    assert address(app, "js/app.js") != before
    assert before.split("/")[2] == hashlib.sha256(b"one()").hexdigest()[:12]


def test_the_current_version_is_kept_for_ever_an_old_one_is_not(app, folder):
    current = get(app, address(app, "js/app.js"))
    old = get(app, "/static/0123456789ab/js/app.js")

    assert current.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert old.headers["Cache-Control"] == "no-cache"
    assert current.data == old.data == b"one()"
    assert current.content_type == "text/javascript; charset=utf-8"


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "..%2fsecret.txt",
        "css/../../secret.txt",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "js",
        "js/",
        "js/none.js",
        "x" * 300,
        "js/app.js%00.css",
        "%ff%fe",
    ],
)
def test_nothing_but_our_files_is_served(app, folder, path):
    answer = get(app, f"/static/0/{path}")

    assert answer.status_code in (404, 308)
    assert b"nobody" not in answer.data


@pytest.mark.parametrize(
    ("accepted", "is_zipped"),
    [("gzip, br", True), ("*", True), ("br", False), ("gzip;q=0", False), ("", False)],
)
def test_text_is_sent_compressed_to_those_who_read_it(app, folder, accepted, is_zipped):
    answer = get(app, address(app, "js/app.js"), **{"Accept-Encoding": accepted})

    assert (answer.headers.get("Content-Encoding") == "gzip") == is_zipped
    assert (gzip.decompress(answer.data) if is_zipped else answer.data) == b"one()"
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_the_styles_are_one_sheet_in_the_order_of_their_layers(app):
    sheet = get(app, address(app, "css/app.css")).text

    assert sheet.startswith("@layer tokens, base, layout, components, features;")
    assert "/*" not in sheet
    order = [
        sheet.index(f"@layer {name} {{") for name in ("tokens", "base", "layout", "components")
    ]
    assert order == sorted(order)


def test_files_that_the_styles_name_are_there_and_kept_for_ever(app):
    sheet = get(app, address(app, "css/app.css")).text

    named = [part.split('"')[0] for part in sheet.split('url("')[1:] if part.startswith("/static")]
    assert named
    for path in named:
        answer = get(app, path)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]


def test_who_signs_in_keeps_the_files_they_have(app):
    assert "Vary" not in get(app, address(app, "fonts/figtree.woff2")).headers
