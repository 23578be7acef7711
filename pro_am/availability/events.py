"""What happened here that others may care about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class HoursChanged:
    """The rules of a calendar changed (not the holds on it)."""

    calendar_id: int
    profile_id: int


@dataclass(frozen=True)
class CalendarGoes:
    """Somebody removes one of their calendars; its offers go to the first one.

    Published before it is claimed: who keeps something about it locks that first.
    """

    calendar_id: int
    main_id: int


@dataclass(frozen=True)
class RelianceChanged:
    """Calendars kept elsewhere went stale, or are up to date again: see `is_relied_on`."""

    profile_id: int


@dataclass(frozen=True)
class RestChanged:
    """The calendars of a profile rest, since nobody said that they hold; or they are back."""

    profile_id: int
