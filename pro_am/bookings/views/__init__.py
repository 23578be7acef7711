"""Pages of bookings: asking for one, following it."""

from pro_am.bookings.views import asking, disputing, moving, proposing
from pro_am.bookings.views.own import ADDRESS_SHOWN_AFTER, blueprint

__all__ = ["ADDRESS_SHOWN_AFTER", "asking", "blueprint", "disputing", "moving", "proposing"]
