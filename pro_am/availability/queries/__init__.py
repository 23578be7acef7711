"""Reading calendars: their rules, the time taken in them, the slots they offer."""

from pro_am.availability.queries.calendars import (
    OF_OFFER,
    calendar_facts,
    calendar_for,
    calendar_id_for,
    calendar_of,
    calendars_of,
    farthest_horizon,
    farthest_of_offers,
    is_relied_on,
    stale_offers,
    takes_time_in,
)
from pro_am.availability.queries.free_days import Picture, claimed_since, pictured_days
from pro_am.availability.queries.freshness import (
    freshness_token,
    is_resting,
    profile_asked_about,
)
from pro_am.availability.queries.hours import (
    Bookable,
    rules_of,
    rules_of_many,
    rules_read,
    timing_of,
)
from pro_am.availability.queries.offered import (
    NEAREST_WITHIN,
    free_slots,
    nearest_free,
    seats_left_at,
    slots_if_empty,
    still_has_room,
)
from pro_am.availability.queries.taken import (
    Taken,
    agreed_after,
    busy_after,
    busy_of,
    loads_by_calendar,
    taken_by_calendar,
)

__all__ = [
    "NEAREST_WITHIN",
    "OF_OFFER",
    "Bookable",
    "Picture",
    "Taken",
    "agreed_after",
    "busy_after",
    "busy_of",
    "calendar_facts",
    "calendar_for",
    "calendar_id_for",
    "calendar_of",
    "calendars_of",
    "claimed_since",
    "farthest_horizon",
    "farthest_of_offers",
    "free_slots",
    "freshness_token",
    "is_relied_on",
    "is_resting",
    "loads_by_calendar",
    "nearest_free",
    "pictured_days",
    "profile_asked_about",
    "rules_of",
    "rules_of_many",
    "rules_read",
    "seats_left_at",
    "slots_if_empty",
    "stale_offers",
    "still_has_room",
    "taken_by_calendar",
    "takes_time_in",
    "timing_of",
]
