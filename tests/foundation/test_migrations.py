import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, select

from pro_am.accounts.models import Member
from pro_am.availability.models import Calendar, Hold
from pro_am.foundation.database import db
from tests.factories import make_booking, only_offer


def differences():
    """Between the database and the models, as Alembic would write them into a new migration."""
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, db.metadata)


@pytest.fixture
def installed(app):
    """An application in its context, whose database has every migration."""
    with app.app_context():
        yield app
        db.session.remove()


def test_the_migrations_make_what_the_models_describe(installed):
    assert differences() == []


def test_the_comparison_sees_a_difference(installed):
    with db.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE jobs DROP COLUMN error")

    assert [change[0] for change in differences()] == ["add_column"]


def test_up_down_and_up_again_is_where_it_was(installed):
    downgrade(revision="base")
    left = set(inspect(db.engine).get_table_names()) - {"alembic_version"}
    upgrade()

    assert left == set()
    assert differences() == []


def test_bookings_outlive_the_way_back_and_forth(installed, people):
    with installed.test_request_context("/fr/"):
        offer = only_offer()
        make_booking(db.session.get_one(Member, people["ana"]), offer)
        offer_id = offer.id
        db.session.remove()

    downgrade(revision="0007")
    upgrade()

    assert db.session.scalars(select(Hold.offer_id)).all() == [offer_id]
    assert db.session.scalars(select(Calendar.is_main)).all() == [True]
