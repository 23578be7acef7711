"""What happened here that others may care about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class HoursChanged:
    """The rules of a calendar changed (not the holds on it)."""

    calendar_id: int
    profile_id: int
