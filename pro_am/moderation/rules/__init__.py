"""Pure: what can be reported and why, how urgent that is, and what moderators may decide."""

import enum
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

LONGEST = 2000
UNDO_WITHIN = timedelta(minutes=30)
PAUSE_DAYS = (1, 7, 30)


class Subject(enum.StrEnum):
    """What a report is about."""

    MESSAGE = "message"
    PROFILE = "profile"
    OFFER = "offer"
    REVIEW = "review"


class Reason(enum.StrEnum):
    UNSAFE = "unsafe"
    HARASSMENT = "harassment"
    HATE = "hate"
    SCAM = "scam"
    UNTRUE = "untrue"
    SPAM = "spam"
    EXTORTION = "extortion"
    OTHER = "other"


class Severity(enum.IntEnum):
    ROUTINE = 1
    SERIOUS = 2
    SAFETY = 3


class Outcome(enum.StrEnum):
    NOTHING_WRONG = "nothing_wrong"
    HIDDEN = "hidden"
    WARNED = "warned"
    PAUSED = "paused"
    OFFERS_PAUSED = "offers_paused"


class Deed(enum.StrEnum):
    """What the log of a report is made of."""

    READ = "read"
    DECIDED = "decided"
    UNDONE = "undone"


SUBJECTS = {
    Subject.MESSAGE: mark("message"),
    Subject.PROFILE: mark("profile"),
    Subject.OFFER: mark("offer"),
    Subject.REVIEW: mark("review"),
}
REASONS = {
    Reason.UNSAFE: mark("I felt unsafe, or fear for somebody"),
    Reason.HARASSMENT: mark("Insults, threats or harassment"),
    Reason.HATE: mark("Contempt for people because of what they are"),
    Reason.SCAM: mark("A scam, or money asked for outside this site"),
    Reason.UNTRUE: mark("It is not true"),
    Reason.SPAM: mark("Advertising, or it does not belong here"),
    Reason.EXTORTION: mark("A threat: a bad review unless I pay or give something"),
    Reason.OTHER: mark("Something else"),
}
SEVERITIES = {
    Severity.SAFETY: mark("safety"),
    Severity.SERIOUS: mark("serious"),
    Severity.ROUTINE: mark("routine"),
}
OUTCOMES = {
    Outcome.NOTHING_WRONG: mark("Nothing is wrong with it"),
    Outcome.HIDDEN: mark("It is hidden"),
    Outcome.WARNED: mark("Its author is warned"),
    Outcome.PAUSED: mark("Its author cannot write for some days"),
    Outcome.OFFERS_PAUSED: mark("Its author’s offers are paused"),
}
_SEVERITY = {
    Reason.UNSAFE: Severity.SAFETY,
    Reason.HARASSMENT: Severity.SERIOUS,
    Reason.HATE: Severity.SERIOUS,
    Reason.SCAM: Severity.SERIOUS,
    Reason.EXTORTION: Severity.SERIOUS,
}


class OwnThing(Refusal):
    message = mark("This is your own: you can change it yourself.")


class NotThreatened(Refusal):
    message = mark("Only the person whom a review is about can say that it came with a threat.")
    field = "reason"


class Yourself(Refusal):
    message = mark("Nobody can block themselves.")


class NotYours(Refusal):
    message = mark("This report is by you or about you: another moderator decides it.")


class AlreadyDecided(Refusal):
    message = mark("Another moderator has decided this in the meantime.")


class TooLateToUndo(Refusal):
    message = mark("The half hour is over: both people have had their letters.")


class BothLanguages(Refusal):
    message = mark("Write your words in both languages: each person reads their own.")
    field = "words_en"


class WritingPaused(Refusal):
    message = mark(
        "A moderator has paused your writing for some days. Your page of reports says why."
    )


class CannotBeWrittenTo(Refusal):
    """The same words whatever the reason: a block does not show itself."""

    message = mark("%(name)s cannot be written to at the moment.")


def severity_of(reason: Reason) -> Severity:
    return _SEVERITY.get(reason, Severity.ROUTINE)


def check_report(
    *, reporter_id: int, owner_id: int, reason: Reason, concerns_id: int | None
) -> None:
    """`concerns_id` is whom a review is about: they alone can have been threatened with it."""
    if reporter_id == owner_id:
        raise OwnThing
    if reason is Reason.EXTORTION and concerns_id not in (None, reporter_id):
        raise NotThreatened


def check_decision(
    *, moderator_id: int, parties: tuple[int, int], is_decided: bool, words: tuple[str, str]
) -> None:
    """Raise unless this moderator may decide now; `words` are French and English."""
    if moderator_id in parties:
        raise NotYours
    if is_decided:
        raise AlreadyDecided
    if bool(words[0].strip()) != bool(words[1].strip()):
        raise BothLanguages


def may_undo(decided_at: datetime | None, now: datetime) -> bool:
    return decided_at is not None and now < decided_at + UNDO_WITHIN
