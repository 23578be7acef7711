"""A feed as a file, and its secret."""

import base64
import hashlib
import hmac
from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar

from pro_am.bookings.rules.calendar_zone import described
from pro_am.bookings.rules.invitation import PRODUCT, Entry, entry

READ_EVERY = timedelta(hours=1)


def secret_of(seed: str, key: str) -> str:
    """256 bits that nobody works out without the installation's key, safe in an address."""
    made = hmac.digest(key.encode(), f"calendar feed {seed}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def feed_file(name: str, entries: Iterable[Entry]) -> bytes:
    """All entries as a calendar to be read again and again; nobody is invited by it."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", " ".join(name.split()))
    calendar.add("refresh-interval", READ_EVERY, parameters={"VALUE": "DURATION"})
    entries = sorted(entries, key=lambda each: (each.start, each.uid))
    zones = {each.zone: each.start for each in reversed(entries)}  # and its first event
    for zone, since in sorted(zones.items(), key=lambda each: each[0].key):
        calendar.add_component(described(zone, since))
    for each in entries:
        calendar.add_component(entry(each))
    return bytes(calendar.to_ical())
