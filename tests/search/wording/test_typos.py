"""Words are found again when they are mistyped a little, and only then."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.search.rules.wording.typos import (
    TypoDictionary,
    mistakes_allowed,
    mistakes_between,
)

LETTERS = "abcde"


def brute_force(a, b):
    """Optimal string alignment, as it is written in the books."""
    table = {(n, 0): n for n in range(len(a) + 1)} | {(0, m): m for m in range(len(b) + 1)}
    for n in range(1, len(a) + 1):
        for m in range(1, len(b) + 1):
            ways = [
                table[n - 1, m] + 1,
                table[n, m - 1] + 1,
                table[n - 1, m - 1] + (a[n - 1] != b[m - 1]),
            ]
            if n > 1 and m > 1 and a[n - 1] == b[m - 2] and a[n - 2] == b[m - 1]:
                ways.append(table[n - 2, m - 2] + 1)
            table[n, m] = min(ways)
    return table[len(a), len(b)]


@pytest.mark.parametrize(
    ("typed", "word", "mistakes"),
    [
        ("gateua", "gateau", 1),
        ("gateu", "gateau", 1),
        ("gateaux", "gateau", 1),
        ("bateau", "gateau", 1),
        ("gateau", "gateau", 0),
        ("ratatuoile", "ratatouille", 2),
        ("ca", "abc", 3),  # a swap is not edited again
        ("", "ab", 2),
    ],
)
def test_a_mistake_is_a_letter_or_a_swap(typed, word, mistakes):
    assert mistakes_between(typed, word, 3) == mistakes
    assert mistakes_between(typed, word, mistakes - 1) is None


@pytest.mark.parametrize(("letters", "allowed"), [(0, 0), (4, 0), (5, 1), (8, 1), (9, 2), (40, 2)])
def test_longer_words_bear_more_mistakes(letters, allowed):
    assert mistakes_allowed(letters) == allowed


@given(st.text(LETTERS, max_size=9), st.text(LETTERS, max_size=9), st.integers(0, 3))
@settings(max_examples=100)
def test_mistakes_are_counted_as_in_the_books(typed, word, most):
    true = brute_force(typed, word)
    assert mistakes_between(typed, word, most) == (true if true <= most else None)


@given(
    st.lists(st.text(LETTERS, min_size=3, max_size=12), max_size=30, unique=True),
    st.text(LETTERS, min_size=4, max_size=12),
)
@settings(max_examples=100)
def test_no_close_word_is_missed(words, typed):
    near = TypoDictionary.of(words).near(typed)

    allowed = mistakes_allowed(len(typed))
    close = [n for n, word in enumerate(words) if 0 < brute_force(typed, word) <= allowed]
    assert set(close) <= set(near)


@given(
    st.text(LETTERS, min_size=9, max_size=20),
    st.integers(0, 19),
    st.integers(0, 19),
    st.sampled_from(LETTERS),
)
@settings(max_examples=100)
def test_two_mistakes_in_a_long_word_are_borne_wherever_they_are(word, first, second, letter):
    typed = word[: first % len(word)] + letter + word[first % len(word) :]
    typed = typed[: second % len(typed)] + typed[second % len(typed) + 1 :]
    if len(typed) >= 9 and brute_force(typed, word) <= 2:
        assert TypoDictionary.of([word]).near(typed) == [0]


def test_nothing_is_near_a_short_word():
    assert TypoDictionary.of(["pain", "pains"]).near("pian") == []
    assert TypoDictionary.of([]).near("gateau") == []
