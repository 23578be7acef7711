"""What a client's day asks for, over all that they follow."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.programmes.models import Item, Programme, ProgrammeWeek
from pro_am.programmes.rules.course import monday_of
from pro_am.programmes.rules.words import ItemState, Standing


@dataclass(frozen=True)
class PlannedToday:
    """Of one programme: what waits for today, in order."""

    public_id: str
    title: str
    activities: tuple[str, ...]


def planned_today(client: Member, today: date) -> list[PlannedToday]:
    """What is planned for that very day, and not answered; what any day will do for is not."""
    rows = db.session.execute(
        select(Programme.public_id, Programme.title, Item.title)
        .join(ProgrammeWeek, ProgrammeWeek.programme_id == Programme.id)
        .join(Item, Item.week_id == ProgrammeWeek.id)
        .where(
            Programme.client_id == client.id,
            Programme.standing == Standing.ACTIVE,
            ProgrammeWeek.monday == monday_of(today),
            Item.day == today.weekday(),
            Item.state == ItemState.PLANNED,
        )
        .order_by(Programme.id, Item.position)
    )
    found: dict[tuple[str, str], list[str]] = {}
    for public_id, title, item in rows:
        found.setdefault((public_id, title), []).append(item)
    return [PlannedToday(*key, tuple(items)) for key, items in found.items()]
