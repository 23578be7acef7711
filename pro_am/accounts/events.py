"""What happened here that others may care about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MemberSuspended:
    member_id: int


@dataclass(frozen=True)
class MemberReinstated:
    member_id: int
