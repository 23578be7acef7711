"""What may be kept: by browsers files for ever, and pages that are the same for every visitor.

Such a page is asked for again before each use, and answered with 304 while the copy is right.
Some of them are kept here too (`kept_for_visitors`), drawn and compressed once for everybody.
"""

import gzip
import threading
from collections import OrderedDict
from collections.abc import Callable, Container, Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from flask import Flask, Response, current_app, request, session
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask.typing import ResponseReturnValue
from werkzeug.http import generate_etag

from pro_am.foundation import clock

KEPT_FOR = timedelta(minutes=1)
MOST_BYTES = 6 * 1024 * 1024


class Sessions(SecureCookieSessionInterface):
    """Keeps sessions out of what is public.

    Flask-Login looks into the session on every request, which makes Flask say that the answer
    varies by cookie: browsers would fetch all styles and pictures again after signing in.
    """

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if not response.cache_control.public:
            super().save_session(app, session, response)


def attach(app: Flask) -> None:
    app.session_interface = Sessions()
    app.extensions["pro_am_pages"] = KeptPages()
    app.after_request(_let_be_kept)


def _let_be_kept(response: Response) -> Response:
    """Let a visitor's browser keep the page; pages about somebody are never kept."""
    if not _is_same_for_all(response):
        return response
    response.headers["Cache-Control"] = "private, no-cache"
    response.vary.add("Cookie")  # who signs in must not be shown the visitor's page
    response.add_etag()
    response.make_conditional(request.environ)
    return response


def _is_same_for_all(response: Response) -> bool:
    return (
        request.method in ("GET", "HEAD")
        and response.status_code == 200
        and response.mimetype == "text/html"
        and "Cache-Control" not in response.headers
        and not _has_session()
        and not session.modified
    )


@dataclass(frozen=True)
class KeptPage:
    plain: bytes
    etag: str
    stamp: Hashable
    until: datetime

    @cached_property
    def zipped(self) -> bytes:
        return gzip.compress(self.plain, 6, mtime=0)

    @property
    def size(self) -> int:
        """About: a compressed page is less than a quarter of it."""
        return len(self.plain) * 5 // 4 + 500


class KeptPages:
    """Pages by address, for all threads; when they weigh too much, the longest unused go."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._pages: OrderedDict[str, KeptPage] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, address: str, stamp: Hashable, now: datetime) -> KeptPage | None:
        with self._lock:
            page = self._pages.get(address)
            if page is None or page.stamp != stamp or page.until <= now:
                return None
            self._pages.move_to_end(address)
            return page

    def keep(self, address: str, page: KeptPage) -> None:
        with self._lock:
            if old := self._pages.pop(address, None):
                self._bytes -= old.size
            self._pages[address] = page
            self._bytes += page.size
            while self._bytes > self._most_bytes:
                self._bytes -= self._pages.popitem(last=False)[1].size


def kept_for_visitors(
    stamp: Callable[[], Hashable | None],
    draw: Callable[[], str],
    *,
    asks: Container[str] = (),
    variant: str = "",
) -> ResponseReturnValue:
    """The page as another visitor got it less than a minute ago, while its stamp holds.

    A stamp of None says that nothing tells when the page changes.
    `variant` tells apart what visitors of different groups get under one address.
    `asks` are the parts of the address's query that the page understands. Who asks for something
    else gets a page of their own, and so does whoever has a session, because they are signed in or
    are to be told something.
    """
    if not all(name in asks for name in request.args) or _has_session():
        return draw()
    pages: KeptPages = current_app.extensions["pro_am_pages"]
    address, now, told = f"{request.root_path}{request.full_path} {variant}", clock.now(), stamp()
    if told is None:
        return draw()
    current = told, current_app.config["COMMUNITY_NAME"]  # which is around every page
    if page := pages.get(address, current, now):
        return _answer(page, zipped=request.accept_encodings.quality("gzip") > 0)
    html = draw().encode()
    page = KeptPage(html, generate_etag(html), current, now + KEPT_FOR)
    if not session.modified:
        pages.keep(address, page)
    # Whether it is worth compressing shows when somebody asks for it again.
    return _answer(page, zipped=False)


def _has_session() -> bool:
    return current_app.config["SESSION_COOKIE_NAME"] in request.cookies


def _answer(page: KeptPage, *, zipped: bool) -> Response:
    response = Response(page.zipped if zipped else page.plain, mimetype="text/html")
    response.set_etag(f"{page.etag}{'-gzip' if zipped else ''}")
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    return response
