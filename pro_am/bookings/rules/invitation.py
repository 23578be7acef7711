"""A booking as an iCalendar file (RFC 5545, RFC 5546): an invitation, an update, a cancellation."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText


@dataclass(frozen=True)
class Invitation:
    """What stands in a calendar. The place is an area, never a door: files travel."""

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
    organiser: tuple[str, str]  # name, e-mail address of the community
    attendee: tuple[str, str]  # name, e-mail address of the reader
    url: str


def calendar_file(invitation: Invitation) -> str:
    """The text of the .ics file: CRLF, folded at 75 octets, with its VTIMEZONE."""
    calendar = Calendar()
    calendar.add("prodid", "-//Pro-Am//bookings//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if invitation.is_cancelled else "REQUEST")
    event = Event()
    event.add("uid", invitation.uid)
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", invitation.stamped_at.replace(tzinfo=UTC))
    event.add("dtstart", _local(invitation.start, invitation.zone))
    event.add("dtend", _local(invitation.end, invitation.zone))
    event.add("summary", _one_line(invitation.summary))
    event.add("description", invitation.description)
    event.add("location", _one_line(invitation.area))
    event.add("status", "CANCELLED" if invitation.is_cancelled else "CONFIRMED")
    event.add("url", invitation.url)
    event["organizer"] = _person(invitation.organiser)
    attendee = _person(invitation.attendee)
    attendee.params["partstat"] = vText("ACCEPTED")
    event.add("attendee", attendee, encode=False)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical().decode()


def _local(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.replace(tzinfo=UTC).astimezone(zone)


def _person(who: tuple[str, str]) -> vCalAddress:
    name, email = who
    person = vCalAddress(f"mailto:{email}")
    person.params["cn"] = vText(_one_line(name).replace('"', "'"))
    return person


def _one_line(text: str) -> str:
    return " ".join(text.split())
