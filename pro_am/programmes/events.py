"""What happened to programmes that others may care about."""

from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.programmes.models import Programme


@dataclass(frozen=True)
class ProgrammeBegan:
    programme: Programme


@dataclass(frozen=True)
class ProgrammePaused:
    """A break was agreed; it may begin on a later day."""

    programme: Programme
    by: Member


@dataclass(frozen=True)
class ProgrammeResumed:
    programme: Programme
    by: Member


@dataclass(frozen=True)
class ProgrammeEnded:
    """It is over: `by` nobody when its weeks are."""

    programme: Programme
    by: Member | None
