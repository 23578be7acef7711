"""A coach changes one client's week: what was answered stays as it is."""

from collections.abc import Sequence
from datetime import date

from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.programmes.actions.once import is_first
from pro_am.programmes.actions.weeks import locked, next_positions, opened
from pro_am.programmes.models import Item, Programme
from pro_am.programmes.rules.plan import AnsweredAlready, ItemText, check_room
from pro_am.programmes.rules.words import ItemState


def plan(
    programme: Programme, monday: date, days: Sequence[int], text: ItemText, *, key: str
) -> None:
    """The same thing on each of these days (0: Monday; 7: any day of the week)."""
    with transaction():
        programme = locked(programme)
        if not is_first(programme.coach, key):
            return
        week = opened(programme, monday)
        check_room(len(week.items) + len(days))
        places = next_positions(week.items)
        for day in days:
            db.session.add(new_item(text, week_id=week.id, day=day, position=places.get(day, 0)))
        programme.looked_at = clock.now()


def change_item(item: Item, text: ItemText, *, day: int) -> None:
    with transaction():
        item = _planned(item)
        item.day = day
        write(item, text)


def remove_item(item: Item) -> None:
    with transaction():
        db.session.delete(_planned(item))


def write_note(programme: Programme, monday: date, *, note: str, to_friends: str) -> None:
    """What the client reads above the week, and what friends read in its recap."""
    with transaction():
        programme = locked(programme)
        week = opened(programme, monday)
        week.note, week.coach_words = note.strip(), to_friends.strip()
        programme.looked_at = clock.now()


def new_item(text: ItemText, *, week_id: int, day: int, position: int) -> Item:
    item = Item(public_id=ids.public_id(), week_id=week_id, day=day, position=position)
    write(item, text)
    return item


def write(item: Item, text: ItemText) -> None:
    item.kind, item.title, item.note = text.kind, text.title, text.note
    item.amount, item.unit, item.weight = text.amount, text.unit, text.weight
    item.picture_id = text.picture_id


def _planned(item: Item) -> Item:
    """The item as it is now, if nothing was said of it yet."""
    locked(item.week.programme)
    found = db.session.get(Item, item.id, populate_existing=True)
    if found is None or found.state is not ItemState.PLANNED:
        raise AnsweredAlready
    return found
