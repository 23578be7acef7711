"""What happened here that others may care about."""

from dataclasses import dataclass
from datetime import datetime

from pro_am.reviews.models import Review


@dataclass(frozen=True)
class ReviewWritten:
    """A review is in. It is shown, and counts, from `shown_from` on."""

    review: Review
    is_new: bool  # False: its author has changed it while it was sealed
    both_are_in: bool
    shown_from: datetime


@dataclass(frozen=True)
class ReplyWritten:
    review: Review
