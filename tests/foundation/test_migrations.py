import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from pro_am.foundation.database import db


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
