"""Fixtures for all features: an application on each engine, a stopped clock, and three people.

Ana is a host, Ben a home cook with an open offer, Cleo a stranger to both.

No fixture keeps an application context open around a browser: Flask-Login caches the person in `g`,
which lives as long as the context, so every later request would be made by the first person.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from flask_migrate import upgrade
from hypothesis import settings
from sqlalchemy import select

from pro_am import create_app
from pro_am.accounts import actions as accounts
from pro_am.accounts.models import Member, SignedInSession
from pro_am.accounts.rules import FRESH_FOR, Role
from pro_am.foundation import clock, ids
from pro_am.foundation.database import db, transaction
from pro_am.intake.actions import writing
from pro_am.operations import throw_away_postgres as postgres
from pro_am.profiles import actions as profiles
from pro_am.profiles.models import Offer
from tests.factories import make_member, make_pro_am
from tests.support.browser import Browser
from tests.support.templates import SharedBytecode

# How long an example takes says more about what else the machine does than about the example.
settings.register_profile("pro_am", deadline=None)
settings.load_profile("pro_am")

NOON = datetime(2030, 1, 7, 12, 0)  # a Monday, 13:00 in Paris
ENGINES = ("sqlite", "postgresql")
TEMPLATES = ("empty", "peopled")


class Clock:
    """The time of the test: it stands until the test moves it."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture(autouse=True)
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    stopped = Clock()
    monkeypatch.setattr(clock, "now", stopped)
    return stopped


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.PostgresServer | None]:
    server = postgres.start()
    yield server
    if server:
        server.stop()


@pytest.fixture(scope="session")
def sqlite_templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Migrated databases to copy for each test: empty, and with Ana, Ben and Cleo."""
    folder = tmp_path_factory.mktemp("templates")
    templates = {name: folder / f"{name}.sqlite" for name in TEMPLATES}
    for name, file in templates.items():
        _fill(application(folder, f"sqlite:///{file}"), name)
    return templates


@pytest.fixture(scope="session")
def postgres_templates(
    postgres_server: postgres.PostgresServer | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same on PostgreSQL, as databases of these names."""
    if postgres_server is None:
        return
    for name in TEMPLATES:
        postgres_server.create_database(name)
        _fill(application(tmp_path_factory.mktemp(name), postgres_server.url(name)), name)


def _fill(app: Flask, name: str) -> None:
    with app.app_context(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOON)
        upgrade()
        profiles.found_starting_crafts()
        writing.found_starting_questionnaires()
        if name == "peopled":
            with transaction():
                make_member("Ana Martin")
                ben = make_member("Ben Keller")
                make_member("Cleo Petit")
            make_pro_am(ben)
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(params=ENGINES)
def app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """The application on an empty, migrated database: once on SQLite, once on PostgreSQL."""
    # Everybody who asks for people gets them with the copy: making them anew takes longer.
    template = "peopled" if "people" in request.fixturenames else "empty"
    if request.param == "sqlite":
        yield from _on_sqlite(request.getfixturevalue("sqlite_templates")[template], tmp_path)
        return
    reason = postgres.why_not()
    if reason:
        pytest.skip(reason)
    request.getfixturevalue("postgres_templates")
    yield from _on_postgres(request.getfixturevalue("postgres_server"), template, tmp_path)


@pytest.fixture
def people(app: Flask) -> dict[str, int]:
    """Ana, Ben and Cleo, by name; Ben has a published profile with one offer."""
    with app.app_context():
        rows = db.session.execute(select(Member.id, Member.email))
        return {email.removesuffix("@example.org"): member_id for member_id, email in rows}


@pytest.fixture
def person(app: Flask, people: dict[str, int]) -> Iterator[Callable[[str], Member]]:
    """For tests of actions: a function from a name to that member, in an open context."""
    with app.test_request_context("/fr/"):
        yield lambda name: db.session.get_one(Member, people[name])


@pytest.fixture
def done(app: Flask, people: dict[str, int]) -> Callable[[Callable[..., object]], None]:
    """For tests of views: let something be done in a context of its own, by a function from
    a name to that member."""

    def do(deed: Callable[..., object]) -> None:
        with app.test_request_context("/fr/"):
            deed(lambda name: db.session.get_one(Member, people[name]))

    return do


@pytest.fixture
def admin(app: Flask, people: dict[str, int]) -> int:
    """Let Ana run the installation, and say who she is."""
    with app.app_context():
        accounts.grant_role(db.session.get_one(Member, people["ana"]), Role.ADMIN, by=None)
    return people["ana"]


@pytest.fixture
def offer(person: Callable[[str], Member]) -> Offer:
    """Ben's offer: a dinner for one to six, two hours, 25 euros a head, evenings from 18 to 23."""
    return db.session.scalars(select(Offer)).one()


@pytest.fixture
def browser_of(app: Flask, people: dict[str, int]) -> Callable[..., Browser]:
    """For tests of views: a function from a name to that member's browser; None is a visitor.

    A fresh one has just given the password.
    """

    def open_browser(name: str | None, language: str = "en", *, fresh: bool = False) -> Browser:
        client = app.test_client()
        if name is not None:
            secret = ids.secret()
            with app.app_context(), transaction():
                db.session.add(
                    SignedInSession(
                        fingerprint=ids.fingerprint(secret),
                        member_id=people[name],
                        created_at=clock.now(),
                        seen_at=clock.now(),
                        browser="test",
                        fresh_until=clock.now() + FRESH_FOR if fresh else None,
                    )
                )
            with client.session_transaction(base_url="http://127.0.0.1") as session:
                session["_user_id"] = secret
                session["_fresh"] = True
        return Browser(client, language)

    return open_browser


@pytest.fixture
def steward(app: Flask, people: dict[str, int]) -> int:
    """Make Cleo a steward, and say who she is."""
    with app.app_context():
        accounts.grant_role(db.session.get_one(Member, people["cleo"]), Role.STEWARD, by=None)
    return people["cleo"]


def application(instance: Path, database_url: str) -> Flask:
    app = create_app(
        {
            "TESTING": True,
            "ENV": "development",
            "SECRET_KEY": "a secret for the tests alone",
            "INSTANCE_PATH": str(instance),
            "DATABASE_URL": database_url,
        }
    )
    app.jinja_env.bytecode_cache = SharedBytecode()
    return app


def _on_sqlite(template: Path, folder: Path) -> Iterator[Flask]:
    file = folder / "test.sqlite"
    file.write_bytes(template.read_bytes())
    app = application(folder, f"sqlite:///{file}")
    yield app
    with app.app_context():
        db.engine.dispose()


def _on_postgres(server: postgres.PostgresServer, template: str, folder: Path) -> Iterator[Flask]:
    name = f"test_{uuid4().hex}"
    server.create_database(name, template=template)
    app = application(folder, server.url(name))
    yield app
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
    server.drop_database(name)
