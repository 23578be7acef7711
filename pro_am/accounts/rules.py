"""Pure: what a password may be, what a sign-up needs, how often one may try."""

import enum
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

PASSWORD_SHORTEST = 8
PASSWORD_LONGEST = 128
SESSION_IDLE = timedelta(days=14)
SESSION_LONGEST = timedelta(days=90)
SEEN_EVERY = timedelta(minutes=5)
CONFIRM_WITHIN = timedelta(days=7)
RESET_WITHIN = timedelta(minutes=60)


class Role(enum.StrEnum):
    STEWARD = "steward"
    MODERATOR = "moderator"
    ADMIN = "admin"


class Purpose(enum.StrEnum):
    """What a token in a letter is good for; a token for one purpose opens nothing else."""

    CONFIRM_EMAIL = "confirm_email"
    RESET_PASSWORD = "reset_password"  # noqa: S105 - the name of a purpose


class WeakPassword(Refusal):
    message = mark("This password is easy to guess. A few words in a row make a better one.")
    field = "password"


class PasswordTooShort(Refusal):
    message = mark("A password has at least %(shortest)s characters.")
    field = "password"


class WrongSignIn(Refusal):
    message = mark(
        "This e-mail address and password do not go together."
        " Check both, or ask for a new password."
    )
    field = "password"


class EmailNotConfirmed(Refusal):
    message = mark(
        "Please confirm your e-mail address first: we have just sent you the link again."
    )
    field = "email"


class TooManyTries(Refusal):
    message = mark(
        "That was many tries in a short time. Please wait %(minutes)s minutes and try again."
    )


class OtherPassword(Refusal):
    message = mark(
        "This is not the password that was chosen when the account was asked for. "
        "If it was not you who asked, create an account yourself."
    )
    field = "password"


class NameIsAnAddress(Refusal):
    message = mark("Write a name, not an address.")
    field = "name"


class LinkNoLongerWorks(Refusal):
    message = mark(
        "This link no longer works: it was used, replaced by a newer one, or is too old."
    )


class ReservedName(Refusal):
    message = mark("This name could be taken for the team of this site. Please choose another.")
    field = "name"


@dataclass(frozen=True)
class Throttle:
    """At most `most` tries within `within`."""

    name: str
    most: int
    within: timedelta


SIGN_IN_PER_ACCOUNT = Throttle("sign-in account", 10, timedelta(minutes=5))
SIGN_IN_PER_PLACE = Throttle("sign-in place", 10, timedelta(minutes=5))
SIGN_UP_PER_PLACE = Throttle("sign-up place", 20, timedelta(hours=1))
RESET_PER_ACCOUNT = Throttle("reset account", 5, timedelta(days=1))
RESET_PER_PLACE = Throttle("reset place", 20, timedelta(hours=1))
CONFIRM_PER_LINK = Throttle("confirm link", 10, timedelta(minutes=5))
CONFIRM_PER_ACCOUNT = Throttle("confirm account", 5, timedelta(days=1))


def check_password(password: str, *, about: Collection[str], common: Collection[str]) -> None:
    """Refuse a password that is short, well known, or made of the name, e-mail or site."""
    if len(password) < PASSWORD_SHORTEST:
        raise PasswordTooShort(shortest=PASSWORD_SHORTEST)
    plain = _plain(password)
    if password.lower() in common or plain in common or len(set(password)) < 4:
        raise WeakPassword
    for word in about:
        for part in {_plain(word), *(_plain(part) for part in re.split(r"[@.\s_-]+", word))}:
            if len(part) >= 4 and part in plain and len(plain) - len(part) < 4:
                raise WeakPassword


RESERVED_NAMES = frozenset(
    {"admin", "administrateur", "administrator", "moderateur", "moderator", "support", "equipe",
     "team", "staff", "steward", "operateur", "operator", "proam", "securite", "security"}
)  # fmt: skip


def check_name(name: str) -> None:
    """Refuse names that pass for the site's own people, or that a letter would make a link of."""
    letters = _plain(name).translate(_LOOKALIKES)
    for word in RESERVED_NAMES:
        if letters in (word, word + "s", f"{word}proam", f"proam{word}"):
            raise ReservedName
    if any(part in name.casefold() for part in ("://", "www.", "@")):
        raise NameIsAnAddress


def is_over(throttle: Throttle, tries: int) -> bool:
    return tries >= throttle.most


def session_is_alive(created_at: datetime, seen_at: datetime, now: datetime) -> bool:
    return now - created_at < SESSION_LONGEST and now - seen_at < SESSION_IDLE


_LOOKALIKES = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s",
     # Cyrillic and Greek letters that look Latin
     "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "т": "t", "м": "m", "і": "i", "ѕ": "s",  # noqa: RUF001
     "α": "a", "ο": "o", "ρ": "p", "ν": "v", "ι": "i"}  # noqa: RUF001
)  # fmt: skip


def _plain(text: str) -> str:
    """Letters and digits only, lower case, without accents."""
    split = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in split if character.isalnum() or character in "@$")
