"""Pages that are drawn once for all visitors: only while they are right, and for nobody else."""

import gzip
from datetime import timedelta

import pytest
from flask import session

from pro_am.foundation.web.caching import KEPT_FOR, KeptPage, KeptPages, kept_for_visitors
from tests.conftest import NOON

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.fixture
def visit(app):
    """A function that asks for a page, and returns the answer; the page counts its drawings."""
    drawn = []

    def ask(path="/en/page", *, stamp="same", asks=("offer",), draw=lambda: None, **headers):
        def drawing():
            drawn.append(path)
            draw()
            return f"drawing {len(drawn)}, {'long ' * 100}"

        with app.test_request_context(path, headers=headers):
            answer = app.make_response(kept_for_visitors(lambda: stamp, drawing, asks=asks))
            answer.direct_passthrough = False
            return answer

    return ask


def number(answer):
    return int(answer.get_data(as_text=True).removeprefix("drawing ").partition(",")[0])


def cookie(app):
    return f"{app.config['SESSION_COOKIE_NAME']}=whatever"


def test_visitors_get_the_same_drawing(visit):
    first, again = visit(), visit()

    assert (number(first), number(again)) == (1, 1)
    assert first.headers["ETag"] == again.headers["ETag"]


@pytest.mark.parametrize(
    "changed",
    [{"stamp": "other"}, {"path": "/fr/page"}, {"path": "/en/page?offer=other"}],
    ids=str,
)
def test_another_page_is_drawn(visit, changed):
    visit()

    assert number(visit(**changed)) == 2
    assert number(visit(**changed)) == 2


def test_what_lies_around_every_page_belongs_to_it(app, visit):
    visit()
    app.config["COMMUNITY_NAME"] = "Another name"

    assert number(visit()) == 2


def test_a_drawing_lasts_for_a_minute(visit, time):
    visit()
    time.forward(seconds=KEPT_FOR.seconds - 1)
    assert number(visit()) == 1

    time.forward(seconds=1)

    assert number(visit()) == 2


def test_a_page_of_which_nothing_tells_when_it_changes_is_not_kept(visit):
    assert [number(visit(stamp=None)) for _ in range(2)] == [1, 2]


def test_who_asks_for_something_else_gets_a_page_of_their_own(visit):
    asked = "/en/page?offer=1&from_a_friend=yes"

    assert [number(visit(asked)) for _ in range(2)] == [1, 2]


def test_who_has_a_session_neither_gets_nor_leaves_a_drawing(app, visit):
    visit()

    assert number(visit(Cookie=cookie(app))) == 2
    assert number(visit()) == 1


def test_a_page_that_begins_a_session_is_not_kept(visit):
    visit(draw=lambda: session.update(told="something"))

    assert number(visit()) == 2


def test_a_drawing_is_compressed_when_it_is_asked_for_again(visit):
    first = visit(**{"Accept-Encoding": "gzip"})
    again = visit(**{"Accept-Encoding": "gzip"})
    plain = visit()

    assert "Content-Encoding" not in first.headers
    assert again.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(again.data) == first.data == plain.data
    assert again.headers["ETag"] != plain.headers["ETag"]
    assert all("Accept-Encoding" in answer.vary for answer in (first, again, plain))


def page(weight, stamp="same"):
    return KeptPage(b"x" * weight, "tag", stamp, NOON + timedelta(minutes=1))


def there(pages, *addresses):
    return [address for address in addresses if pages.get(address, "same", NOON)]


def test_when_pages_weigh_too_much_the_longest_unused_go(app):
    pages = KeptPages(most_bytes=3 * page(1000).size)
    for address in "abc":
        pages.keep(address, page(1000))
    pages.get("a", "same", NOON)

    pages.keep("d", page(1000))

    assert there(pages, *"abcd") == ["a", "c", "d"]


def test_a_page_kept_again_weighs_once(app):
    pages = KeptPages(most_bytes=2 * page(1000).size)
    pages.keep("a", page(1000))
    for _ in range(5):
        pages.keep("b", page(1000))

    assert there(pages, "a", "b") == ["a", "b"]


def test_a_page_that_weighs_more_than_all_may_is_not_kept(app):
    pages = KeptPages(most_bytes=2000)

    pages.keep("a", page(3000))

    assert there(pages, "a") == []
