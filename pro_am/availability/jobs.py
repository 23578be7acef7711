"""Nightly care of calendars."""

from pro_am.availability import actions

PICTURE_FREE_DAYS = "availability.picture_free_days"


def _picture_free_days() -> None:
    actions.audit_free_days()


HANDLERS = {PICTURE_FREE_DAYS: _picture_free_days}
