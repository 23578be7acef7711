"""Pure: who hears an appeal, when it is decided, and what its two stewards must agree on."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.moderation.rules.restrictions import FEWEST_STEWARDS, Ending

APPEAL_WITHIN = timedelta(days=184)  # no six months are longer: Regulation (EU) 2022/2065, art. 20
ANSWERED_WITHIN = timedelta(days=7)
PANEL = 2  # stewards who agree


class Answer(enum.StrEnum):
    UPHELD = "upheld"
    OVERTURNED = "overturned"


class Panel(enum.StrEnum):
    """Who hears it."""

    STEWARDS = "stewards"
    OPERATOR = "operator"


ANSWERS = {
    Answer.UPHELD: mark("The decision stands"),
    Answer.OVERTURNED: mark("The decision is overturned"),
}


class SayWhy(Refusal):
    message = mark("Say in your own words what is wrong with it.")
    field = "words"


class AlreadyContested(Refusal):
    message = mark("You have contested this already; each decision can be contested once.")


class TooLateToContest(Refusal):
    message = mark("A decision can be contested for six months; this one is older.")


class NothingToContest(Refusal):
    message = mark("This is no longer in force: there is nothing left to contest.")


class AlreadyAnswered(Refusal):
    message = mark("This appeal is answered already.")


class AlreadySpoken(Refusal):
    message = mark("You have decided about this appeal already.")


class TookPart(Refusal):
    message = mark("You took part in this decision: appeals are heard by people who did not.")


class NotYourTurn(Refusal):
    message = mark("Two stewards hear this first; you decide if they differ.")


class ForTheOperator(Refusal):
    message = mark("There are too few stewards who took no part: the operator decides this.")


def check_appeal(
    words: str,
    *,
    is_contested: bool,
    told_at: datetime | None,
    ending: Ending | None,
    now: datetime,
) -> None:
    if is_contested:
        raise AlreadyContested
    if told_at is None or ending is not None:
        raise NothingToContest
    if now >= told_at + APPEAL_WITHIN:
        raise TooLateToContest
    if not words.strip():
        raise SayWhy


def panel_for(*, stewards: int, uninvolved: int) -> Panel:
    """Two stewards who took no part; the operator, where there are too few of them."""
    if stewards < FEWEST_STEWARDS or uninvolved < PANEL:
        return Panel.OPERATOR
    return Panel.STEWARDS


def answer_after(votes: Sequence[Answer], panel: Panel) -> Answer | None:
    """What the votes so far amount to; None: somebody else has to speak."""
    if panel is Panel.OPERATOR:
        return votes[-1] if votes else None
    for answer in Answer:
        if sum(vote is answer for vote in votes) >= PANEL:
            return answer
    return None


@dataclass(frozen=True)
class Speaker:
    """Somebody who would decide about an appeal."""

    id: int
    is_steward: bool
    is_operator: bool
    is_only_operator: bool = False


def check_vote(
    speaker: Speaker,
    *,
    panel: Panel,
    votes_by: Sequence[int],
    involved: frozenset[int],
    is_answered: bool,
) -> None:
    """Raise unless this person may speak now.

    Where the operator decides and there is only one, they may even if they took part: the page
    says so, and nobody else could answer.
    """
    if is_answered:
        raise AlreadyAnswered
    if speaker.id in votes_by:
        raise AlreadySpoken
    if panel is Panel.OPERATOR:
        if not speaker.is_operator:
            raise ForTheOperator
        if speaker.id in involved and not speaker.is_only_operator:
            raise TookPart
        return
    if speaker.id in involved:
        raise TookPart
    is_third = speaker.is_operator and len(votes_by) >= PANEL
    if not speaker.is_steward and not is_third:
        raise NotYourTurn


def why_not(
    speaker: Speaker,
    *,
    panel: Panel,
    votes_by: Sequence[int],
    involved: frozenset[int],
    is_answered: bool,
) -> Refusal | None:
    """The same as a refusal to show, before somebody writes in vain."""
    try:
        check_vote(
            speaker,
            panel=panel,
            votes_by=votes_by,
            involved=involved,
            is_answered=is_answered,
        )
    except Refusal as refusal:
        return refusal
    return None
