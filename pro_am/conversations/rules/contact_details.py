"""Pure: telephone numbers, bank accounts and the like in what people write to each other.

Before a booking is confirmed, whoever is asked for them is often being led away from the site. So
they are not refused but pointed out. Dates, prices, postcodes and quantities must pass unnoticed:
a warning that cries wolf is read by nobody.
"""

import enum
import re
import unicodedata

from pro_am.conversations.rules.spoken_numbers import with_digits
from pro_am.foundation.words import mark


class Contact(enum.StrEnum):
    PHONE = "phone"
    EMAIL = "email"
    IBAN = "iban"
    PAYMENT = "payment"
    MESSENGER = "messenger"


CONTACTS = {
    Contact.PHONE: mark("a telephone number"),
    Contact.EMAIL: mark("an e-mail address"),
    Contact.IBAN: mark("a bank account"),
    Contact.PAYMENT: mark("a link to pay"),
    Contact.MESSENGER: mark("a link to another messenger"),
}

# Lengths by country: the IBAN registry (SWIFT, ISO 13616), where people here have accounts.
IBAN_LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18,
    "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28,
    "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MA": 28, "MC": 27,
    "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24,
    "SM": 27, "TN": 24, "TR": 26,
}  # fmt: skip
_IBAN = re.compile(r"\b([a-z]{2})[ .\-]?(\d{2})((?:[ .\-]?[a-z0-9]){11,40})")

_SEPARATOR = r" ?[ .\-/_·•]? ?"
_NATIONAL = re.compile(rf"(?<![\d+])0(?:{_SEPARATOR}\d){{9,10}}(?!{_SEPARATOR}\d)")
_INTERNATIONAL = re.compile(
    rf"(?<![\d+])(?:\+|00) ?[1-9](?:{_SEPARATOR}(?:\(0\))?{_SEPARATOR}\d){{7,13}}(?!\d)"
)
_AMERICAN = re.compile(r"(?<!\d)(?:\(\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}([-.])\d{3}\1\d{4})(?!\d)")
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}([/.\-])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)"
)
_LETTER_FOR_ZERO = re.compile(r"(?<![a-z0-9])o(?=[ .\-]?[1-9](?:[ .\-]?\d){8}(?!\d))")

_PROVIDERS = (
    "gmail|googlemail|hotmail|outlook|live|yahoo|ymail|orange|wanadoo|free|sfr|laposte|icloud|"
    "proton|protonmail|gmx|bbox|numericable|aol"
)
_EMAIL = re.compile(r"[\w.+\-]+ ?@ ?[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,}")
_SPOKEN_EMAIL = re.compile(
    rf"[\w.+\-]+ ?(?:[(\[{{] ?(?:at|arobase|a) ?[)\]}}]|\barobase\b|\bat\b) ?(?:{_PROVIDERS})"
    r"(?:\.| ?(?:point|dot|[(\[](?:point|dot)[)\]]) ?)[a-z]{2,3}\b"
)
_PAYMENT = re.compile(
    r"\b(?:paypal\.(?:me|com)|(?:pay\.)?lydia(?:-app)?\.(?:me|com)|revolut\.me|monzo\.me|"
    r"venmo\.com|cash\.app|(?:buy|checkout|pay|donate)\.(?:stripe|sumup)\.com|wise\.com/pay|"
    r"leetchi\.com|lepotcommun\.fr|pot\.lydia|bunq\.me|tikkie\.me|(?:www\.)?wero\.(?:me|eu))\b"
)
_MESSENGER = re.compile(r"\b(?:wa\.me|t\.me|m\.me|signal\.me|chat\.whatsapp\.com)/\S")

_POSTCODES = [5, 5]  # the digits of two of them in a row, which begin with a zero in ten counties


def contacts_in(text: str) -> frozenset[Contact]:
    """The kinds of contact details that a message holds."""
    plain = _plain(text)
    numbers = _LETTER_FOR_ZERO.sub("0", with_digits(_DATE.sub(" – ", plain)))
    found = {
        Contact.PHONE: _has_phone(numbers),
        Contact.EMAIL: bool(_EMAIL.search(plain) or _SPOKEN_EMAIL.search(plain)),
        Contact.IBAN: _has_iban(plain),
        Contact.PAYMENT: bool(_PAYMENT.search(plain)),
        Contact.MESSENGER: bool(_MESSENGER.search(plain)),
    }
    return frozenset(kind for kind, is_there in found.items() if is_there)


def is_iban(text: str) -> bool:
    """Length and check digits (ISO 7064, mod 97-10) of an account without its spaces."""
    known = text.upper()
    if len(known) != IBAN_LENGTHS.get(known[:2]):
        return False
    digits = "".join(str(int(character, 36)) for character in known[4:] + known[:4])
    return int(digits) % 97 == 1


def _plain(text: str) -> str:
    """Lower case, with plain digits: bold, wide and boxed ones too; marks and odd spaces go."""
    characters = []
    for character in unicodedata.normalize("NFKC", text):
        digit = unicodedata.digit(character, None)
        if digit is not None:
            characters.append(str(digit))
        elif unicodedata.category(character) not in ("Me", "Mn", "Cf"):
            characters.append(character)
    return re.sub(r"[^\S\n]+", " ", "".join(characters)).lower()


def _has_phone(text: str) -> bool:
    if any(_is_national(found[0]) for found in _NATIONAL.finditer(text)):
        return True
    return bool(_INTERNATIONAL.search(text) or _AMERICAN.search(text))


def _is_national(found: str) -> bool:
    """Ten digits in France and around it, eleven for British mobiles; written in one hand."""
    digits = re.sub(r"\D", "", found)
    if digits[1] == "0" or (len(digits) == 11 and not digits.startswith("07")):
        return False
    if [len(group) for group in re.findall(r"\d+", found)] == _POSTCODES:
        return False
    return len({mark for mark in re.findall(r"[.\-/_·•]", found)}) <= 1 and not (
        re.search(r"[.\-/_·•]", found) and re.search(r"\d \d", found)
    )


def _has_iban(text: str) -> bool:
    for found in _IBAN.finditer(text):
        characters = re.sub(r"[ .\-]", "", found[0])
        if is_iban(characters[: IBAN_LENGTHS.get(found[1].upper(), 0)]):
            return True
    return False
