"""What happened to members that the features above may care about, and what these are asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pro_am.accounts.models import Member


@dataclass(frozen=True)
class MemberRenamed:
    member: Member


@dataclass(frozen=True)
class AddressConfirmed:
    """A letter has reached its member at the address that they have now."""

    member: Member


@dataclass(frozen=True)
class LeavingConsidered:
    """Somebody looks at the page for leaving: what would become of theirs?

    Whoever has something of the member adds a sentence, in the language of the page.
    """

    member: Member
    goes: list[str] = field(default_factory=list)
    stays: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class MemberLeaving:
    """An account is closed from now on. Nothing is erased yet: its owner may come back."""

    member: Member


@dataclass(frozen=True)
class MemberErased:
    """The time to come back is over. Whoever holds something of the member erases it now."""

    member: Member


@dataclass(frozen=True)
class DataTaken:
    """A member takes their data: whoever has some adds it, by the name of its part.

    Rows are read while the file is written, so a part may be a generator.
    """

    member: Member
    at: datetime
    parts: dict[str, Iterable[Mapping[str, object]]] = field(default_factory=dict)


@dataclass(frozen=True)
class MemberSuspended:
    member_id: int
    by_id: int
    why: str


@dataclass(frozen=True)
class MemberReinstated:
    member_id: int
    by_id: int
