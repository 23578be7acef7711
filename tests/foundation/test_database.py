from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select, update

from pro_am.accounts.models import Member
from pro_am.foundation.database import db, transaction
from tests.support.statements import counted


def test_a_change_made_outside_an_action_is_noticed(person):
    person("ana").name = "Anna"

    with pytest.raises(RuntimeError, match="outside an action"), transaction():
        pass


def test_an_error_undoes_everything_in_it(person):
    with pytest.raises(ZeroDivisionError), transaction():
        person("ana").name = "Anna"
        with transaction():
            person("ben").name = "Benoît"
        raise ZeroDivisionError

    assert (person("ana").name, person("ben").name) == ("Ana Martin", "Ben Keller")


def test_rules_judge_fresh_facts(app, people):
    """A transaction does not keep the snapshot that the request began with."""

    def rename():
        with app.app_context(), transaction():
            db.session.get_one(Member, people["ana"]).name = "Anna"

    with app.app_context():
        before = db.session.get_one(Member, people["ana"]).name
        with ThreadPoolExecutor(1) as other:
            other.submit(rename).result()
        with transaction():
            inside = db.session.scalar(select(Member.name).where(Member.id == people["ana"]))

    assert (before, inside) == ("Ana Martin", "Anna")


@pytest.mark.parametrize("stays_read", [False, True])
def test_what_was_done_can_be_said_without_asking_again(app, person, stays_read):
    with transaction(stays_read=stays_read):
        ana = person("ana")
        ana.name = "Anna"

    with counted(app) as asked:
        assert ana.name == "Anna"

    assert bool(asked) is not stays_read


def test_what_stays_read_is_read_anew_by_the_next_transaction(person):
    with transaction(stays_read=True):
        ana = person("ana")

    with transaction():
        db.session.execute(
            update(Member).where(Member.id == ana.id).values(name="Anna"),
            execution_options={"synchronize_session": False},
        )

    assert ana.name == "Anna"
