"""Nightly care of calendars."""

from pro_am.availability import actions

PICTURE_FREE_DAYS = "availability.picture_free_days"
SEE_TO_FRESHNESS = "availability.see_to_freshness"


def _picture_free_days() -> None:
    actions.audit_free_days()


HANDLERS = {
    PICTURE_FREE_DAYS: _picture_free_days,
    SEE_TO_FRESHNESS: actions.see_to_freshness,
}
