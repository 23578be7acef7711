"""In the worker: reading the calendars that are due, and telling of those that went stale."""

from pro_am.calendar_sources import actions
from pro_am.calendar_sources.actions.rows import READ_OF_MEMBER
from pro_am.foundation.jobs import Handler

READ_DUE = "calendar_sources.read_due"
TELL_OF_STALE = "calendar_sources.tell_of_stale"

HANDLERS: dict[str, Handler] = {
    READ_DUE: actions.ask_for_due_readings,
    READ_OF_MEMBER: actions.read_of_member,
    TELL_OF_STALE: actions.tell_of_stale,
}
