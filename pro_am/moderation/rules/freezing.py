"""Pure: what is left of a review that is said to come with a threat."""

from collections.abc import Sequence

from pro_am.moderation.rules import Outcome

WHILE_OPEN = 0.25  # of its weight, until somebody has decided
UPHELD = 0.0


def factor_of(outcomes: Sequence[Outcome | None]) -> float:
    """From what became of its reports, None for an open one; a groundless one ends it for good."""
    if Outcome.NOTHING_WRONG in outcomes:
        return 1.0
    if any(outcome is not None for outcome in outcomes):
        return UPHELD
    return WHILE_OPEN if outcomes else 1.0
