import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.foundation import ids


def test_ids_and_secrets_do_not_come_twice():
    for make in (ids.public_id, ids.reference, ids.secret):
        assert len({make() for _ in range(1000)}) == 1000


def test_they_are_safe_in_an_address_and_long_enough():
    assert re.fullmatch(r"[0-9a-f]{24}", ids.public_id())  # 96 bits
    assert re.fullmatch(r"[\w-]{43}", ids.secret())  # 256 bits


def test_a_reference_holds_nothing_that_is_misread():
    assert not set("".join(ids.reference() for _ in range(500))) & set("0O1ILU")


def test_a_fingerprint_tells_secrets_apart_and_gives_none_away():
    secret = ids.secret()

    assert ids.fingerprint(secret) == ids.fingerprint(secret) != ids.fingerprint(secret + "x")
    assert secret not in ids.fingerprint(secret)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Léa Moreau", "lea-moreau"),
        ("  Jean-Paul  L'Œuf ", "jean-paul-l-uf"),
        ("Zoë & Max", "zoe-max"),
        ("李小龙", ""),
        ("a" * 70, "a" * 60),
        ("a" * 59 + " bc", "a" * 59),
    ],
)
def test_a_slug_reads_like_the_name(text, slug):
    assert ids.slug(text) == slug


@given(st.text(max_size=200))
def test_a_slug_is_always_safe_in_an_address(text):
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", ids.slug(text))
    assert len(ids.slug(text)) <= 60
