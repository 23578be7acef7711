"""Pure: what becomes a case for moderators, who answers, and what a decision needs."""

import enum

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

LONGEST_ANSWER = 2000


class CaseKind(enum.StrEnum):
    DID_NOT_HAPPEN = "did_not_happen"
    MISMATCH = "mismatch"


class CaseOutcome(enum.StrEnum):
    UPHELD = "upheld"  # whoever objects is right: nothing took place, or it does not match
    DISMISSED = "dismissed"
    AGREED = "agreed"  # both say that nothing took place: nobody need decide
    TAKEN_BACK = "taken_back"


CASE_KINDS = {
    CaseKind.DID_NOT_HAPPEN: mark("One says that the booking did not take place"),
    CaseKind.MISMATCH: mark("Members say that a review does not match"),
}
STANDS = (CaseOutcome.UPHELD, CaseOutcome.AGREED)


class SayWhy(Refusal):
    message = mark("Please say in a few words what happened instead.")
    field = "text"


class AlreadySettled(Refusal):
    message = mark("This is settled already.")


class AlreadyAnswered(Refusal):
    message = mark("You have told your side already; the moderators read it.")


class NotForYou(Refusal):
    message = mark("Only the other side can answer this.")


class NotYours(Refusal):
    message = mark("Nobody decides about a review by them, about them, or that they spoke about.")


class BothLanguages(Refusal):
    message = mark("Both people read your reason: please write it in both languages.")
    field = "words_fr"


def check_answer(*, is_theirs: bool, is_settled: bool, is_answered: bool, words: str) -> None:
    if not is_theirs:
        raise NotForYou
    if is_settled:
        raise AlreadySettled
    if is_answered:
        raise AlreadyAnswered
    if not words.strip():
        raise SayWhy


def check_decision(*, is_party: bool, is_settled: bool, words: tuple[str, str]) -> None:
    """Whether this moderator may settle it now; `words` are French and English."""
    if is_party:
        raise NotYours
    if is_settled:
        raise AlreadySettled
    if not all(word.strip() for word in words):
        raise BothLanguages
