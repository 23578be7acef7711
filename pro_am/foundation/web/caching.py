"""What browsers may keep: files for ever, and pages that are the same for every visitor.

Such a page is asked for again before each use, and answered with 304 while the copy is right.
"""

from flask import Flask, Response, current_app, request, session
from flask.sessions import SecureCookieSessionInterface, SessionMixin


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
