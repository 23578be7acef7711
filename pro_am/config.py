"""Settings: defaults, then instance/settings.py, then PRO_AM_* variables, then overrides.

Every setting is listed here with what it may be; a value that is not allowed stops the start and
says in one sentence what would be.
"""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask

from pro_am.foundation import time_zones

LANGUAGES = ("fr", "en")
CURRENCIES = ("EUR", "GBP", "USD", "CHF", "CAD")


class ConfigurationError(Exception):
    """A setting that cannot be used; the message names it and what is allowed."""


@dataclass(frozen=True)
class Setting:
    name: str
    default: object
    allowed: str
    read: Callable[[str], object]
    is_secret: bool = False  # its value is never shown


def _words(value: str) -> str:
    if not value.strip() or any(character in value for character in "\r\n"):
        raise ValueError
    return value.strip()


def _long_enough(value: str) -> str:
    if len(value) < 16:
        raise ValueError
    return value


def _one_of(*choices: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in choices:
            raise ValueError
        return value

    return read


def _whole_number(least: int, most: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        number = int(value)
        if not least <= number <= most:
            raise ValueError
        return number

    return read


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
        raise ValueError
    if parts.username is not None or parts.query or parts.fragment or parts.path not in ("", "/"):
        raise ValueError
    return value.rstrip("/")


def _database_url(value: str) -> str:
    if value.startswith("postgresql://"):
        value = value.replace("postgresql://", "postgresql+psycopg://", 1)
    if not value.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise ValueError
    return value


def _mail_server(value: str) -> str:
    parts = urlsplit(value)
    if value and (parts.scheme not in ("smtp", "smtps") or not parts.hostname or parts.port == 0):
        raise ValueError
    return value


def _country(value: str) -> str:
    if len(value) != 2 or not value.isascii() or not value.isalpha():
        raise ValueError
    return value.upper()


def _zone(value: str) -> str:
    if not time_zones.is_zone(value):
        raise ValueError
    return value


def _mail_address(value: str) -> str:
    name, _, domain = value.rpartition("@")
    if not name or not domain or any(character.isspace() for character in value):
        raise ValueError
    return value


SETTINGS = (
    Setting("ENV", "production", "development or production", _one_of("development", "production")),
    Setting("SECRET_KEY", None, "a secret of at least 16 characters", _long_enough, is_secret=True),
    Setting(
        "DATABASE_URL",
        None,
        "sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME",
        _database_url,
        is_secret=True,
    ),
    Setting("PUBLIC_URL", "http://127.0.0.1:8000", "http(s)://HOST[:PORT]", _web_address),
    Setting("COMMUNITY_NAME", "Pro-Am", "a few words on one line", _words),
    Setting("LANGUAGE", "fr", " or ".join(LANGUAGES), _one_of(*LANGUAGES)),
    Setting("COUNTRY", "FR", "a country's two letters (ISO 3166-1) such as FR", _country),
    Setting("TIME_ZONE", "Europe/Paris", "an IANA time zone such as Europe/Paris", _zone),
    Setting("CURRENCY", "EUR", " or ".join(CURRENCIES), _one_of(*CURRENCIES)),
    Setting("PAYMENT", "in_person", "in_person or online", _one_of("in_person", "online")),
    Setting(
        "MAIL_SERVER",
        "",
        "empty, or smtp[s]://[USER:PASSWORD@]HOST[:PORT]",
        _mail_server,
        is_secret=True,
    ),
    Setting("MAIL_FROM", "bonjour@localhost", "an e-mail address", _mail_address),
    Setting("SEARCH", "whoosh", "whoosh or postgresql", _one_of("whoosh", "postgresql")),
    Setting("COUNT_SEARCHES", "yes", "yes or no", _one_of("yes", "no")),
    Setting("PROXIES", 0, "a whole number from 0 to 5", _whole_number(0, 5)),
)


def instance_path(overrides: dict[str, object] | None) -> str:
    chosen = (overrides or {}).get("INSTANCE_PATH") or os.environ.get("PRO_AM_INSTANCE_PATH")
    return str(chosen or Path(__file__).parents[1] / "instance")


def load(app: Flask, overrides: dict[str, object] | None) -> None:
    app.config.from_pyfile("settings.py", silent=True)
    in_file = {setting.name: app.config.get(setting.name) for setting in SETTINGS}
    app.config.update(overrides or {})
    for setting in SETTINGS:
        raw = os.environ.get(f"PRO_AM_{setting.name}", in_file[setting.name])
        app.config[setting.name] = _value_of(setting, (overrides or {}).get(setting.name, raw))
    _derive(app)


def _value_of(setting: Setting, raw: object) -> object:
    if raw is None:
        return setting.default
    try:
        return setting.read(str(raw))
    except ValueError:
        shown = "not usable" if setting.is_secret else repr(raw)
        raise ConfigurationError(
            f"PRO_AM_{setting.name} is {shown}; it must be {setting.allowed}."
        ) from None


def _derive(app: Flask) -> None:
    """What follows from the settings: nobody sets these."""
    settings = app.config
    development = settings["ENV"] == "development"
    if not settings["SECRET_KEY"]:
        if not development:
            raise ConfigurationError("Set PRO_AM_SECRET_KEY: a secret of at least 16 characters.")
        settings["SECRET_KEY"] = _secret_of_this_machine(Path(app.instance_path) / "secret_key")
    public = urlsplit(settings["PUBLIC_URL"])
    secure = public.scheme == "https"
    if not secure and not development and public.hostname not in ("127.0.0.1", "localhost"):
        raise ConfigurationError(
            "PRO_AM_PUBLIC_URL must begin with https:// in production: sign-ins travel over it."
        )
    settings["SQLALCHEMY_DATABASE_URI"] = settings["DATABASE_URL"] or (
        f"sqlite:///{Path(app.instance_path) / 'pro_am.sqlite'}"
    )
    is_sqlite = settings["SQLALCHEMY_DATABASE_URI"].startswith("sqlite")
    if settings["SEARCH"] == "postgresql" and is_sqlite:
        raise ConfigurationError(
            "PRO_AM_SEARCH is 'postgresql', but the database is SQLite: set it to 'whoosh', or"
            " PRO_AM_DATABASE_URL to a PostgreSQL database."
        )
    settings["TRUSTED_HOSTS"] = [
        public.hostname,
        *(["127.0.0.1", "localhost"] if development else []),
    ]
    settings["SESSION_COOKIE_SECURE"] = secure
    settings["SESSION_COOKIE_NAME"] = "__Host-pro_am" if secure else "pro_am"
    settings["SESSION_COOKIE_HTTPONLY"] = True
    settings["SESSION_COOKIE_SAMESITE"] = "Lax"
    settings["PERMANENT_SESSION_LIFETIME"] = 90 * 24 * 3600
    settings["MAX_CONTENT_LENGTH"] = 1024 * 1024
    settings["MAX_FORM_MEMORY_SIZE"] = 1024 * 1024
    # For tests, whose servers are on this machine: nothing else may turn it on.
    settings["REACHES_PRIVATE_ADDRESSES"] = bool(
        settings.get("TESTING") and settings.get("REACHES_PRIVATE_ADDRESSES")
    )
    settings["WTF_CSRF_TIME_LIMIT"] = None  # people must not lose a long form to a timer
    settings["WTF_CSRF_SSL_STRICT"] = False  # Origin and Sec-Fetch-Site are checked instead


def _secret_of_this_machine(file: Path) -> str:
    """The secret of a development installation, made on the first start."""
    try:
        with file.open("x") as new:
            file.chmod(0o600)
            new.write(secrets.token_urlsafe(32))
    except FileExistsError:
        pass  # made by an earlier start, or by the other process of this one
    return file.read_text().strip()
