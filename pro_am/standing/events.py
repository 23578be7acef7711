"""What happened here that others may care about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pro_am.standing.rules.levels import Level


@dataclass(frozen=True)
class IdentityVerified:
    member_id: int


@dataclass(frozen=True)
class LevelReached:
    member_id: int
    level: Level


@dataclass(frozen=True)
class LevelFading:
    """Less is earned than before: unless that changes, the level is lost at that moment."""

    member_id: int
    level: Level
    falls_to: Level
    lost_at: datetime


@dataclass(frozen=True)
class TrustMoved:
    """The cautious ends of the trust of pro-ams, before and after; None without a number."""

    lows: Mapping[int, tuple[float | None, float | None]]
