"""A name for every request, in its answer, its log lines, and on the page when it goes wrong."""

import re

from flask import Flask, current_app, g, has_request_context, request
from werkzeug.wrappers import Response

from pro_am.foundation import ids

HEADER = "X-Request-ID"
_SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")


def attach(app: Flask) -> None:
    app.after_request(_answer)


def request_id() -> str:
    """The id of the request under way; empty in a worker or a shell."""
    if not has_request_context():
        return ""
    if "request_id" not in g:
        g.request_id = _from_the_proxy() or ids.public_id()
    return str(g.request_id)


def _from_the_proxy() -> str | None:
    """The id that the proxy in front gave; without one, anybody could write into our logs."""
    given = request.headers.get(HEADER, "")
    is_good = current_app.config["PROXIES"] and _SANE.fullmatch(given)
    return given if is_good else None


def _answer(response: Response) -> Response:
    response.headers[HEADER] = request_id()
    return response
