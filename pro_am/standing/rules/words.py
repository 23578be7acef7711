"""A score in words; there is no low word for those of whom little is known."""

from typing import Final

from pro_am.foundation.words import mark

UNPROVEN: Final = mark("trust being built")
FROM: Final = {
    85: mark("very solid trust"),
    70: mark("solid trust"),
    50: mark("growing trust"),
    0: mark("mixed reviews"),
}


def trust_words(score: float | None) -> str:
    """A marked sentence; None is unproven."""
    if score is None:
        return UNPROVEN
    return next(words for least, words in FROM.items() if score >= least)
