"""Error pages in the reader's language, and the last catch for a refusal no view has shown."""

import logging

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from pro_am.foundation.database import db
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.web.forms import told

log = logging.getLogger(__name__)

PAGES = {400, 404, 405, 409, 413, 429, 500, 503}
RETRY_SECONDS = 5


def attach(app: Flask) -> None:
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(CSRFError, _form_too_old)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(OperationalError, _database_busy)


def _refused(refusal: Refusal) -> ResponseReturnValue:
    return render_template("errors/409.html", reason=told(refusal)), 409


def _form_too_old(_error: CSRFError) -> ResponseReturnValue:
    return render_template("errors/400.html", form_too_old=True), 400


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error
    if error.code == 500:
        db.session.rollback()  # the page asks who is signed in: give it a session that works
    page = error.code if error.code in PAGES else (400 if error.code < 500 else 500)
    return render_template(f"errors/{page}.html"), error.code


def _database_busy(error: OperationalError) -> ResponseReturnValue:
    """A lock held too long is a busy minute, not a fault: 503, and come again."""
    log.warning("The database did not answer: %s", error.orig)
    db.session.rollback()
    return render_template("errors/503.html"), 503, {"Retry-After": str(RETRY_SECONDS)}
