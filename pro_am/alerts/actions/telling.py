"""Letters about who is new: what was found is looked at once more before anybody hears of it."""

from datetime import datetime

from pro_am.alerts import memory, queries, rules
from pro_am.alerts.events import SomebodyNew
from pro_am.alerts.models import Find, SavedSearch
from pro_am.alerts.rules.percolator import fits
from pro_am.availability.memory import FreeStarts
from pro_am.foundation import clock, time_zones
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.foundation.time_slots import TimeSlot
from pro_am.search.memory import known_offers
from pro_am.search.rules.documents import Query, weighted_terms


def tell_due() -> None:
    """Each saved search in a transaction of its own: one letter for all that it found."""
    for search_id in queries.waiting_searches(clock.now()):
        with transaction():
            saved = db.session.get(SavedSearch, search_id, with_for_update=True)
            if saved and _is_due(saved, clock.now()):
                _tell(saved, clock.now())


def _is_due(saved: SavedSearch, now: datetime) -> bool:
    zone = time_zones.zone(saved.member.time_zone)
    told = time_zones.to_local(saved.told_at, zone) if saved.told_at else None
    return rules.is_due(saved.pace, told, time_zones.to_local(now, zone))


def _tell(saved: SavedSearch, now: datetime) -> None:
    query = memory.percolator().query(saved.id)
    finds = _that_still_fit(queries.waiting_finds(saved, now), query) if query else []
    if query and saved.free_until:
        finds = _that_are_free(finds, query, saved, now)
    if not finds:
        return
    for find in finds:
        find.told_at = now
    saved.told_at = now
    publish(SomebodyNew(saved, tuple(find.offer_id for find in finds)))


def _that_still_fit(finds: list[Find], query: Query) -> list[Find]:
    """What can be booked, and is as it was asked for: also when it has changed since."""
    known = known_offers().facts
    looks = [(find, queries.last_look(find.offer_id)) for find in finds if find.offer_id in known]
    return [find for find, seen in looks if seen and fits(query, seen, weighted_terms(seen))]


def _that_are_free(
    finds: list[Find], query: Query, saved: SavedSearch, now: datetime
) -> list[Find]:
    """The others wait: somebody may cancel. When the day is over, nobody waits any more."""
    assert saved.free_from is not None  # noqa: S101 - the two come together
    assert saved.free_until is not None  # noqa: S101
    start = max(saved.free_from, now)
    if start >= saved.free_until:
        return []
    known = known_offers().facts
    bookable = [known[find.offer_id].bookable.for_people(query.people or 1) for find in finds]
    free = FreeStarts(now).within(bookable, TimeSlot(start, saved.free_until))
    return [find for find, then in zip(finds, free, strict=True) if then.starts]
