"""What happened here that others may care about."""

from dataclasses import dataclass

from pro_am.moderation.models import Report, Restriction, Takeover


@dataclass(frozen=True)
class SafetyReported:
    """Two people must not meet until a moderator has decided."""

    report: Report


@dataclass(frozen=True)
class MemberBlocked:
    blocker_id: int
    blocked_id: int


@dataclass(frozen=True)
class ContentHidden:
    """A moderator hides what was reported; whoever owns it takes it out of sight."""

    report: Report


@dataclass(frozen=True)
class ContentShownAgain:
    """The decision to hide it was undone."""

    report: Report


@dataclass(frozen=True)
class RestrictionBegan:
    """Something is taken from a member; whoever has it takes it."""

    restriction: Restriction


@dataclass(frozen=True)
class RestrictionEnded:
    """It is given back, exactly as it was; no other restriction takes it."""

    restriction: Restriction


@dataclass(frozen=True)
class ReviewFreezeChanged:
    """What a review weighs that is said to come with a threat: see `queries.freezing`."""

    report: Report


@dataclass(frozen=True)
class AccountTakenOver:
    """What somebody else wrote with this account counts for nothing; whoever has it voids it."""

    takeover: Takeover


@dataclass(frozen=True)
class TakeoverUndone:
    """It was the member after all: what was voided for that counts as before."""

    takeover: Takeover
