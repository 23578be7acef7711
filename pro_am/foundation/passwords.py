"""Passwords as Argon2id hashes (19 MiB, 2 rounds, 1 lane: OWASP's first choice)."""

import gzip
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_COMMON = Path(__file__).parent / "common_passwords.txt.gz"

NONE_FITS = "!"  # stands for a hash: an account that nobody can sign in to by password

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hashed(password: str) -> str:
    return _hasher.hash(password)


def fits(password: str, password_hash: str | None) -> bool:
    """Whether the password made this hash; without a hash it takes as long, and is False."""
    try:
        if password_hash is None or password_hash == NONE_FITS:
            _hasher.verify(_nobodys_hash(), password)
            return False
        return _hasher.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Whether the hash was made with weaker settings than today's."""
    return _hasher.check_needs_rehash(password_hash)


@cache
def common_passwords() -> frozenset[str]:
    """The most used passwords of eight characters and more, lower case."""
    return frozenset(gzip.decompress(_COMMON.read_bytes()).decode().split("\n"))


@cache
def _nobodys_hash() -> str:
    return _hasher.hash("nobody has this password")
