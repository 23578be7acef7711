import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.foundation import money
from pro_am.foundation.money import CURRENCIES, LARGEST, Money, parse_money

LANGUAGES = ("fr", "en")


@pytest.mark.parametrize(
    ("typed", "minor"),
    [
        ("28", 2800),
        ("28,50", 2850),
        ("28.50", 2850),
        ("28,5", 2850),
        ("28.50 €", 2850),
        ("28,50\N{NO-BREAK SPACE}€", 2850),
        ("€28", 2800),
        (" 28 EUR ", 2800),
        ("0", 0),
        ("0,05", 5),
        ("007", 700),
        ("1 234", 123400),
        ("1\N{NARROW NO-BREAK SPACE}234,50", 123450),
        ("1'234.50", 123450),
        ("999 999,99", LARGEST),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_type_is_read_in_both_languages(typed, minor, language):
    assert parse_money(typed, "EUR", language) == Money(minor, "EUR")


def test_a_comma_parts_thousands_in_english_only():
    assert parse_money("1,234", "EUR", "en") == Money(123400, "EUR")
    assert parse_money("1,234.50", "EUR", "en") == Money(123450, "EUR")
    with pytest.raises(ValueError, match="no amount"):
        parse_money("1,234", "EUR", "fr")


NONSENSE = [
    "",
    " ",
    "€",
    "-28",
    "\N{MINUS SIGN}28",
    "+28",
    "28,",
    ",50",
    "28,50,10",
    "2 8",
    "12 34",
]
NONSENSE += ["twenty", "28 €/h", "£28", "28 USD", "€28€", "1e3", "٢٨", "0x1c", "28\n29", "NaN"]
NONSENSE += ["1.234,50", "28.505"]


@pytest.mark.parametrize("typed", NONSENSE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nonsense_is_refused(typed, language):
    with pytest.raises(ValueError, match="no amount"):
        parse_money(typed, "EUR", language)


@pytest.mark.parametrize("typed", ["1000000", "1 000 000,00", "9" * 5000])
def test_a_slip_of_the_hand_is_refused(typed):
    with pytest.raises(ValueError, match="more than"):
        parse_money(typed, "EUR", "fr")


@pytest.mark.parametrize(
    ("typed", "currency"),
    [
        ("28 $", "USD"),
        ("US$28", "USD"),
        ("28 $CA", "CAD"),
        ("CHF 28", "CHF"),
        ("28 Fr.", "CHF"),
        ("£28", "GBP"),
    ],
)
def test_each_currency_is_known_by_its_signs(typed, currency):
    assert parse_money(typed, currency, "fr") == Money(2800, currency)


def test_yen_have_no_decimals():
    assert parse_money("2800", "JPY", "fr") == Money(2800, "JPY")
    with pytest.raises(ValueError, match="no amount"):
        parse_money("28,00", "JPY", "fr")


@pytest.mark.parametrize(
    ("amount", "french", "english"),
    [
        (Money(2800, "EUR"), "28 €", "€28"),
        (Money(2850, "EUR"), "28,50 €", "€28.50"),
        (Money(5, "EUR"), "0,05 €", "€0.05"),
        (Money(0, "EUR"), "0 €", "€0"),
        (Money(-2800, "EUR"), "-28 €", "-€28"),
        (Money(123456789, "EUR"), "1 234 567,89 €", "€1,234,567.89"),
        (Money(123400, "EUR"), "1 234 €", "€1,234"),
        (Money(2800, "JPY"), "2 800 JPY", "¥2,800"),
        (Money(2800, "CHF"), "28 CHF", "CHF28"),
    ],
)
def test_amounts_are_written_as_the_reader_writes_them(amount, french, english):
    assert re.sub(r"\s", " ", money.words(amount, "fr")) == french
    assert money.words(amount, "en") == english


@given(
    st.integers(0, LARGEST),
    st.sampled_from(CURRENCIES),
    st.sampled_from(["fr", "fr_FR", "en", "en_GB"]),
)
def test_what_is_written_is_read_back(minor, currency, locale):
    amount = Money(minor, currency)

    assert parse_money(money.words(amount, locale), currency, locale[:2]) == amount


@given(st.text(max_size=20), st.sampled_from(CURRENCIES), st.sampled_from(LANGUAGES))
def test_any_text_is_an_amount_or_a_refusal(text, currency, language):
    with suppress(ValueError):
        assert 0 <= parse_money(text, currency, language).minor <= LARGEST


@given(st.integers(-(10**12), 10**12), st.integers(-(10**12), 10**12), st.integers(-100, 100))
def test_sums_are_exact(one, other, times):
    assert Money(one, "EUR") + Money(other, "EUR") == Money(one + other, "EUR")
    assert Money(one, "EUR") * times == Money(one * times, "EUR")


def test_euros_and_pounds_are_never_added():
    with pytest.raises(ValueError, match="do not add up"):
        Money(1, "EUR") + Money(1, "GBP")


def test_an_unknown_currency_is_a_mistake():
    with pytest.raises(ValueError, match="EUR"):
        Money(1, "BTC")
