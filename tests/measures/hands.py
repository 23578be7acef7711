"""What tests of measures do again and again."""

import re
from datetime import date
from decimal import Decimal

from flask import Flask
from sqlalchemy import select

from pro_am.accounts.models import Member
from pro_am.foundation.database import Model, db
from pro_am.measures import actions, queries
from pro_am.measures.models import Series
from pro_am.measures.rules.kinds import SeriesKind
from tests.support.browser import Browser


def begin(
    member: Member, kind: SeriesKind = SeriesKind.WEIGHT, *, name: str = "", key: str = ""
) -> Series:
    return actions.begin_series(member, kind, name=name, idempotency_key=key or kind)


def values_of(series: Series) -> list[tuple[date, Decimal]]:
    return [(each.day, each.value) for each in queries.newest_values(series, 100)]


def public_id_of(app: Flask, model: type[Model]) -> str:
    """Of the only one."""
    with app.app_context():
        return db.session.scalars(select(model)).one().public_id


def field_of(browser: Browser) -> str:
    """The name of the first line of the form of today."""
    found = re.search(r'name="(value-[0-9a-f]+)"', browser.get("/measures/").text)
    assert found
    return found[1]
