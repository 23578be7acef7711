"""What trust finds out that others act on."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class OffersToPause:
    """Three of a member's last five credible reviews are bad: these, by their ids."""

    member_id: int
    review_ids: Sequence[int]
