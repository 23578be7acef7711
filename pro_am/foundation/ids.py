"""Ids and secrets that nobody can guess, and readable slugs."""

import hashlib
import re
import secrets
import unicodedata

_READABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that is misread: no 0 O 1 I L U


def public_id() -> str:
    """96 random bits for URLs, letters and digits only."""
    return secrets.token_hex(12)


def reference(length: int = 8) -> str:
    """A reference people can read out on the telephone."""
    return "".join(secrets.choice(_READABLE) for _ in range(length))


def digits(count: int) -> str:
    """A short code to read out face to face; whoever checks it counts the tries."""
    return "".join(secrets.choice("0123456789") for _ in range(count))


def secret() -> str:
    """256 random bits, safe in a URL. Store only `fingerprint(secret)`."""
    return secrets.token_urlsafe(32)


def fingerprint(secret: str) -> str:
    """SHA-256 in hexadecimal: enough for secrets of 256 random bits, never for passwords."""
    return hashlib.sha256(secret.encode()).hexdigest()


def slug(text: str, *, longest: int = 60) -> str:
    """`Léa Moreau` becomes `lea-moreau`; may be empty when nothing readable remains."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].strip("-")
