"""At night the picture that search asks is compared with every calendar, and put right."""

from datetime import date, timedelta

import pytest
from sqlalchemy import delete, select, update

from pro_am.availability import actions
from pro_am.availability.commands import audit
from pro_am.availability.models import FreeDay
from pro_am.availability.rules.day_bits import DayBits, quarters_missing
from pro_am.foundation import marks
from pro_am.foundation.database import db, transaction
from tests.conftest import NOON

WEDNESDAY = date(2030, 1, 9)


@pytest.fixture
def spoil(offer):
    """Something that no action does to the picture."""

    def do(statement):
        with transaction():
            db.session.execute(statement)

    return do


def pictured():
    rows = db.session.execute(select(FreeDay.day, FreeDay.low, FreeDay.high).order_by(FreeDay.day))
    return [tuple(row) for row in rows]


def test_a_true_picture_is_no_fault(offer):
    before = pictured()

    found = actions.audit_free_days()

    assert (found.calendars, found.at_fault, found.quarters) == (1, 0, 0)
    assert pictured() == before


@pytest.mark.parametrize(
    ("what", "quarters"),
    [
        (delete(FreeDay).where(FreeDay.day == WEDNESDAY), 20),
        (update(FreeDay).where(FreeDay.day == WEDNESDAY).values(high=FreeDay.high.op("&")(~3)), 0),
        (update(FreeDay).where(FreeDay.day == WEDNESDAY).values(high=0), 20),
        (update(FreeDay).where(FreeDay.day == WEDNESDAY).values(low=15), 0),
    ],
)
def test_what_was_hidden_is_counted_and_all_is_put_right(offer, spoil, what, quarters):
    before = pictured()
    spoil(what)

    found = actions.audit_free_days()

    assert (found.at_fault, found.quarters) == (int(quarters > 0), quarters)
    assert pictured() == before
    assert marks.all_marks()[marks.Name.FREE_DAYS].words == str(int(quarters > 0))


def test_nights_that_pass_are_no_fault(offer, time):
    for _ in range(3):
        time.forward(days=1)
        assert actions.audit_free_days().at_fault == 0

    assert pictured()[0][0] >= NOON.date() + timedelta(days=3)


def test_the_command_tells_and_its_exit_too(app, people):
    with app.app_context(), transaction():
        db.session.execute(delete(FreeDay))

    first, second = (app.test_cli_runner().invoke(audit) for _ in range(2))

    assert (first.exit_code, second.exit_code) == (1, 0)
    assert first.output.startswith("1 calendars; 1 were hidden in part")


def test_the_desk_hears_of_it(app, browser_of, people, admin):
    with app.app_context(), transaction():
        db.session.execute(delete(FreeDay))
        actions.audit_free_days()

    assert "1 was hidden in part" in browser_of("ana", fresh=True).get("/admin/").text


def test_only_what_is_not_pictured_is_missing():
    monday, tuesday = NOON.date(), NOON.date() + timedelta(days=1)
    true = {monday: DayBits(0b1011, 1), tuesday: DayBits(0, 0b11)}

    assert quarters_missing(true, true) == 0
    assert quarters_missing({monday: DayBits(0b1111, 3)}, true) == 2
    assert quarters_missing({}, true) == 6
    assert quarters_missing({monday: DayBits(0b1, 1)}, {monday: true[monday]}) == 2
