"""For what watches the installation: is the process alive, and is it ready to serve?"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooSlow
from datetime import timedelta

from alembic.script import ScriptDirectory
from flask import Blueprint, Flask, Response, current_app, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from pro_am.foundation import clock
from pro_am.foundation.database import MIGRATIONS, db
from pro_am.foundation.jobs import LEASE
from pro_am.foundation.marks import Mark, Name
from pro_am.foundation.web.policy import Policy, allow

log = logging.getLogger(__name__)

ANSWER_WITHIN = timedelta(seconds=1)
WORKER_SEEN_WITHIN = LEASE  # a single job may take that long

Checks = dict[str, bool]

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
@allow(Policy.PUBLIC)
def alive() -> ResponseReturnValue:
    """The process answers; it asks nobody else."""
    return Response("alive\n", mimetype="text/plain")


@blueprint.get("/readyz")
@allow(Policy.PUBLIC)
def ready() -> ResponseReturnValue:
    """Named checks, true or false, without reasons: those are in the log. 503 when one fails."""
    checks = _in_time(_look)
    return jsonify(ready=all(checks.values()), checks=checks), 200 if all(checks.values()) else 503


def migration_heads() -> set[str]:
    return set(ScriptDirectory(str(MIGRATIONS)).get_heads())


def migrations_of_database() -> set[str]:
    with db.engine.connect() as connection:
        return set(connection.scalars(text("SELECT version_num FROM alembic_version")))


def _look() -> Checks:
    checks: Checks = {"database": False, "migrations": False, "worker": False}
    try:
        checks["migrations"] = migrations_of_database() == migration_heads()
        checks["database"] = True
        with db.engine.connect() as connection:
            seen_at = connection.scalar(select(Mark.at).where(Mark.name == Name.WORKER))
        checks["worker"] = seen_at is not None and clock.now() - seen_at < WORKER_SEEN_WITHIN
    except SQLAlchemyError as fault:
        log.warning("Not ready: %s", type(fault).__name__)
    return checks


def _in_time(look: Callable[[], Checks]) -> Checks:
    """A database that hangs is no reason for the answer to hang.

    One thread for each application: while a look hangs, the next ones wait behind it and are
    answered with "no", and there is never a second.
    """
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]

    def in_context() -> Checks:
        with app.app_context():
            return look()

    looker: ThreadPoolExecutor = app.extensions.setdefault(
        "pro_am_health", ThreadPoolExecutor(1, thread_name_prefix="health")
    )
    looking = looker.submit(in_context)
    try:
        return looking.result(ANSWER_WITHIN.total_seconds())
    except TooSlow:
        looking.cancel()
        log.warning("Not ready: the database did not answer in time")
        return {"database": False, "migrations": False, "worker": False}
