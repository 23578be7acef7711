"""A booking as an iCalendar file (RFC 5545, RFC 5546): an invitation, an update, a cancellation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

from pro_am.bookings.rules.calendar_zone import described

PRODUCT = "-//Pro-Am//bookings//EN"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What stands in a calendar. The place is an area, unless its reader asked for the door."""

    uid: str
    sequence: int
    is_cancelled: bool
    summary: str
    description: str
    area: str
    start: datetime  # UTC without tzinfo, as everywhere
    end: datetime
    zone: ZoneInfo
    stamped_at: datetime
    url: str


@dataclass(frozen=True, kw_only=True)
class Invitation(Entry):
    """The same by letter, to one of the two. Files travel: the place is always an area."""

    organiser: tuple[str, str]  # name, e-mail address of the community
    attendee: tuple[str, str]  # name, e-mail address of the reader


def calendar_file(invitation: Invitation) -> str:
    """The text of the .ics file: CRLF, folded at 75 octets, with its VTIMEZONE."""
    event = entry(invitation)
    event["organizer"] = _person(invitation.organiser)
    attendee = _person(invitation.attendee)
    attendee.params["partstat"] = vText("ACCEPTED")
    event.add("attendee", attendee, encode=False)
    return _file("CANCEL" if invitation.is_cancelled else "REQUEST", [invitation], [event])


def series_file(invitations: Sequence[Invitation]) -> str:
    """All weeks in one file. An invitation is about one event (RFC 5546, section 3.2.2), so this
    publishes them, and has no attendees; each keeps its UID, so later letters still change it."""
    events = []
    for invitation in invitations:
        event = entry(invitation)
        event["organizer"] = _person(invitation.organiser)
        events.append(event)
    return _file("PUBLISH", invitations, events)


def _file(method: str, invitations: Sequence[Invitation], events: Iterable[Event]) -> str:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    first = min(invitation.start for invitation in invitations)
    for zone in dict.fromkeys(invitation.zone for invitation in invitations):
        calendar.add_component(described(zone, first))
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical().decode()


def entry(what: Entry) -> Event:
    """What stands in a calendar, whoever's it is."""
    event = Event()
    event.add("uid", what.uid)
    event.add("sequence", what.sequence)
    event.add("dtstamp", what.stamped_at.replace(tzinfo=UTC))
    event.add("dtstart", _local(what.start, what.zone))
    event.add("dtend", _local(what.end, what.zone))
    event.add("summary", _one_line(what.summary))
    event.add("description", what.description)
    event.add("location", _one_line(what.area))
    event.add("status", "CANCELLED" if what.is_cancelled else "CONFIRMED")
    event.add("url", what.url)
    return event


def _local(instant: datetime, zone: ZoneInfo) -> datetime:
    """On the clock of the place; in an hour that comes twice in UTC, as programs differ there."""
    aware = instant.replace(tzinfo=UTC)
    local = aware.astimezone(zone)
    is_twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return aware if is_twice else local


def _person(who: tuple[str, str]) -> vCalAddress:
    name, email = who
    person = vCalAddress(f"mailto:{email}")
    person.params["cn"] = vText(_one_line(name).replace('"', "'"))
    return person


def _one_line(text: str) -> str:
    return " ".join(text.split())
