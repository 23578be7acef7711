"""What was found."""

from dataclasses import dataclass

from pro_am.alerts.models import SavedSearch


@dataclass(frozen=True)
class SomebodyNew:
    """Offers came to fit a saved search, and can be booked."""

    saved: SavedSearch
    offer_ids: tuple[int, ...]
