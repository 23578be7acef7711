"""Error pages in the reader's language, and the last catch for a refusal no view has shown."""

import logging
import sqlite3

from flask import Flask, Request, Response, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import told
from pro_am.foundation.web.languages import current_language
from pro_am.foundation.web.request_ids import request_id

log = logging.getLogger(__name__)

PAGES = {400, 403, 404, 405, 409, 413, 422, 429}
RETRY_SECONDS = 5
MOST_LISTENED_BYTES = 100 * 1024 * 1024  # of what is too large to take
GULP_BYTES = 64 * 1024


def attach(app: Flask) -> None:
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(CSRFError, _form_too_old)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(OperationalError, _database)
    app.register_error_handler(NoConnectionFree, _database)


def _refused(refusal: Refusal) -> ResponseReturnValue:
    return render_template("errors/409.html", reason=told(refusal)), 409


def _form_too_old(_error: CSRFError) -> ResponseReturnValue:
    return render_template("errors/400.html", form_too_old=True), 400


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error
    if isinstance(error, SecurityError):
        # Called by a name that is not ours: no page of ours has an address there.
        return Response(
            gettext("This server does not go by that name."), 400, mimetype="text/plain"
        )
    if isinstance(error, InternalServerError) and is_busy(error.original_exception):
        return _come_back(error.original_exception)
    if error.code >= 500:
        return _page_without_database(500), error.code
    if error.code == 413:
        _hear_out(request)
    page = error.code if error.code in PAGES else 400
    headers = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
    return render_template(f"errors/{page}.html"), error.code, headers


def _hear_out(request: Request) -> None:
    """Let a browser finish sending: whoever is cut off in between sees no page, only a failure."""
    left = min(request.content_length or 0, MOST_LISTENED_BYTES)
    stream = request.environ["wsgi.input"]
    while left > 0 and (gulp := stream.read(min(GULP_BYTES, left))):
        left -= len(gulp)


def _database(error: OperationalError | NoConnectionFree) -> ResponseReturnValue:
    if not is_busy(error):
        raise error
    return _come_back(error)


def is_busy(fault: BaseException | None) -> bool:
    """Whether it is a busy minute and not a fault: locks held too long, no answer, a full disk."""
    if isinstance(fault, OperationalError):
        # SQLite's drawer for wrong statements, a missing table among them.
        return getattr(fault.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR
    return isinstance(fault, NoConnectionFree)


def _come_back(fault: BaseException | None) -> ResponseReturnValue:
    log.warning("The database did not answer: %s", getattr(fault, "orig", fault))
    return _page_without_database(503), 503, {"Retry-After": str(RETRY_SECONDS)}


def _page_without_database(code: int) -> str:
    """A page that asks neither who is signed in nor anything else: the database may be down."""
    template = current_app.jinja_env.get_template(f"errors/{code}.html")
    return template.render(
        current_language=current_language(),
        community_name=current_app.config["COMMUNITY_NAME"],
        request_id=request_id(),
    )
