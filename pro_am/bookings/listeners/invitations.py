"""Bookings as files for the calendars of their two people."""

from collections.abc import Iterable

from flask import current_app
from flask_babel import force_locale, gettext

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.bookings.rules.invitation import Invitation, calendar_file, series_file
from pro_am.bookings.rules.life import BookingState
from pro_am.foundation import clock, time_zones
from pro_am.foundation.outbox import Attachment
from pro_am.foundation.web.addresses import public_url

CANCELLED_STATES = {
    BookingState.CANCELLED_BY_HOST,
    BookingState.CANCELLED_BY_PROVIDER,
    BookingState.CALLED_OFF,
}


def invitation_for(booking: Booking, reader: Member) -> Attachment:
    """The .ics of a booking for one of its two people: the area, never the door."""
    invitation = _invitation(booking, reader)
    method = "CANCEL" if invitation.is_cancelled else "REQUEST"
    text = calendar_file(invitation)
    return Attachment(f"{booking.reference}.ics", f"text/calendar;method={method}", text)


def file_for_series(reference: str, bookings: Iterable[Booking], reader: Member) -> Attachment:
    """One .ics with all weeks, as many as a letter tells of."""
    text = series_file([_invitation(booking, reader) for booking in bookings])
    return Attachment(f"{reference}.ics", "text/calendar;method=PUBLISH", text)


def _invitation(booking: Booking, reader: Member) -> Invitation:
    config = current_app.config
    with force_locale(reader.language):
        title, name = booking.offer_title, booking.other_than(reader).name
        if booking.weeks is None:
            summary = gettext("%(title)s with %(name)s", title=title, name=name)
        else:
            summary = gettext("%(title)s: first talk with %(name)s", title=title, name=name)
    return Invitation(
        uid=f"{booking.reference}@{_host_name()}",
        sequence=booking.revision,
        is_cancelled=booking.state in CANCELLED_STATES,
        summary=summary,
        description=url_of(booking, reader),
        area=booking.town_name,
        start=booking.starts_at,
        end=booking.ends_at,
        zone=time_zones.zone(booking.time_zone),
        stamped_at=clock.now(),
        organiser=(config["COMMUNITY_NAME"], config["MAIL_FROM"]),
        attendee=(reader.name, reader.email),
        url=url_of(booking, reader),
    )


def url_of(booking: Booking, reader: Member) -> str:
    return public_url("bookings.show", language=reader.language, reference=booking.reference)


def _host_name() -> str:
    return str(current_app.config["TRUSTED_HOSTS"][0])
