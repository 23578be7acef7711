"""What happened here that others may care about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class IdentityVerified:
    member_id: int
