"""What happened here that others may care about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class HoursChanged:
    """The rules of a calendar changed (not the holds on it)."""

    calendar_id: int
    profile_id: int


@dataclass(frozen=True)
class RestChanged:
    """The calendars of a profile rest, since nobody said that they hold; or they are back."""

    profile_id: int
