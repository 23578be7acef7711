"""A client says how it went, and what the coach or friends may read of the week."""

from datetime import date

from pro_am.foundation import clock
from pro_am.foundation.database import db, transaction
from pro_am.foundation.events import publish
from pro_am.programmes.actions.weeks import locked, opened
from pro_am.programmes.events import ItemAnswered
from pro_am.programmes.models import Item, Programme
from pro_am.programmes.queries.programmes import today_of
from pro_am.programmes.rules.answering import check_answerable
from pro_am.programmes.rules.words import ItemState


def answer(item: Item, state: ItemState, *, words: str | None = None) -> None:
    """Done, partly, not this time; or planned again. Words go with it, or stay as they are."""
    item_id = item.id
    with transaction():
        programme = locked(item.week.programme)
        item = db.session.get_one(Item, item_id, populate_existing=True)
        check_answerable(item.week.monday, today_of(programme))
        if item.state is state and words in (None, item.words):
            return
        item.state = state
        item.answered_at = None if state is ItemState.PLANNED else clock.now()
        if words is not None:
            item.words = words.strip()
        programme.heard_at = clock.now()
        publish(ItemAnswered(item))


def write_to_friends(programme: Programme, monday: date, words: str) -> None:
    """What the client wishes friends to read in the recap of a week."""
    with transaction():
        programme = locked(programme)
        check_answerable(monday, today_of(programme))
        opened(programme, monday).client_words = words.strip()
        programme.heard_at = clock.now()
