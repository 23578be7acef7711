"""Links, buttons and bars in letters: in plain text and in HTML."""

import re
from fractions import Fraction

import pytest

from pro_am.foundation.letter_form import Drawn, bars, button, link

URL = "http://127.0.0.1:8000/en/sos?a=1&b=2"
WEEK = [("Sessions", Fraction(2, 3), "2 of 3"), ("Meals", 0, "0 of 4"), ("Rest", None, "no plan")]

pytestmark = pytest.mark.parametrize("app", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def _in_app(app):
    with app.test_request_context("/en/"):
        yield


def drawn(words):
    return Drawn("A subject", None, words)


def test_several_buttons_are_as_many_large_links():
    letter = drawn(f"Hello,\n\n{button('I call you', URL)}\n{button('A <walk>?', URL)}")

    assert letter.html.count("display:block;padding:16px 20px") == 2
    assert 'href="http://127.0.0.1:8000/en/sos?a=1&amp;b=2"' in letter.html
    assert "A &lt;walk&gt;?</a>" in letter.html
    assert f"I call you\n{URL}\nA <walk>?\n{URL}\n" in letter.text


def test_a_link_alone_is_the_button_and_one_among_words_is_a_link():
    letter = drawn(f"{link('See it', URL)}\n\nOr not: {link('leave', URL)}")

    alone, among = letter.html.splitlines()
    assert "border-radius:99px" in alone
    assert "text-decoration:underline" in among


def test_a_chart_is_cells_as_wide_as_its_shares_and_lines_in_text():
    letter = drawn(f"Your week:\n\n{bars(WEEK)}\n\nWell done.")

    assert re.findall(r'class="(\w+)" width="(\d+)%"', letter.html) == [
        ("done", "67"),
        ("rest", "33"),
        ("rest", "100"),
    ]
    assert "Sessions: 2 of 3\nMeals: 0 of 4\nRest: no plan\n\nWell done." in letter.text
    assert "<img" not in letter.html


def test_what_is_typed_into_a_chart_stays_words():
    letter = drawn(bars([("<b>\ufdd0x\ufdd1\n", 0.5, "a\ufdd2b")]))

    assert "&lt;b&gt;x<" in letter.html
    assert letter.text == "<b>x: ab\n"


def test_lists_of_letters_show_the_first_words_and_no_address():
    letter = drawn(f"Hello Ana,\n\nA week\nis over:\n\n{bars(WEEK)}\n\n{link('See it', URL)}")

    assert letter.preview == "A week is over: Sessions: 2 of 3 Meals: 0 of 4 Rest: no plan See it"
