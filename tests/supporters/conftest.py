"""A friend whom Ana asks, and what was written to them."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.bookings.models import Booking
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.foundation.outbox import Letter
from pro_am.profiles.models import Offer
from pro_am.programmes.models import Item, Programme, ProgrammeWeek
from pro_am.programmes.rules.words import ItemKind, ItemState
from pro_am.supporters import actions
from pro_am.supporters.actions import Guest
from pro_am.supporters.models import Supporter
from pro_am.supporters.rules import sight
from tests.factories import free_starts, make_booking

DEE = "dee@example.com"


@pytest.fixture
def ask() -> Callable[..., Supporter]:
    """A function from a client to the friend whom they asked."""

    def ask(client: Member, email: str = DEE, *, name: str = "Dee", sees=sight.AT_FIRST):
        return actions.ask(client, Guest(name, email, "en", [each.value for each in sees]))

    return ask


MONDAY = date(2030, 1, 7)
RUN = (("Run", ItemState.DONE), ("Stretch", ItemState.PARTLY), ("Sleep early", ItemState.PLANNED))


@pytest.fixture
def plan() -> Callable[..., Programme]:
    """A function from a client and an offer to their programme with a week of some items."""

    def plan(client: Member, offer: Offer, items=RUN, *, monday=MONDAY) -> Programme:
        return make_plan(make_booking(client, offer, start=free_starts(offer)[-1]), items, monday)

    return plan


def make_plan(booking: Booking, items, monday: date) -> Programme:
    programme = Programme(
        public_id=ids.public_id(),
        booking_id=booking.id,
        client_id=booking.host_id,
        coach_id=booking.provider_id,
        title="Run again",
        weeks_agreed=8,
        time_zone="Europe/Paris",
        starts_on=monday,
        created_at=clock.now(),
    )
    with transaction():
        db.session.add(programme)
        fill(programme, monday, items)
    return programme


def fill(programme: Programme, monday: date, items=RUN) -> None:
    """Plan a week, inside a transaction: one thing a day from Monday on."""
    week = ProgrammeWeek(
        programme=programme,
        monday=monday,
        coach_words="Lovely rhythm.",
        client_words="Tired and happy.",
    )
    db.session.add(week)
    db.session.add_all(
        Item(
            public_id=ids.public_id(),
            week=week,
            day=number,
            position=0,
            kind=ItemKind.SESSION,
            title=title,
            note="A note that friends never see",
            state=state,
        )
        for number, (title, state) in enumerate(items)
    )


def letters(template: str = "supporters/%") -> list[Letter]:
    written = select(Letter).where(Letter.template.like(template)).order_by(Letter.id)
    return list(db.session.scalars(written))
