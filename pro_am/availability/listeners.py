"""What becomes of a calendar when its member goes, or their offers change."""

from pro_am.accounts.events import DataTaken, MemberErased
from pro_am.availability import actions, queries
from pro_am.foundation.events import listen
from pro_am.profiles import queries as profiles
from pro_am.profiles.events import ProfileChanged


def attach() -> None:
    listen(MemberErased, _erased)
    listen(DataTaken, _taken)
    listen(ProfileChanged, _changed)


def _erased(event: MemberErased) -> None:
    profile = profiles.profile_of(event.member)
    for calendar in queries.calendars_of(profile.id) if profile else ():
        actions.empty_calendar(calendar.id)


def _taken(event: DataTaken) -> None:
    profile = profiles.profile_of(event.member)
    calendars = queries.calendars_of(profile.id) if profile else ()
    if calendars:
        event.parts["calendar"] = [queries.calendar_facts(each) for each in calendars]


def _changed(event: ProfileChanged) -> None:
    actions.picture_farther(event.profile_id)
