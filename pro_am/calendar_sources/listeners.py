"""What becomes of calendars kept elsewhere when a member goes."""

from pro_am.accounts.events import DataTaken, MemberErased
from pro_am.availability.events import CalendarGoes
from pro_am.calendar_sources import actions, queries
from pro_am.foundation.events import listen


def attach() -> None:
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)
    listen(CalendarGoes, _calendar_goes)


def _erased(event: MemberErased) -> None:
    actions.remove_all_of(event.member)


def _calendar_goes(event: CalendarGoes) -> None:
    actions.remove_all_in(event.calendar_id)


def _taken(event: DataTaken) -> None:
    event.parts["calendars_elsewhere"] = [
        {
            "name": source.name,
            "address": source.url,
            "added_at": source.created_at,
            "last_read_at": source.read_at,
            "busy_stretches": source.stretches,
        }
        for source in queries.all_of(event.member)
    ]
