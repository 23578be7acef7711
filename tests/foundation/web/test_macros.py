"""The small pieces pages are made of: what they say, to eyes and to screen readers."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.foundation.web.drawing import PICTURE, drawn, drawn_as_text


@pytest.mark.parametrize(
    ("macro", "values"),
    [
        ("ui.tag", ["{}"]),
        ("ui.thread", ["{}"]),
        ("ui.notice", ["{}"]),
        ("ui.breadcrumb", [[("{}", "/"), ("{}", None)]]),
        ("ui.button_link", ["/", "{}"]),
        ("ui.empty_state", ["{}", "{}"]),
        ("ui.ring", [80, "{}"]),
        ("ui.meter_line", ["{}", "{}", 1, 2, "{}"]),
        ("messages.message", [{"author": {"name": "{}"}, "body": "{}", "hidden_at": None}, "{}"]),
        ("messages.quoted", ["{}"]),
        ("bookings.booking_row", ["/", "{}", "{}", "{}", "{}"]),
        ("bookings.price_lines", [[("{}", "{}")], "{}"]),
        ("forms.submit", ["{}"]),
        ("forms.post_button", ["{}", "{}", "{}"]),
    ],
)
def test_what_people_write_is_never_markup(macro: str, values: list[Any]) -> None:
    def written(value: Any) -> Any:
        if isinstance(value, list | tuple):
            return type(value)(written(each) for each in value)
        if isinstance(value, dict):
            return {key: written(each) for key, each in value.items()}
        return value.replace("{}", "<script>\"'") if isinstance(value, str) else value

    html = drawn_as_text(macro, *written(values))

    assert "<script" not in html
    assert "&lt;script&gt;&#34;&#39;" in html


def test_an_icon_is_silent_unless_it_is_all_there_is() -> None:
    beside_words = drawn("ui.icon", "star").one("svg")
    alone = drawn("ui.icon", "star", "Favourite").one("svg")

    assert beside_words.attributes["aria-hidden"] == "true"
    assert alone.attributes["aria-label"] == "Favourite"
    assert "aria-hidden" not in alone.attributes


@pytest.mark.parametrize(
    ("value", "full", "half", "words"),
    [
        (5, 5, 0, "5 out of 5 stars"),
        (4.8, 5, 0, "4.8 out of 5 stars"),
        (4.7, 4, 1, "4.7 out of 5 stars"),
        (4.3, 4, 1, "4.3 out of 5 stars"),
        (4.2, 4, 0, "4.2 out of 5 stars"),
        (1, 1, 0, "1 out of 5 stars"),
    ],
)
def test_stars_are_drawn_to_the_nearest_half_and_said_exactly(
    value: float, full: int, half: int, words: str
) -> None:
    stars = drawn("ui.stars", value)

    shapes = [use.attributes["href"].partition("#")[2] for use in stars.with_class("star__full")]
    assert shapes == ["star"] * full + ["star-half"] * half
    assert len(stars.with_class("star")) == 5
    assert stars.one("span", role="img").attributes["aria-label"] == words


@given(value=st.integers(0, 100))
def test_a_ring_is_filled_as_far_as_its_number_says(value: int) -> None:
    ring = drawn("ui.ring", value, f"{value} out of 100")

    [filled_part] = ring.with_class("ring__value")
    circumference = 2 * 3.14159265 * float(filled_part.attributes["r"])
    assert circumference == pytest.approx(100, abs=0.01)
    assert filled_part.attributes["stroke-dasharray"] == f"{value} 100"
    assert ring.one("span", role="img").text.strip() == str(value)


def test_a_person_without_a_picture_has_initials_and_always_the_same_colour() -> None:
    first, again = drawn("ui.avatar", "Inès Le Goff"), drawn("ui.avatar", "Inès Le Goff")

    assert first.one("span").text == "IL"
    assert first.one("span").attributes == again.one("span").attributes
    assert first.one("span").attributes["aria-hidden"] == "true"


def test_a_picture_offers_every_size_and_keeps_its_place() -> None:
    page = drawn("ui.picture", PICTURE, "100vw")

    image = page.one("img").attributes
    assert page.one("source").attributes["srcset"] == "/p-400.avif 400w, /p-800.avif 800w"
    assert (image["src"], image["alt"]) == ("/p-800.jpg", "A loaf of bread")
    assert (image["width"], image["height"], image["loading"]) == ("800", "600", "lazy")


def test_a_portrait_beside_a_name_is_not_read_out_again() -> None:
    assert drawn("ui.avatar", "Léa", PICTURE).one("img").attributes["alt"] == ""


def test_the_last_crumb_is_where_one_is_and_no_link() -> None:
    crumbs = drawn("ui.breadcrumb", [("Home", "/"), ("Léa", None)])

    assert [link.text for link in crumbs.all("a")] == ["Home"]
    assert crumbs.one("span", **{"aria-current": "page"}).text == "Léa"


@pytest.mark.parametrize(
    ("number", "pages", "links"),
    [
        (1, 1, []),
        (1, 2, ["1", "2", "Next"]),
        (2, 2, ["Previous", "1", "2"]),
        (5, 9, ["Previous", "3", "4", "5", "6", "7", "Next"]),
    ],
)
def test_a_pager_leads_to_the_pages_around(number: int, pages: int, links: list[str]) -> None:
    pager = drawn("ui.pager", number, pages, lambda page: f"?page={page}")

    assert [link.text for link in pager.all("a")] == links
    current = [a.text for a in pager.all("a", **{"aria-current": "page"})]
    assert current == ([str(number)] if links else [])
