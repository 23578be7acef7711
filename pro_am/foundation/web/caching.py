"""What may be kept: by browsers files for ever, and pages that are the same for every visitor.

Such a page is asked for again before each use, and answered with 304 while the copy is right.
A few of them are kept here too (`kept_for_visitors`), drawn and compressed once for everybody.
"""

import gzip
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps

from flask import Flask, Response, current_app, request, session
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask.typing import ResponseReturnValue
from werkzeug.http import generate_etag

from pro_am.foundation import clock

KEPT_FOR = timedelta(minutes=1)
MOST_BYTES = 8 * 1024 * 1024

View = Callable[..., str]


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
        and current_app.config["SESSION_COOKIE_NAME"] not in request.cookies
        and not session.modified
    )


@dataclass(frozen=True)
class KeptPage:
    zipped: bytes
    plain: bytes
    etag: str
    stamp: Hashable
    until: datetime

    @property
    def size(self) -> int:
        return len(self.zipped) + len(self.plain) + 500

    def answer(self) -> Response:
        is_zipped = request.accept_encodings.quality("gzip") > 0
        response = Response(self.zipped if is_zipped else self.plain, mimetype="text/html")
        response.set_etag(f"{self.etag}{'-gzip' if is_zipped else ''}")
        if is_zipped:
            response.headers["Content-Encoding"] = "gzip"
        response.vary.add("Accept-Encoding")
        return response


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
    stamp: Callable[[], Hashable],
) -> Callable[[View], Callable[..., ResponseReturnValue]]:
    """Draw a page once a minute for all visitors, and anew at once when its stamp has changed.

    Whoever has a session, because they are signed in or are to be told something, gets a page of
    their own, and so does whoever asks for more than the plain address.
    """

    def decorate(view: View) -> Callable[..., ResponseReturnValue]:
        @wraps(view)
        def show(*arguments: object, **named: object) -> ResponseReturnValue:
            if request.query_string or current_app.config["SESSION_COOKIE_NAME"] in request.cookies:
                return view(*arguments, **named)
            pages: KeptPages = current_app.extensions["pro_am_pages"]
            address, now = request.root_path + request.path, clock.now()
            current = stamp(), current_app.config["COMMUNITY_NAME"]  # which is around every page
            page = pages.get(address, current, now)
            if page is None:
                html = view(*arguments, **named).encode()
                page = KeptPage(
                    gzip.compress(html, mtime=0), html, generate_etag(html), current, now + KEPT_FOR
                )
                if not session.modified:
                    pages.keep(address, page)
            return page.answer()

        return show

    return decorate
