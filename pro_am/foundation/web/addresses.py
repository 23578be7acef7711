"""Addresses for letters: from PUBLIC_URL, never from what a request calls itself."""

from flask import current_app, url_for
from flask_babel import get_locale


def public_url(endpoint: str, *, language: str | None = None, **values: object) -> str:
    """The full address of a page, in the given language or the one being written in."""
    known = {key: value for key, value in values.items() if value is not None}
    language = language or str(get_locale() or current_app.config["LANGUAGE"])[:2]
    if current_app.url_map.is_endpoint_expecting(endpoint, "language"):
        known["language"] = language
    # A path made without the request's host, whatever Host header came with it.
    adapter = current_app.url_map.bind("host.invalid")
    return str(current_app.config["PUBLIC_URL"]) + adapter.build(endpoint, known)
