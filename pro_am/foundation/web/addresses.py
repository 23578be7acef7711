"""Addresses for letters, from PUBLIC_URL; and of a page with what its reader asked for."""

from collections.abc import Iterable
from urllib.parse import urlencode

from flask import current_app
from flask_babel import get_locale


def public_url(endpoint: str, *, language: str | None = None, **values: object) -> str:
    """The full address of a page, in the given language or the one being written in.

    From PUBLIC_URL, never from what a request calls itself.
    """
    known = {key: value for key, value in values.items() if value is not None}
    language = language or str(get_locale() or current_app.config["LANGUAGE"])[:2]
    if current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        known["language"] = language
    # A path made without the request's host, whatever Host header came with it.
    adapter = current_app.url_map.bind("host.invalid")
    return str(current_app.config["PUBLIC_URL"]) + adapter.build(endpoint, known)


def with_query(path: str, asked: Iterable[tuple[str, object]]) -> str:
    """The path with these names and values behind it.

    What comes from an address goes back into one through here: given to `url_for`, names like
    `_external`, `endpoint` or `language` would mean something else.
    """
    query = urlencode(list(asked))
    return f"{path}?{query}" if query else path
