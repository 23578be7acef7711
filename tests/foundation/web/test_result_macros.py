"""What a search shows: cards, times and the map."""

from types import SimpleNamespace
from typing import Any

import pytest

from tests.foundation.web.drawing import PICTURE, Page, drawn


def day(name: str, *times: str) -> SimpleNamespace:
    return SimpleNamespace(
        label=name[:3],
        long_label=name,
        slots=[SimpleNamespace(value=f"{name} {time}", label=time) for time in times],
    )


HALF_HOURS = [f"{hour}:{minute}" for hour in range(10, 14) for minute in ("00", "30")]


def test_a_day_without_free_time_says_so() -> None:
    week = drawn("slots.slot_week", [day("Thursday"), day("Friday", "18:30")], "start", "This week")

    thursday, friday = week.all("div", role="group")
    assert "nothing free" in thursday.text
    assert "18:30" in friday.text
    assert week.all("details") == []


def test_a_long_day_keeps_every_time_in_one_group_of_radios() -> None:
    week = drawn("slots.slot_week", [day("Saturday", *HALF_HOURS)], "start", "This week")

    radios = week.all("input", type="radio", name="start")
    assert [radio.attributes["value"] for radio in radios] == [f"Saturday {t}" for t in HALF_HOURS]
    assert "13:30" in week.one("details").text
    assert "10:00" not in week.one("details").text


@pytest.mark.parametrize(("chosen", "is_open"), [("10:00", False), ("13:30", True)])
def test_a_chosen_time_is_never_hidden(chosen: str, is_open: bool) -> None:
    days = [day("Saturday", *HALF_HOURS)]

    week = drawn("slots.slot_week", days, "start", "This week", chosen=f"Saturday {chosen}")

    [ticked] = [box for box in week.all("input") if "checked" in box.attributes]
    assert ticked.attributes["value"] == f"Saturday {chosen}"
    assert ("open" in week.one("details").attributes) is is_open


CARD = SimpleNamespace(
    offer_id=1,
    anchor="offer-1",
    public_id="1",
    keep_url="/favourites/lea",
    is_kept=False,
    url="/pro/lea",
    title="Fresh pasta",
    craft="Cooking",
    tag="Cooking",
    kind="private person",
    pro_name="Léa Moreau",
    avatar=None,
    town="Nantes",
    distance="1 km away",
    price="€28",
    per="per person",
    stars=4.9,
    review_count=38,
    trust_words="solid trust",
    score=86,
    thread_text=None,
    thread_faces=[],
    slots=[SimpleNamespace(url="/book", label="Sat 28 · 10:00", aria="Book Léa, Sat 28, 10:00")],
    cancellation="Free cancellation up to 24 h before",
    picture=PICTURE,
    is_instant=False,
)


def card(**changes: Any) -> Page:
    return drawn("cards.offer_card", SimpleNamespace(**{**vars(CARD), **changes}))


def test_a_card_says_who_what_how_trusted_when_and_how_much() -> None:
    page = card()

    words = " ".join(page.one("li").text.split())
    assert page.one("h2").text == "Fresh pasta"
    assert page.one("a", href="/pro/lea").text == "Fresh pasta"
    assert page.one("a", href="/book").attributes["aria-label"] == "Book Léa, Sat 28, 10:00"
    for said in ("Léa Moreau", "Nantes · 1 km away", "4.9", "38 verified reviews", "€28"):
        assert said in words


def test_a_newcomer_has_no_number_and_no_ring() -> None:
    page = card(score=None, stars=None, review_count=0, trust_words="trust being built")

    assert page.with_class("ring") == []
    assert page.with_class("star") == []
    assert "trust being built" in page.one("li").text


def test_an_offer_without_a_picture_is_drawn_all_the_same() -> None:
    page = card(picture=None, slots=[])

    assert page.all("img") == []
    assert len(page.with_class("card__shapes")) == 1
    assert "No free time" in page.one("li").text


def test_every_pin_of_the_map_is_a_link_with_a_name() -> None:
    dot = {"x": 210, "y": 260, "r": 40, "name": "Nantes", "big": True, "name_y": 320}
    sheet = {
        "width": 420,
        "height": 520,
        "title": "Map: 4 offers around Nantes",
        "ground": {
            "land": None,
            "lakes": "",
            "rivers": "M1 2l3 4",
            "river_width": 4,
            "borders": "",
            "towns": [dot],
        },
        "rings": [{"r": 100, "label": "5 km"}],
        "area": "47.1,-1.7,47.3,-1.4",
        "moves": [{"name": "north", "label": "Further north", "url": "/?area=1"}],
        "url_elsewhere": "/?",
        "pins": [
            {
                "x": 9,
                "y": 9,
                "label": "€28",
                "url": "#lea",
                "aria": "Léa",
                "several": False,
                "cards": "lea",
            },
            {
                "x": 99,
                "y": 9,
                "label": "3",
                "url": "/?",
                "aria": "3 offers",
                "several": True,
                "cards": "",
            },
        ],
    }

    page = drawn("map.results_map", sheet, "Places are rounded.")

    assert page.one("a", href="#lea").attributes["aria-label"] == "Léa"
    assert page.with_class("map__pin--several")[0].attributes["aria-label"] == "3 offers"
    assert page.one("a", href="/?area=1").attributes["aria-label"] == "Further north"
    assert page.one("title").text == "Map: 4 offers around Nantes"
    assert page.one("figcaption").text.strip() == "Places are rounded."
