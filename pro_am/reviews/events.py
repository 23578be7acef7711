"""What happened here that others may care about."""

from dataclasses import dataclass
from datetime import datetime

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.reviews.models import Review, ReviewCase, Witness
from pro_am.reviews.rules.letters import Moment


@dataclass(frozen=True)
class ReviewWritten:
    """A review is in. It is shown, and counts, from `shown_from` on."""

    review: Review
    is_new: bool  # False: its author has changed it while it was sealed
    both_are_in: bool
    shown_from: datetime


@dataclass(frozen=True)
class ReviewResealed:
    """When a review is shown, or whether, is otherwise now: its booking was doubted or settled."""

    review: Review


@dataclass(frozen=True)
class ReplyWritten:
    review: Review


@dataclass(frozen=True)
class ReviewDue:
    """Somebody who has not written may be asked for their review."""

    booking: Booking
    reader: Member
    moment: Moment
    closes: datetime


@dataclass(frozen=True)
class WitnessGiven:
    """Somebody says of a review that it matches, or does not."""

    witness: Witness


@dataclass(frozen=True)
class WitnessTakenBack:
    witness: Witness


@dataclass(frozen=True)
class CaseOpened:
    """Moderators are to decide; the other side may answer."""

    case: ReviewCase


@dataclass(frozen=True)
class CaseSettled:
    """It is decided, agreed or taken back; what the review says counts, or no longer."""

    case: ReviewCase


@dataclass(frozen=True)
class ReviewJudged:
    """A decision takes it, or a voice about it, out of every count; or gives it back."""

    review: Review
