"""What happened to programmes that others may care about."""

from dataclasses import dataclass

from pro_am.accounts.models import Member
from pro_am.programmes.models import (
    Item,
    Programme,
    ProgrammeComment,
    ProgrammeException,
    ProgrammeWeek,
    WeekLetter,
)


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
    is_quiet: bool = False  # they hear of it otherwise


@dataclass(frozen=True)
class ItemAnswered:
    """A client said how it went with something, or took it back."""

    item: Item


@dataclass(frozen=True)
class ExceptionMade:
    exception: ProgrammeException


@dataclass(frozen=True)
class CommentMade:
    comment: ProgrammeComment


@dataclass(frozen=True)
class WeekLetterDue:
    """A client's week begins; whoever writes the letter notes which it is."""

    week: ProgrammeWeek
    written: WeekLetter
