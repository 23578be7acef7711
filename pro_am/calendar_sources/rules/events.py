"""What one event of a file says: when it begins, how long it lasts, whether it makes busy."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import timedelta

from pro_am.calendar_sources.rules.components import Component, Line
from pro_am.calendar_sources.rules.moments import Length, Moment, Moments, length_from
from pro_am.calendar_sources.rules.troubles import Trouble, Unreadable

_FREE = {"FREE", "WORKINGELSEWHERE"}


@dataclass(frozen=True)
class Event:
    number: int  # the line it begins on
    uid: str
    sequence: int
    is_busy: bool
    start: Moment
    length: Length
    rules: tuple[Line, ...] = ()
    exceptions: tuple[Line, ...] = ()  # EXRULE: old programs still write them
    more: tuple[tuple[Moment, Length | None], ...] = ()
    left_out: tuple[Moment, ...] = ()
    instead_of: Moment | None = None
    and_later: bool = field(default=False)  # the change holds for all that follow

    @property
    def repeats(self) -> bool:
        return bool(self.rules or self.more)


def event_from(component: Component, moments: Moments, owner: Collection[str]) -> Event:
    """Raise Unreadable, with the line, when it says too little."""
    if not component.is_whole:
        raise Unreadable(component.number, Trouble.BREAKS_OFF)
    begins = component.first("DTSTART")
    if begins is None:
        raise Unreadable(component.number, Trouble.DATE)
    start = moments.one(begins)
    instead = component.first("RECURRENCE-ID")
    return Event(
        number=component.number,
        uid=component.text("UID") or f"line {component.number}",
        sequence=_whole_number(component.text("SEQUENCE")),
        is_busy=_is_busy(component, owner),
        start=start,
        length=_length(component, start, moments),
        rules=tuple(component.all("RRULE")),
        exceptions=tuple(component.all("EXRULE")),
        more=tuple(each for line in component.all("RDATE") for each in moments.several(line)),
        left_out=tuple(
            moment for line in component.all("EXDATE") for moment, _ in moments.several(line)
        ),
        instead_of=moments.one(instead) if instead else None,
        and_later=instead is not None and instead.parameter("RANGE").upper() == "THISANDFUTURE",
    )


def _is_busy(component: Component, owner: Collection[str]) -> bool:
    return not (
        component.text("STATUS") == "CANCELLED"
        or component.text("TRANSP") == "TRANSPARENT"
        or component.text("X-MICROSOFT-CDO-BUSYSTATUS") in _FREE
        or any(is_declined_by(line, owner) for line in component.all("ATTENDEE"))
    )


def is_declined_by(attendee: Line, owner: Collection[str]) -> bool:
    """Whether it is the owner of the calendar, saying no. `owner` are addresses in lower case."""
    return is_about(attendee, owner) and attendee.parameter("PARTSTAT").upper() == "DECLINED"


def is_about(attendee: Line, owner: Collection[str]) -> bool:
    addresses = attendee.value.lower().removeprefix("mailto:"), attendee.parameter("EMAIL").lower()
    return any(address in owner for address in addresses)


def _length(component: Component, start: Moment, moments: Moments) -> Length:
    if ends := component.first("DTEND"):
        end = moments.one(ends)
        if start.is_date and end.is_date:
            days = (end.wall - start.wall).days
            return Length(days or 1)  # some programs end a day on itself
        try:
            return Length(0, end.instant - start.instant)
        except OverflowError:
            raise Unreadable(ends.number, Trouble.LENGTH) from None
    if lasts := component.first("DURATION"):
        try:
            return length_from(lasts.value)
        except (ValueError, OverflowError):
            raise Unreadable(lasts.number, Trouble.LENGTH) from None
    return Length(1) if start.is_date else Length(0, timedelta(0))


def _whole_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
