"""A browser without a screen: it keeps cookies, fills in the forms of pages, follows nothing."""

import io
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import (
    HTTPCookieProcessor,
    HTTPRedirectHandler,
    OpenerDirector,
    Request,
    build_opener,
)

from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart

from pro_am.operations.drills.hostile.pages import Form, forms_in

PATIENCE = 60  # seconds
NO_ANSWER = (OSError, HTTPException)  # refused, cut off, or out of patience


@dataclass(frozen=True, slots=True)
class Page:
    status: int
    text: str
    ms: float
    location: str  # where a redirect leads


class Visitor:
    def __init__(self, address: str, *, place: str | None = None) -> None:
        """A place is where they come from, for a server that believes the proxy in front of it."""
        self._address = address
        self._headers = {"X-Forwarded-For": place} if place else {}
        self._opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()), _StayHere())

    def get(self, path: str) -> Page:
        return self._open(
            Request(urljoin(self._address, path), headers=self._headers)  # noqa: S310 - our own server
        )

    def sign_in(self, email: str, password: str) -> None:
        form = self.form("/en/account/sign-in", "password")
        self.send(form, {"email": email, "password": password})

    def form(self, path: str, field: str) -> Form:
        """The form of that page which has this field."""
        page = self.get(path)
        for form in forms_in(page.text):
            if field in form.fields:
                form.action = urljoin(path, form.action or path)
                return form
        raise LookupError(f"{path} answered {page.status} and has no form with {field}")

    def send(self, form: Form, changes: Mapping[str, Any]) -> Page:
        """Post the form with these values; bytes, with the name of a file, are an upload."""
        data: MultiDict[str, Any] = MultiDict(
            (name, value) for name, values in form.values.items() for value in values
        )
        for name, value in changes.items():
            data.setlist(name, [value])
        boundary, body = encode_multipart(data)
        return self._open(
            Request(  # noqa: S310 - our own server
                urljoin(self._address, form.action),
                data=body,
                headers={
                    **self._headers,
                    "Content-Type": f'multipart/form-data; boundary="{boundary}"',
                    "Origin": self._address,
                },
            )
        )

    def _open(self, request: Request) -> Page:
        began = time.monotonic()
        try:
            answer = self._opener.open(request, timeout=PATIENCE)
        except HTTPError as told:  # every status but 2xx
            answer = told
        with answer:
            text = answer.read().decode(errors="replace")
        ms = 1000 * (time.monotonic() - began)
        return Page(answer.status, text, ms, answer.headers.get("Location") or "")


def upload(name: str, content: bytes) -> FileStorage:
    return FileStorage(io.BytesIO(content), filename=name, content_type="application/octet-stream")


class _StayHere(HTTPRedirectHandler):
    def redirect_request(self, *_arguments: object) -> None:
        return None
