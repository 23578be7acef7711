"""The demo community in its database, for all tests that only look at it."""

import pytest

from pro_am.foundation import clock
from pro_am.foundation.database import db
from pro_am.operations.demo import seeding
from tests.conftest import NOON, application


@pytest.fixture(scope="session")
def filled(sqlite_templates, tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    (folder / "demo.sqlite").write_bytes(sqlite_templates["empty"].read_bytes())
    app = application(folder, f"sqlite:///{folder / 'demo.sqlite'}")
    with pytest.MonkeyPatch.context() as patch, app.app_context():
        patch.setattr(clock, "now", lambda: NOON)
        seeding.fill()
        db.session.remove()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def community(filled):
    with filled.app_context():
        yield
