"""Pure: what a community may take from somebody, by which rule, and how long each step may take."""

import enum
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.moderation.rules import Outcome, Reason

LONGEST_WORDS = 1000
LOOKED_AT_WITHIN = timedelta(hours=48)  # by a person, when a rule has paused somebody's offers
SAFETY_WITHIN = timedelta(hours=24)  # until a person has read a report about safety
FEWEST_STEWARDS = 3  # with fewer of them the operator decides alone, and the page says so


class Kind(enum.StrEnum):
    HIDDEN = "hidden"
    WARNING = "warning"
    WRITING_PAUSE = "writing_pause"
    OFFERS_PAUSE = "offers_pause"
    PROFILE_WITHDRAWN = "profile_withdrawn"
    SUSPENSION = "suspension"  # by the operator, for a time
    EXCLUSION = "exclusion"  # by two people
    REVIEW_VOIDED = "review_voided"
    VOUCH_VOIDED = "vouch_voided"


class Rule(enum.StrEnum):
    """What was not kept; those that can be reported have the name of the reason."""

    UNSAFE = "unsafe"
    HARASSMENT = "harassment"
    HATE = "hate"
    SCAM = "scam"
    UNTRUE = "untrue"
    SPAM = "spam"
    EXTORTION = "extortion"
    OTHER = "other"
    BAD_REVIEWS = "bad_reviews"
    MADE_UP = "made_up"


class Role(enum.StrEnum):
    """Who decided, as everybody may know it."""

    RULE = "rule"
    STEWARD = "steward"
    MODERATOR = "moderator"
    OPERATOR = "operator"
    MEMBER = "member"


class Ending(enum.StrEnum):
    LIFTED = "lifted"
    OVERTURNED = "overturned"
    REFUSED = "refused"  # the second person did not agree, so it never began


KINDS = {
    Kind.HIDDEN: mark("Something you wrote is hidden"),
    Kind.WARNING: mark("You are warned"),
    Kind.WRITING_PAUSE: mark("You cannot write for some days"),
    Kind.OFFERS_PAUSE: mark("Your offers are paused"),
    Kind.PROFILE_WITHDRAWN: mark("Your profile is not shown"),
    Kind.SUSPENSION: mark("Your account is suspended"),
    Kind.EXCLUSION: mark("Your account is closed by the community"),
    Kind.REVIEW_VOIDED: mark("A review of yours does not count"),
    Kind.VOUCH_VOIDED: mark("A recommendation of yours does not count"),
}
# The same for others, who do not learn whose it was.
KINDS_OF_OTHERS = {
    Kind.HIDDEN: mark("Content hidden"),
    Kind.WARNING: mark("Warning"),
    Kind.WRITING_PAUSE: mark("Pause of writing"),
    Kind.OFFERS_PAUSE: mark("Pause of offers"),
    Kind.PROFILE_WITHDRAWN: mark("Profile withdrawn"),
    Kind.SUSPENSION: mark("Account suspended"),
    Kind.EXCLUSION: mark("Account closed by the community"),
    Kind.REVIEW_VOIDED: mark("Review not counted"),
    Kind.VOUCH_VOIDED: mark("Recommendation not counted"),
}
RULES = {
    Rule.UNSAFE: mark("Nobody makes others fear for their safety."),
    Rule.HARASSMENT: mark("Nobody is insulted, threatened or harassed."),
    Rule.HATE: mark("Nobody is despised for what they are."),
    Rule.SCAM: mark("Nobody cheats, or asks for money outside this site."),
    Rule.UNTRUE: mark("What is said of people and offers is true."),
    Rule.SPAM: mark("What is written here belongs here, and advertises nothing else."),
    Rule.EXTORTION: mark("Nobody asks for a review, or writes one, by threat or for money."),
    Rule.OTHER: mark("Everybody keeps the rules of this community."),
    Rule.BAD_REVIEWS: mark(
        "When three of the last five credible reviews are bad, offers wait until a person has "
        "looked."
    ),
    Rule.MADE_UP: mark("Reviews and recommendations come from what people lived themselves."),
}
ROLES = {
    Role.RULE: mark("a rule of the program, without a person so far"),
    Role.STEWARD: mark("a steward of this community"),
    Role.MODERATOR: mark("a moderator of this community"),
    Role.OPERATOR: mark("the operator of this community"),
    Role.MEMBER: mark("the member whom it concerns"),
}
ENDINGS = {
    Ending.LIFTED: mark("ended"),
    Ending.OVERTURNED: mark("overturned"),
    Ending.REFUSED: mark("not confirmed"),
}
OF_OUTCOMES = {
    Outcome.HIDDEN: Kind.HIDDEN,
    Outcome.WARNED: Kind.WARNING,
    Outcome.PAUSED: Kind.WRITING_PAUSE,
    Outcome.OFFERS_PAUSED: Kind.OFFERS_PAUSE,
}


class WordsNeeded(Refusal):
    message = mark("Say which facts you go by, in both languages: the person reads their own.")
    field = "words_fr"


class OwnDecision(Refusal):
    message = mark("You are part of this: somebody else decides it.")


class SecondNeeded(Refusal):
    message = mark("You proposed this yourself: a second person who took no part confirms it.")


class NotWaiting(Refusal):
    message = mark("This is decided already.")


class AlreadyRestricted(Refusal):
    message = mark("This is in force already.")


class OffersPaused(Refusal):
    """Of an offer whose owner may not open it at the moment."""

    message = mark("Your offers are paused. The page that says why is in your reports.")


def rule_of(reason: Reason) -> Rule:
    return Rule(reason.value)


def check_words(words: tuple[str, str]) -> tuple[str, str]:
    """French and English, both there; without the blanks around them."""
    french, english = (each.strip() for each in words)
    if not french or not english:
        raise WordsNeeded
    return french, english


def check_imposer(*, by_id: int, involved: frozenset[int]) -> None:
    if by_id in involved:
        raise OwnDecision


def may_decide_alone(*, is_operator: bool, stewards: int) -> bool:
    """Exclusions take two people; where stewards are few, the operator's word is enough."""
    return is_operator and stewards < FEWEST_STEWARDS


def check_second(*, by_id: int, first_id: int | None, involved: frozenset[int]) -> None:
    if by_id == first_id:
        raise SecondNeeded
    check_imposer(by_id=by_id, involved=involved)


def is_in_force(
    *,
    began_at: datetime | None,
    until: datetime | None,
    ended_at: datetime | None,
    now: datetime,
) -> bool:
    return began_at is not None and ended_at is None and (until is None or now < until)
