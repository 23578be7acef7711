"""The cancellation policy, copied into each booking when it is made.

While everything is paid in person there is one policy, and no percentages: cancelling is free until
a day before the start; later it is still possible, and counted.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

GRACE = timedelta(minutes=15)


@dataclass(frozen=True)
class Policy:
    kind: str
    free_until_hours: int

    def snapshot(self) -> dict[str, Any]:
        return asdict(self)


FLEXIBLE = Policy("flexible", 24)


def policy_from(snapshot: dict[str, Any]) -> Policy:
    return Policy(**snapshot)


def is_in_time(policy: Policy, *, booked_at: datetime, start: datetime, now: datetime) -> bool:
    """Whether a host who cancels now does so in time."""
    notice = timedelta(hours=policy.free_until_hours)
    within_grace = now - booked_at <= GRACE and start - now > timedelta(hours=24)
    return start - now >= notice or within_grace


def free_until(policy: Policy, start: datetime) -> datetime:
    return start - timedelta(hours=policy.free_until_hours)
