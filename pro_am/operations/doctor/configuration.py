"""Settings that a community should not be run with, and what lies around them."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flask import current_app
from sqlalchemy import func, select

from pro_am.foundation import clock, marks
from pro_am.foundation.database import db
from pro_am.operations.doctor.findings import Check
from pro_am.texts import queries as texts

SECRET_LONG_ENOUGH = 32
SECRET_VARIED_ENOUGH = 10
BACKUP_DAYS = 2


def secret_key() -> Iterator[str]:
    key = str(current_app.config["SECRET_KEY"])
    if len(key) < SECRET_LONG_ENOUGH or len(set(key)) < SECRET_VARIED_ENOUGH:
        yield (
            "PRO_AM_SECRET_KEY can be guessed. Make one:"
            " python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
        )


def environment() -> Iterator[str]:
    if current_app.config["ENV"] != "production":
        yield "PRO_AM_ENV is development: letters are readable by everybody at /dev/letters/."
    if current_app.debug:
        yield "Debugging is on: whoever finds a fault may run code here."


def address() -> Iterator[str]:
    url = urlsplit(current_app.config["PUBLIC_URL"])
    if url.scheme != "https":
        yield f"PRO_AM_PUBLIC_URL is {url.geturl()}: people need https://, and a name."
    if not current_app.config["TRUSTED_HOSTS"]:
        yield "Any Host header is answered."
    if url.scheme == "https" and not current_app.config["PROXIES"]:
        yield "PRO_AM_PROXIES is 0: behind a proxy everybody seems to come from the proxy."


def cookies() -> Iterator[str]:
    config = current_app.config
    is_https = urlsplit(config["PUBLIC_URL"]).scheme == "https"
    if is_https and not config["SESSION_COOKIE_SECURE"]:
        yield "The session's cookie also travels without encryption."
    if not config["SESSION_COOKIE_HTTPONLY"] or config["SESSION_COOKIE_SAMESITE"] != "Lax":
        yield "The session's cookie is not HttpOnly and SameSite=Lax."


def mail() -> Iterator[str]:
    if not current_app.config["MAIL_SERVER"]:
        yield "PRO_AM_MAIL_SERVER is empty: nobody can confirm their address."
    if current_app.config["MAIL_FROM"].endswith("@localhost"):
        yield "PRO_AM_MAIL_FROM is at localhost: nobody can answer, and mail servers refuse it."


def zones() -> Iterator[str]:
    try:
        ZoneInfo(current_app.config["TIME_ZONE"])
    except ZoneInfoNotFoundError:
        yield "There is no time zone data: install tzdata."


def permissions() -> Iterator[str]:
    home = Path(current_app.instance_path)
    is_closed = not home.stat().st_mode & stat.S_IXOTH  # nobody else gets to what lies in it
    for name in () if is_closed else ("secret_key", "settings.py", "pro_am.sqlite"):
        file = home / name
        if file.exists() and file.stat().st_mode & (stat.S_IWOTH | stat.S_IROTH):
            yield f"Everybody on this machine can read or change {file}: chmod o-rwx."
    for folder in (home, home / "uploads", home / "search"):
        if folder.exists() and not os.access(folder, os.W_OK | os.X_OK):
            yield f"{folder} cannot be written to."


def backups() -> Iterator[str]:
    mark = marks.all_marks().get(marks.Name.BACKUP)
    if mark is None:
        yield "No backup was ever made: flask --app app backup."
    elif (clock.now() - mark.at).days >= BACKUP_DAYS:
        yield f"The latest backup is {(clock.now() - mark.at).days} days old."


def search_schema() -> Iterator[str]:
    if current_app.config["SEARCH"] == "postgresql":
        may_create = func.has_database_privilege(func.current_database(), "CREATE")
        if not db.session.scalar(select(may_create)):
            yield (
                "The index of search needs a schema of its own: as the database's owner,"
                " GRANT CREATE ON DATABASE to the user in PRO_AM_DATABASE_URL."
            )


def held_letters() -> Iterator[str]:
    if marks.stands(marks.Name.LETTERS_HELD):
        yield "Letters are held since a restore: flask --app app letters resume."


def blanks() -> Iterator[str]:
    for slug, language in texts.unfinished():
        yield f"The text {slug} ({language}) has blanks to fill in, at /{language}/admin/texts/."


CHECKS = (
    Check("secret key", secret_key),
    Check("environment", environment),
    Check("address", address, is_fault=False),
    Check("cookies", cookies),
    Check("mail", mail, is_fault=False),
    Check("time zones", zones),
    Check("permissions", permissions),
    Check("backups", backups, is_fault=False),
    Check("search schema", search_schema),
    Check("held letters", held_letters, is_fault=False),
    Check("texts", blanks, is_fault=False),
)
