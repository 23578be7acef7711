"""Instants as the days that trust counts in."""

from datetime import datetime, timedelta
from typing import Final

EPOCH: Final = datetime(2020, 1, 1)  # noqa: DTZ001 - naive is UTC here


def days(instant: datetime) -> float:
    """Days since EPOCH. Weeks of a track record begin where these are a multiple of seven."""
    return (instant - EPOCH) / timedelta(days=1)
