"""What people and other features may do with a calendar. Whoever takes time claims it first."""

from pro_am.availability.actions.claiming import claim
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
from pro_am.availability.actions.picturing import PICTURED_BEYOND, picture_all_free_days

__all__ = [
    "HORIZON_DAYS",
    "NOTICE_MINUTES",
    "PICTURED_BEYOND",
    "change_hours",
    "claim",
    "drop_overrides",
    "empty_calendar",
    "hold",
    "keep",
    "open_calendar",
    "override_days",
    "picture_all_free_days",
    "release",
]
