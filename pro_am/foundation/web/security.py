"""Headers, cross-site checks and the proxy in front: the same for every answer."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, abort, current_app, request
from flask.typing import ResponseReturnValue
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response

csrf = CSRFProtect()

View = TypeVar("View", bound=Callable[..., object])

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), geolocation=(self), microphone=(), payment=(), usb=()",
}
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
FORM_AROUND_FILES = 64 * 1024  # the other fields, and what parts them


def takes_files(most_bytes: int) -> Callable[[View], View]:
    """Let a view's form be larger than others are, by files of so many bytes."""

    def declare(view: View) -> View:
        view.most_bytes = most_bytes  # type: ignore[attr-defined]
        return view

    return declare


def attach(app: Flask) -> None:
    app.before_request(_refuse_nul)
    app.before_request(_refuse_other_sites)
    app.before_request(_make_room_for_files)
    csrf.init_app(app)  # reads the form, so those above come before
    app.before_request(_refuse_nul_in_form)
    app.after_request(_add_headers)
    if proxies := app.config["PROXIES"]:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=0
        )


def _refuse_nul() -> None:
    """No address of ours holds a NUL character, and PostgreSQL would stumble over it."""
    if "\0" in request.path or b"%00" in request.query_string:
        abort(404)


def _refuse_nul_in_form() -> None:
    if any("\0" in text for texts in request.form.listvalues() for text in texts):
        abort(400)


def _refuse_other_sites() -> ResponseReturnValue | None:
    """A changing request must come from our own pages: a second lock beside the CSRF token."""
    if request.method in SAFE_METHODS:
        return None
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(400)
    origin = request.headers.get("Origin")
    if origin and origin != "null" and origin.partition("://")[2] != request.host:
        abort(400)
    return None


def _make_room_for_files() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    most_bytes: int | None = getattr(view, "most_bytes", None)
    if most_bytes is not None:
        request.max_content_length = most_bytes + FORM_AROUND_FILES


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault(
            "Strict-Transport-Security", "max-age=63072000; includeSubDomains"
        )
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response
