"""A line in the log for every request, and for every fault: its route, never its address."""

import logging
import time
from typing import Any

from flask import Flask, g, request
from werkzeug.wrappers import Response

from pro_am.foundation.logs import FACTS
from pro_am.foundation.web.request_ids import request_id

log = logging.getLogger(__name__)

UNLOGGED = {"static", "health.alive", "health.ready"}  # unless they fail


def attach(app: Flask) -> None:
    app.before_request(_note_start)
    app.after_request(_write)
    app.log_exception = _log_exception  # type: ignore[method-assign]  # Flask's names the path


def _note_start() -> None:
    g.began_at = time.perf_counter()


def _write(response: Response) -> Response:
    if request.endpoint in UNLOGGED and response.status_code < 500:
        return response
    took = time.perf_counter() - g.get("began_at", time.perf_counter())
    log.info(
        "request", extra={FACTS: {**_facts(), "status": response.status_code, "ms": _ms(took)}}
    )
    return response


def _log_exception(exc_info: Any) -> None:
    log.error("A request failed", exc_info=exc_info, extra={FACTS: _facts()})


def _facts() -> dict[str, object]:
    """The route as it is declared: the address itself may hold the secret of a letter's link."""
    return {
        "request_id": request_id(),
        "method": request.method,
        "route": str(request.url_rule) if request.url_rule else "",
        "member": _member_id(),
    }


def _member_id() -> int | None:
    """Whoever the request was found to be from; the log alone asks the database nothing."""
    user = g.get("_login_user")
    return getattr(user, "member_id", None)


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)
