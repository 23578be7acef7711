"""What people do with calendars kept elsewhere, and what the worker does about them."""

from pro_am.calendar_sources.actions.keeping import (
    add_address,
    add_file,
    pause,
    read_again,
    remove,
    remove_all_in,
    remove_all_of,
    resume,
)
from pro_am.calendar_sources.actions.reading import (
    ask_for_due_readings,
    read_of_member,
    tell_of_stale,
)

__all__ = [
    "add_address",
    "add_file",
    "ask_for_due_readings",
    "pause",
    "read_again",
    "read_of_member",
    "remove",
    "remove_all_in",
    "remove_all_of",
    "resume",
    "tell_of_stale",
]
