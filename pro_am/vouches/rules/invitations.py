"""Who may invite whom, for how long; no invitation leads back to those it came from."""

import enum
from dataclasses import dataclass
from datetime import datetime, timedelta

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

MOST_OPEN = 10
MOST_A_WEEK = 20  # written, whatever became of them
WEEK = timedelta(days=7)
OPEN_FOR = timedelta(days=30)
WORDS_LONGEST = 600


class InvitationState(enum.StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    OVER = "over"


STATES = {
    InvitationState.OPEN: mark("open"),
    InvitationState.ACCEPTED: mark("accepted"),
    InvitationState.WITHDRAWN: mark("withdrawn"),
    InvitationState.OVER: mark("too old"),
}


class TooManyInvitations(Refusal):
    message = mark(
        "You have %(most)s open invitations. Withdraw one, or wait until somebody has come."
    )


class ManyInvitations(Refusal):
    message = mark("That was many invitations in one week. Please go on in a few days.")


class OwnAddress(Refusal):
    message = mark("This is your own address.")
    field = "email"


class InvitationOver(Refusal):
    message = mark("This invitation no longer holds: it was used, withdrawn, or is too old.")


class OwnInvitation(Refusal):
    message = mark("This is your own invitation: send it to somebody who is not here yet.")


class InvitedInACircle(Refusal):
    message = mark(
        "You were here first: this person came through you. An invitation leads to new people,"
        " never back to those it came from."
    )


class HereAlready(Refusal):
    message = mark(
        "You are a member already, and an invitation is for somebody new. Whoever knows you can"
        " recommend you from your page."
    )


@dataclass(frozen=True)
class AcceptingFacts:
    """What decides whether a member may accept an invitation."""

    state: InvitationState
    inviter_id: int
    invited_at: datetime
    member_id: int
    joined_at: datetime
    was_invited: bool  # they have accepted another
    came_through_them: bool  # the inviter was invited by them, or by whom they had invited


def state_at(
    *,
    created_at: datetime,
    accepted_at: datetime | None,
    withdrawn_at: datetime | None,
    now: datetime,
) -> InvitationState:
    if accepted_at is not None:
        return InvitationState.ACCEPTED
    if withdrawn_at is not None:
        return InvitationState.WITHDRAWN
    return InvitationState.OPEN if now < created_at + OPEN_FOR else InvitationState.OVER


def check_inviting(*, open_count: int, lately: int, email: str | None, own_email: str) -> None:
    if email == own_email:
        raise OwnAddress
    if open_count >= MOST_OPEN:
        raise TooManyInvitations(most=MOST_OPEN)
    if lately >= MOST_A_WEEK:
        raise ManyInvitations


def check_accepting(facts: AcceptingFacts) -> None:
    if facts.member_id == facts.inviter_id:
        raise OwnInvitation
    if facts.came_through_them:
        raise InvitedInACircle
    if facts.joined_at < facts.invited_at or facts.was_invited:
        raise HereAlready
    if facts.state is not InvitationState.OPEN:
        raise InvitationOver
