"""Flask, with addresses that are built once: a page asks for a hundred, and most come again."""

import re
from functools import lru_cache
from typing import Any

from flask import Flask, has_request_context, request
from werkzeug.routing import BuildError

from pro_am.foundation.web.languages import language_of_words

MOST_REMEMBERED = 5_000  # addresses: about 2 MB
MOST_PATTERNS = 2_000  # as many as there are ways to ask for an address
_PLAIN = {str, int, type(None)}  # not bool: True and 1 are the same key, but not the same address
_UNCHANGED = re.compile(r"[A-Za-z0-9_-]+").fullmatch  # by whatever writes it into an address
_PLACE = "xPLACE{}x"  # where a word will stand


class Application(Flask):
    def __init__(self, *settings: Any, **named: Any) -> None:
        super().__init__(*settings, **named)
        self._remembered = lru_cache(MOST_REMEMBERED)(self._build)
        self._pattern = lru_cache(MOST_PATTERNS)(self._build_pattern)

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
        of_all = (endpoint, language_of_words(), here.environ.get("SCRIPT_NAME"))
        words: list[str] = []
        asked: list[tuple[str, Any]] = []
        for name, each in values.items():
            if type(each) is str and name[0] != "_" and _UNCHANGED(each):
                asked.append((name, _PLACE.format(len(words))))
                words.append(each)
            else:
                asked.append((name, each))
        if words and (pattern := self._pattern(*of_all, len(words), *asked)):
            return pattern.format(*words)
        return self._remembered(*of_all, *values.items())

    def _build(
        self, endpoint: str, _language: str, _root: str | None, *values: tuple[str, Any]
    ) -> str:
        return super().url_for(endpoint, **dict(values))

    def _build_pattern(
        self,
        endpoint: str,
        language: str,
        root: str | None,
        words: int,
        *values: tuple[str, Any],
    ) -> str | None:
        """The address with a place for each word; None where it hangs on what the words are."""
        try:
            address = self._build(endpoint, language, root, *values)
        except (BuildError, ValueError):  # only certain words stand there
            return None
        address = address.replace("{", "{{").replace("}", "}}")
        for number in range(words):
            place = _PLACE.format(number)
            if address.count(place) != 1:
                return None
            address = address.replace(place, f"{{{number}}}")
        return address
