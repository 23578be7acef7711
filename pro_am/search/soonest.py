"""When offers can first begin: roughly for many, exactly for some."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from pro_am.availability import queries as calendars
from pro_am.availability.memory import FreeStarts
from pro_am.availability.rules.day_bits import earliest_start
from pro_am.foundation import clock
from pro_am.foundation.time_slots import TimeSlot
from pro_am.search.queries.offers import OfferFacts

SOON = timedelta(days=3)


def earliest_starts(span: TimeSlot, facts: dict[int, OfferFacts]) -> dict[int, datetime]:
    """Before when nobody starts, from the coarse picture of days; most are free within a few."""
    soon = TimeSlot(span.start, min(span.end, span.start + SOON))
    found = _in_days(soon, facts)
    later = {offer_id: each for offer_id, each in facts.items() if offer_id not in found}
    if later and soon.end < span.end:
        found |= _in_days(TimeSlot(soon.end, span.end), later)
    return found


def _in_days(span: TimeSlot, facts: dict[int, OfferFacts]) -> dict[int, datetime]:
    days = {span.start.date() + timedelta(days=n) for n in range((span.end - span.start).days + 2)}
    pictures = calendars.pictured_days({each.bookable.calendar_id for each in facts.values()}, days)
    starts = {
        each.offer_id: earliest_start(
            pictures.get(each.bookable.calendar_id, {}), span, each.bookable.duration_minutes
        )
        for each in facts.values()
    }
    return {offer_id: start for offer_id, start in starts.items() if start}


def first_starts(span: TimeSlot, wanted: Iterable[OfferFacts]) -> dict[int, datetime]:
    wanted = list(wanted)
    free = FreeStarts(clock.now()).within([each.bookable for each in wanted], span)
    return {
        each.offer_id: of_offer.starts[0]
        for each, of_offer in zip(wanted, free, strict=True)
        if of_offer.starts
    }
