"""What a password may be."""

import re
from collections.abc import Collection

from pro_am.accounts.rules.letters import plain
from pro_am.accounts.rules.refusals import PasswordTooShort, WeakPassword

PASSWORD_SHORTEST = 8
PASSWORD_LONGEST = 128


def check_password(password: str, *, about: Collection[str], common: Collection[str]) -> None:
    """Refuse a password that is short, well known, or made of the name, e-mail or site."""
    if len(password) < PASSWORD_SHORTEST:
        raise PasswordTooShort(shortest=PASSWORD_SHORTEST)
    letters = plain(password)
    if password.lower() in common or letters in common or len(set(password)) < 4:
        raise WeakPassword
    for word in about:
        for part in {plain(word), *(plain(part) for part in re.split(r"[@.\s_-]+", word))}:
            if len(part) >= 4 and part in letters and len(letters) - len(part) < 4:
                raise WeakPassword
