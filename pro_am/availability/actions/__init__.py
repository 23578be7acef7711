"""What people and other features may do with a calendar. Whoever takes time claims it first."""

from pro_am.availability.actions.busy import note_stale, rely_on, set_busy
from pro_am.availability.actions.claiming import claim
from pro_am.availability.actions.freshness import confirm_hours, note_answer, see_to_freshness
from pro_am.availability.actions.holding import hold, keep, release
from pro_am.availability.actions.hours import (
    HORIZON_DAYS,
    NOTICE_MINUTES,
    change_hours,
    drop_overrides,
    empty_calendar,
    open_calendar,
    override_days,
)
from pro_am.availability.actions.picturing import (
    PICTURED_BEYOND,
    Audit,
    audit_free_days,
    picture_all_free_days,
    picture_farther,
)
from pro_am.availability.actions.several import (
    MOST_CALENDARS,
    add_calendar,
    remove_calendar,
    rename_calendar,
    take_time_of,
)
from pro_am.availability.actions.taking import hold_beside, hold_each, move, move_into

__all__ = [
    "HORIZON_DAYS",
    "MOST_CALENDARS",
    "NOTICE_MINUTES",
    "PICTURED_BEYOND",
    "Audit",
    "add_calendar",
    "audit_free_days",
    "change_hours",
    "claim",
    "confirm_hours",
    "drop_overrides",
    "empty_calendar",
    "hold",
    "hold_beside",
    "hold_each",
    "keep",
    "move",
    "move_into",
    "note_answer",
    "note_stale",
    "open_calendar",
    "override_days",
    "picture_all_free_days",
    "picture_farther",
    "release",
    "rely_on",
    "remove_calendar",
    "rename_calendar",
    "see_to_freshness",
    "set_busy",
    "take_time_of",
]
