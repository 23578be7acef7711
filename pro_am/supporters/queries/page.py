"""What the page of a friend shows: the newest week that was told, as the client allows it now."""

from dataclasses import dataclass, field
from datetime import datetime

from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.media.queries import PictureAddresses
from pro_am.supporters.models import RecapRhythm, Supporter
from pro_am.supporters.queries.measured import Measured, on_page
from pro_am.supporters.queries.pictures import pictures_of
from pro_am.supporters.queries.weeks import weeks_of
from pro_am.supporters.rules import rhythm as rules
from pro_am.supporters.rules.recap import Recap, told
from pro_am.supporters.rules.sight import Field


@dataclass(frozen=True)
class Seen:
    next_at: datetime
    time_zone: str
    recap: Recap | None = None  # none yet, or nothing to tell
    measured: list[Measured] = field(default_factory=list)
    pictures: list[PictureAddresses] = field(default_factory=list)


def seen_by(friend: Supporter) -> Seen:
    row = db.session.get_one(RecapRhythm, friend.client_id)
    now, rhythm = clock.now(), row.rhythm
    monday = rules.newest_due(rhythm, now)
    next_at = rules.due_at(rhythm, rules.next_due(rhythm, now))
    began = friend.answered_at or now
    if row.not_told == monday or rules.due_at(rhythm, monday) < began:
        return Seen(next_at, rhythm.time_zone)
    week = weeks_of([friend.client_id], monday)[friend.client_id]
    if not week.says_something:
        return Seen(next_at, rhythm.time_zone)
    items = [item.id for each in week.programmes for item in each.week.items]
    return Seen(
        next_at,
        rhythm.time_zone,
        told(week, friend.sees),
        on_page(friend, monday),
        pictures_of(items) if Field.PHOTOS in friend.sees else [],
    )
