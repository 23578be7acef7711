"""Pure: what two voices about a case amount to."""

from collections import Counter
from collections.abc import Sequence

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

ENOUGH = 2  # who say the same


class OwnCase(Refusal):
    message = mark("This case concerns you: others decide it.")


class SpokenAlready(Refusal):
    message = mark("You have said what you think: a second person who took no part decides.")


def check_voice(*, by_id: int, parties: frozenset[int], votes_by: Sequence[int]) -> None:
    if by_id in parties:
        raise OwnCase
    if by_id in votes_by:
        raise SpokenAlready


def agreed(outcomes: Sequence[str], *, is_alone: bool) -> str | None:
    """The outcome on which two agree; the last one, where the operator is alone."""
    if is_alone:
        return outcomes[-1]
    counted = Counter(outcomes)
    return next((outcome for outcome, count in counted.items() if count >= ENOUGH), None)
