"""One letter about all weeks of a series, to each side."""

from typing import Any

from pro_am.bookings.events import SeriesMoved, SeriesRequested
from pro_am.bookings.listeners.invitations import CANCELLED_STATES, file_for_series
from pro_am.bookings.models import Booking, BookingSeries
from pro_am.bookings.rules.life import BookingState, Side
from pro_am.foundation import outbox
from pro_am.foundation.events import listen
from pro_am.foundation.web.addresses import public_url


def attach() -> None:
    listen(SeriesRequested, _requested)
    listen(SeriesMoved, _moved)


def _requested(event: SeriesRequested) -> None:
    if event.bookings[0].is_instant:
        return  # the letter of its confirmation follows in the same moment
    _post(event.series, event.bookings, Side.PROVIDER, "bookings/series_requested")
    _post(event.series, event.bookings, Side.HOST, "bookings/series_request_sent")


def _moved(event: SeriesMoved) -> None:
    is_confirmed = event.bookings[0].state is BookingState.CONFIRMED
    template = "bookings/series_confirmed" if is_confirmed else "bookings/series_ended"
    for side in Side:
        _post(event.series, event.bookings, side, template, by=event.by, reason=event.reason)


def _post(
    series: BookingSeries, bookings: list[Booking], side: Side, template: str, **facts: Any
) -> None:
    first = bookings[0]
    reader = first.host if side is Side.HOST else first.provider
    in_calendars = first.state is BookingState.CONFIRMED or first.state in CANCELLED_STATES
    outbox.post(
        reader.address,
        template,
        attachments=(file_for_series(series.reference, bookings, reader),) if in_calendars else (),
        reader=reader,
        other=first.other_than(reader),
        side=side.value,
        series=series,
        bookings=bookings,
        first=first,
        url=public_url("bookings.series", language=reader.language, reference=series.reference),
        **facts,
    )
