"""Nightly care of calendars."""

from pro_am.availability import actions

PICTURE_FREE_DAYS = "availability.picture_free_days"

HANDLERS = {PICTURE_FREE_DAYS: actions.picture_all_free_days}
