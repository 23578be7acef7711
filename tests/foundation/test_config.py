from pathlib import Path

import pytest

from pro_am import config, create_app
from pro_am.config import ConfigurationError
from tests.conftest import application

SECRET = "sixteen or more characters"


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch):
    for setting in config.SETTINGS:
        monkeypatch.delenv(f"PRO_AM_{setting.name}", raising=False)


@pytest.fixture
def start(tmp_path):
    """A function from settings to the configuration of an application that started with them."""

    def start(**settings):
        usual = {"INSTANCE_PATH": str(tmp_path), "SECRET_KEY": SECRET}
        return create_app(usual | settings).config

    return start


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ENV", "staging"),
        ("SECRET_KEY", "short"),
        ("DATABASE_URL", "mysql://somebody@somewhere/something"),
        ("PUBLIC_URL", "cuisine.example"),
        ("PUBLIC_URL", "https://cuisine.example:eighty"),
        ("PUBLIC_URL", "https://cuisine.example/pro-am"),
        ("PUBLIC_URL", "https://me@cuisine.example"),
        ("COMMUNITY_NAME", " "),
        ("COMMUNITY_NAME", "Nantes\r\nBcc: everybody@example.org"),
        ("LANGUAGE", "de"),
        ("COUNTRY", "France"),
        ("TIME_ZONE", "Europe/Nantes"),
        ("CURRENCY", "BTC"),
        ("PAYMENT", "in advance"),
        ("MAIL_SERVER", "mail.example.org"),
        ("MAIL_FROM", "postmaster"),
        ("MAIL_FROM", "me@example.org\nBcc: everybody@example.org"),
        ("SEARCH", "elastic"),
        ("PROXIES", "6"),
        ("PROXIES", "two"),
        ("COUNT_SEARCHES", "sometimes"),
    ],
)
def test_a_bad_value_stops_the_start_and_says_what_is_allowed(monkeypatch, start, name, value):
    allowed = next(setting.allowed for setting in config.SETTINGS if setting.name == name)
    monkeypatch.setenv(f"PRO_AM_{name}", value)

    with pytest.raises(ConfigurationError) as told:
        start(**({"SECRET_KEY": value} if name == "SECRET_KEY" else {}))

    assert str(told.value).startswith(f"PRO_AM_{name} is ")
    assert str(told.value).endswith(f"; it must be {allowed}.")


def test_every_setting_has_a_bad_value_above():
    tried = test_a_bad_value_stops_the_start_and_says_what_is_allowed.pytestmark[0].args[1]

    assert {name for name, _ in tried} == {setting.name for setting in config.SETTINGS}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "hunter2"),
        ("DATABASE_URL", "mysql://admin:hunter2@host/name"),
        ("MAIL_SERVER", "imap://admin:hunter2@host"),
    ],
)
def test_a_secret_is_never_printed(monkeypatch, start, name, value):
    monkeypatch.setenv(f"PRO_AM_{name}", value)

    with pytest.raises(ConfigurationError) as told:
        start(**({"SECRET_KEY": value} if name == "SECRET_KEY" else {}))

    assert "hunter2" not in str(told.value)
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__


def test_later_sources_win(monkeypatch, tmp_path, start):
    names = [start()["COMMUNITY_NAME"]]
    (tmp_path / "settings.py").write_text('COMMUNITY_NAME = "From the file"\n')
    names.append(start()["COMMUNITY_NAME"])
    monkeypatch.setenv("PRO_AM_COMMUNITY_NAME", "From the environment")
    names.append(start()["COMMUNITY_NAME"])
    names.append(start(COMMUNITY_NAME="From the caller")["COMMUNITY_NAME"])

    assert names == ["Pro-Am", "From the file", "From the environment", "From the caller"]


def test_the_file_is_judged_too(tmp_path, start):
    (tmp_path / "settings.py").write_text("PROXIES = 99\n")

    with pytest.raises(ConfigurationError, match="PRO_AM_PROXIES is 99"):
        start()


def test_production_needs_a_secret_and_development_makes_its_own(tmp_path, start):
    with pytest.raises(ConfigurationError, match="Set PRO_AM_SECRET_KEY"):
        start(SECRET_KEY=None)

    made = start(SECRET_KEY=None, ENV="development")["SECRET_KEY"]

    assert len(made) >= 32
    assert start(SECRET_KEY=None, ENV="development")["SECRET_KEY"] == made
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_an_index_in_postgresql_needs_a_database_there(start):
    with pytest.raises(ConfigurationError, match="the database is SQLite: set it to 'whoosh'"):
        start(SEARCH="postgresql")

    assert start(SEARCH="postgresql", DATABASE_URL="postgresql:///pro_am")["SEARCH"] == "postgresql"


def test_production_travels_encrypted(start):
    with pytest.raises(ConfigurationError, match="must begin with https://"):
        start(PUBLIC_URL="http://cuisine.example")

    settings = start(PUBLIC_URL="https://cuisine.example/")

    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert settings["TRUSTED_HOSTS"] == ["cuisine.example"]


@pytest.mark.parametrize(
    ("given", "used"),
    [
        (None, "sqlite:///{instance}/pro_am.sqlite"),
        ("postgresql://me:secret@host/name", "postgresql+psycopg://me:secret@host/name"),
        ("sqlite:////srv/other.sqlite", "sqlite:////srv/other.sqlite"),
    ],
)
def test_the_database_is_the_one_named(tmp_path, given, used):
    overrides = {"INSTANCE_PATH": str(tmp_path), "SECRET_KEY": SECRET, "DATABASE_URL": given}

    settings = create_app(overrides).config

    assert settings["SQLALCHEMY_DATABASE_URI"] == used.format(instance=tmp_path)


def test_the_instance_folder_is_made(tmp_path):
    folder = tmp_path / "new" / "instance"

    application(folder, "sqlite:///:memory:")

    assert Path(folder).is_dir()
