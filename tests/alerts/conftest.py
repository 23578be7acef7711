"""Searches that Ana saves, and what the worker makes of them."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from werkzeug.datastructures import MultiDict

from pro_am.accounts.models import Member
from pro_am.alerts import actions
from pro_am.alerts.actions import Wanted
from pro_am.alerts.models import SavedSearch
from pro_am.alerts.rules import Pace
from pro_am.foundation.database import db
from pro_am.foundation.outbox import Letter
from pro_am.search import results
from pro_am.search.applied import pairs_of
from pro_am.search.views import search_form


@pytest.fixture
def save() -> Callable[..., SavedSearch]:
    """A function from a member and the query of an address to their saved search."""

    def save(member: Member, asked: str, pace: Pace = Pace.AT_ONCE) -> SavedSearch:
        found = results.find(search_form().with_other(MultiDict(pairs_of(asked)).items(multi=True)))
        wanted = Wanted(asked, found.query, found.span)
        saved = actions.save(member, wanted, name=asked, pace=pace)
        work()
        return saved

    return save


def work() -> None:
    """What the worker does for alerts; all that it does takes longer."""
    actions.look()
    actions.tell_due()


def letters() -> list[Letter]:
    written = select(Letter).where(Letter.template == "alerts/somebody_new").order_by(Letter.id)
    return list(db.session.scalars(written))
