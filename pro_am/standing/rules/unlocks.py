"""What each level unlocks, in one table, and what is still missing for the next level."""

import enum
from dataclasses import dataclass
from datetime import datetime

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark
from pro_am.standing.rules import constants as c
from pro_am.standing.rules.levels import Level, LevelFacts, level_after_grace, level_earned


class Right(enum.StrEnum):
    BOOK = "book"
    REVIEW = "review"
    ONE_OFFER = "one_offer"
    OFFERS = "offers"
    VOUCH = "vouch"
    WITNESS = "witness"
    MORE_VOUCHES = "more_vouches"
    VERIFY = "verify"


LEVELS = {
    Level.NEW: mark("Just arrived"),
    Level.REACHABLE: mark("Within reach"),
    Level.KNOWN: mark("Known here"),
    Level.TRUSTED: mark("Trusted"),
    Level.STEWARD: mark("Steward"),
}
UNLOCKED_AT = {
    Right.BOOK: Level.REACHABLE,
    Right.REVIEW: Level.REACHABLE,
    Right.ONE_OFFER: Level.REACHABLE,
    Right.OFFERS: Level.KNOWN,
    Right.VOUCH: Level.KNOWN,
    Right.WITNESS: Level.KNOWN,
    Right.MORE_VOUCHES: Level.TRUSTED,
    Right.VERIFY: Level.STEWARD,
}
RIGHTS = {
    Right.BOOK: mark("ask for a booking"),
    Right.REVIEW: mark("review those you met"),
    Right.ONE_OFFER: mark("have one open offer"),
    Right.OFFERS: mark("have as many open offers as you like"),
    Right.VOUCH: mark("recommend people in person"),
    Right.WITNESS: mark("say whether a review matches what you saw"),
    Right.MORE_VOUCHES: mark("recommend more people at a time"),
    Right.VERIFY: mark("verify who people are, and hear appeals"),
}
ONE_OFFER = 1


class OneOfferForNow(Refusal):
    message = mark(
        "For now you can have one open offer. Pause it to open this one; as soon as the community"
        " knows you, as many as you like."
    )


class Lack(enum.StrEnum):
    """What keeps somebody from a level."""

    CONTACT = "contact"
    STANDING = "standing"
    BOOKINGS = "bookings"
    EVIDENCE = "evidence"
    INTERVAL = "interval"
    TIME = "time"


@dataclass(frozen=True)
class Missing:
    lack: Lack
    has: float
    needs: float


@dataclass(frozen=True)
class HeldLevel:
    """What is known of a member's level: the one held, the one earned now, since when below."""

    level: Level
    earned: Level
    since: datetime
    below_since: datetime | None = None


def is_unlocked(right: Right, level: Level) -> bool:
    return level >= UNLOCKED_AT[right]


def unlocked_by(level: Level) -> list[Right]:
    """What a level adds to the one below it."""
    return [right for right, at in UNLOCKED_AT.items() if at is level]


def check_open_offers(level: Level, others_open: int) -> None:
    if others_open >= ONE_OFFER and not is_unlocked(Right.OFFERS, level):
        raise OneOfferForNow


def level_at(
    held: HeldLevel | None, now: datetime, *, confirmed_contact: bool, is_steward: bool
) -> Level:
    """The level in force, whatever has happened since it was last computed."""
    if is_steward:
        return Level.STEWARD
    if not confirmed_contact:
        return Level.NEW
    # Who was a steward is known anew at the next run.
    if held is None or held.level is Level.STEWARD:
        return Level.REACHABLE
    return max(Level.REACHABLE, level_after_grace(held.level, held.earned, _days_below(held, now)))


def moved(held: HeldLevel | None, earned: Level, now: datetime) -> HeldLevel:
    """The level after it was computed again: risen at once, lost only after days of grace."""
    if held is None:
        return HeldLevel(earned, earned, now)
    if earned >= held.level:
        return HeldLevel(earned, earned, held.since if earned is held.level else now)
    below = HeldLevel(held.level, earned, held.since, held.below_since or now)
    level = level_after_grace(held.level, earned, _days_below(below, now))
    return below if level is held.level else HeldLevel(level, earned, now)


def missing_for_next(facts: LevelFacts) -> list[Missing]:
    """What is missing for the level after the one earned; nothing at the top that is earned."""
    earned = level_earned(facts)
    needed: dict[Level, list[Missing]] = {
        Level.NEW: [Missing(Lack.CONTACT, facts.confirmed_contact, True)],
        Level.REACHABLE: [
            Missing(Lack.STANDING, facts.standing, c.VOUCHING_STANDING),
            Missing(Lack.BOOKINGS, facts.settled_bookings, c.VOUCHING_BOOKINGS),
        ],
        Level.KNOWN: [
            Missing(Lack.EVIDENCE, facts.K, c.TRUSTED_EVIDENCE),
            Missing(Lack.INTERVAL, facts.low, c.TRUSTED_LOW),
            Missing(Lack.TIME, facts.member_days, c.TRUSTED_DAYS),
        ],
    }
    return [each for each in needed.get(earned, []) if each.has < each.needs]


def _days_below(held: HeldLevel, now: datetime) -> float:
    return (now - held.below_since).total_seconds() / 86400 if held.below_since else 0.0
