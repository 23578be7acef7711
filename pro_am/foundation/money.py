"""Amounts of money: whole minor units (cents) with their currency, never floating point."""

import re
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale
from babel.numbers import format_currency, get_currency_precision

LARGEST = 99_999_999  # minor units that a person may type; beyond, a slip of the hand
LONGEST = 30  # digits, leading zeros included

SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"  # how the Swiss part thousands
BETWEEN_THOUSANDS = {"fr": SPACES + APOSTROPHES, "en": SPACES + APOSTROPHES + ","}
SIGNS = {
    "EUR": ("EUR", "€"),
    "GBP": ("GBP", "£GB", "£"),
    "USD": ("USD", "US$", "$US", "$"),
    "CHF": ("CHF", "Fr.", "Fr"),
    "CAD": ("CAD", "CA$", "$CA", "$"),
    "JPY": ("JPY", "JP¥", "¥"),
}
CURRENCIES = tuple(SIGNS)


@dataclass(frozen=True, slots=True)
class Money:
    minor: int
    currency: str

    def __post_init__(self) -> None:
        if self.currency not in CURRENCIES:
            raise ValueError(f"{self.currency!r} is none of {', '.join(CURRENCIES)}.")

    def __add__(self, other: "Money") -> "Money":
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up.")
        return Money(self.minor + other.minor, self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(self.minor * times, self.currency)

    @property
    def units(self) -> Decimal:
        """Euros rather than cents; exact."""
        return Decimal(self.minor).scaleb(-get_currency_precision(self.currency))


def words(amount: Money, locale: Locale | str) -> str:
    """`28 €`, `28,50 €`, `€28`: as the reader writes it, whole units without decimals."""
    locale = Locale.parse(locale)
    if amount.units != amount.units.to_integral_value():
        return format_currency(amount.units, amount.currency, locale=locale)
    pattern = locale.currency_formats["standard"].pattern.replace("0.00", "0")
    return format_currency(
        amount.units, amount.currency, pattern, locale=locale, currency_digits=False
    )


def parse_money(text: str, currency: str, language: str) -> Money:
    """Read `28`, `28,50`, `28.50 €`, `1 234,50`; in English also `1,234.50`.

    Comma and point both part the decimals, whatever the language: people type what their keyboard
    has. Raise `ValueError` for anything else: a minus, other words, another currency's sign, more
    decimals than the currency has, more than `LARGEST`.
    """
    decimals = get_currency_precision(currency)
    thousands = rf"[0-9]{{1,3}}(?:[{BETWEEN_THOUSANDS[language]}][0-9]{{3}})+"
    part = rf"(?:[.,]([0-9]{{1,{decimals}}}))?" if decimals else "()"
    found = re.fullmatch(f"({thousands}|[0-9]+){part}", _without_sign(text, currency))
    if not found:
        raise ValueError("This is no amount of money.")
    whole, cents = re.sub("[^0-9]", "", found[1]), (found[2] or "").ljust(decimals, "0")
    if len(whole + cents) > LONGEST or int(whole + cents) > LARGEST:
        raise ValueError("This is more than anybody pays here.")
    return Money(int(whole + cents), currency)


def _without_sign(text: str, currency: str) -> str:
    """Take the currency's sign off the end where people write it, before or after."""
    text = text.strip()
    for sign in SIGNS[currency]:  # the longer first: `$` also begins `$US`
        for rest in (text.removeprefix(sign), text.removesuffix(sign)):
            if rest != text:
                return rest.strip()
    return text
