"""Flask, with addresses that are built once: a page asks for a hundred, and most come again."""

from functools import lru_cache
from typing import Any

from flask import Flask, has_request_context, request
from flask_babel import get_locale

MOST_REMEMBERED = 5_000  # addresses: about 2 MB
_PLAIN = {str, int, type(None)}  # not bool: True and 1 are the same key, but not the same address


class Application(Flask):
    def __init__(self, *settings: Any, **named: Any) -> None:
        super().__init__(*settings, **named)
        self._remembered = lru_cache(MOST_REMEMBERED)(self._build)

    def url_for(self, endpoint: str, **values: Any) -> str:
        """As Flask's own. A path depends on the names and values, the language, and no more."""
        # Flask's function of this name says None for both.
        is_path = values.get("_external") is None and values.get("_scheme") is None
        is_plain = is_path and all(type(each) in _PLAIN for each in values.values())
        if not is_plain or not has_request_context():
            return super().url_for(endpoint, **values)
        here = request._get_current_object()  # type: ignore[attr-defined]  # the proxy is dear
        if endpoint.startswith(".") and here.blueprint:
            endpoint = here.blueprint + endpoint
        locale = get_locale()
        return self._remembered(
            endpoint,
            locale.language if locale else "",
            here.environ.get("SCRIPT_NAME"),
            *values.items(),
        )

    def _build(
        self, endpoint: str, _language: str, _root: str | None, *values: tuple[str, Any]
    ) -> str:
        return super().url_for(endpoint, **dict(values))
