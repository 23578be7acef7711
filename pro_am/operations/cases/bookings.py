"""Cases of a booking's life, put to the rules that pages and moves ask."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from pro_am.bookings.rules import answer_reminders, life, moves, policy
from pro_am.bookings.rules.life import BookingState, Side, Times
from pro_am.bookings.rules.moves import Act, Facts
from pro_am.bookings.rules.policy import Policy, PolicyKind
from pro_am.foundation.refusal import Refusal
from pro_am.operations.cases.facts import facts_of, written

FACTS_FOR_PEOPLE = ("id", "title", "source", "note", "reason")
HOUR = timedelta(hours=1)
# Files say `pending` for a request, as they do about what takes time.
STATES = {"pending": BookingState.REQUESTED}


def answer_of_policy(case: Mapping[str, Any], _folder: Path) -> Iterator[tuple[Any, Any]]:
    """What a cancellation gives back. A policy is a name, or tiers of hours and percent."""
    with facts_of(case) as facts:
        facts.take(*FACTS_FOR_PEOPLE)
        settlement = policy.settle(
            _policy(facts.need("policy")),
            Side(facts.take("by", default=Side.HOST)),
            booked_at=facts.needed_instant("booked_at"),
            start=facts.needed_instant("start"),
            now=facts.needed_instant("now"),
        )
        percent, in_time = facts.take("expected_percent"), facts.take("expected_in_time")
    if percent is not None:
        yield percent, settlement.percent
    if in_time is not None:
        yield in_time, settlement.is_in_time


def answer_of_deadline(case: Mapping[str, Any], _folder: Path) -> Iterator[tuple[Any, Any]]:
    """Until when a request is to be answered, and when somebody is reminded of it."""
    with facts_of(case) as facts:
        facts.take(*FACTS_FOR_PEOPLE)
        asked_at = facts.needed_instant("requested_at")
        answer_by = life.answer_deadline(asked_at, facts.needed_instant("start"))
        expected, reminders = facts.take("expected_answer_by"), facts.take("expected_reminders")
    if expected is not None:
        yield expected, written(answer_by)
    if reminders is not None:
        moments = answer_reminders.moments(asked_at, answer_by).values()
        yield reminders, [written(each) for each in moments]


def answer_of_transition(case: Mapping[str, Any], _folder: Path) -> Iterator[tuple[Any, Any]]:
    """Where an act leads, or what time has made of a booking; "refused" where it leads nowhere."""
    with facts_of(case) as facts:
        facts.take(*FACTS_FOR_PEOPLE)
        start, now = facts.needed_instant("start"), facts.needed_instant("now")
        times = Times(
            facts.instant("answer_by") or start,
            start,
            facts.needed_instant("end"),
            facts.take("waits_for_code", default=False),
        )
        found = Facts(
            life.state_at(_state(facts.need("state")), times, now),
            times,
            now,
            awaits=Side(facts.take("awaits", default=Side.PROVIDER)),
            round=facts.take("round", default=0),
            claimed_at=facts.instant("claimed_at"),
        )
        act, by = facts.take("act"), facts.take("by")
        expected = facts.need("expected_state")
    yield STATES.get(expected, expected), _reached(found, act, by)


def _reached(found: Facts, act: str | None, by: str | None) -> str:
    if act is None:
        return found.state
    try:
        return moves.next_state(found, Act(act), Side(by or ""))
    except Refusal:
        return "refused"


def _state(word: str) -> BookingState:
    return STATES.get(word) or BookingState(word)


def _policy(said: str | list[list[int]]) -> Policy:
    if isinstance(said, str):
        return policy.POLICIES[PolicyKind(said)]
    tiers = tuple(policy.Tier(hours * HOUR, percent) for hours, percent in said)
    policy.check_tiers(tiers)
    return Policy(PolicyKind.OWN, tiers)
