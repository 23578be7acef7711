"""Static files under addresses that change with their content, so browsers keep them for ever.

All style sheets are one file, put together in the order of their layers at the first request.
"""

import gzip
import hashlib
import mimetypes
import re
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, abort, request, url_for

from pro_am.foundation.web.policy import Policy, allow

FOLDER = Path(__file__).parents[2] / "static"
SHEET_ORDER = ("tokens.css", "base.css", "layout.css", "components", "features", "print.css")
ALL_STYLES = "css/app.css"
COMPRESSED = {".css", ".js", ".svg"}
FOR_EVER = "public, max-age=31536000, immutable"

mimetypes.add_type("image/avif", ".avif")
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("text/javascript", ".js")


def attach(app: Flask) -> None:
    app.add_url_rule("/static/<version>/<path:path>", "static", serve)
    app.jinja_env.globals["static"] = static


def static(path: str) -> str:
    """The address of a file in `static/`, with its content's fingerprint."""
    return url_for("static", version=_version(path), path=path)


@allow(Policy.PUBLIC)
def serve(version: str, path: str) -> Response:
    try:
        current = _version(path)
    except FileNotFoundError:
        abort(404)
    zipped = Path(path).suffix in COMPRESSED and request.accept_encodings.quality("gzip") > 0
    response = Response(_gzipped(path) if zipped else _content(path))
    response.content_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
    if response.content_type.startswith("text/"):
        response.content_type += "; charset=utf-8"
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    if Path(path).suffix in COMPRESSED:
        response.headers["Vary"] = "Accept-Encoding"
    # An old address still answers (a page of yesterday is open somewhere) but is not kept.
    response.headers["Cache-Control"] = FOR_EVER if version == current else "no-cache"
    return response


@lru_cache(maxsize=512)
def _version(path: str) -> str:
    return hashlib.sha256(_content(path)).hexdigest()[:12]


@lru_cache(maxsize=512)
def _gzipped(path: str) -> bytes:
    return gzip.compress(_content(path), 9, mtime=0)


@lru_cache(maxsize=512)
def _content(path: str) -> bytes:
    if path == ALL_STYLES:
        return _all_styles().encode()
    try:
        file = (FOLDER / path).resolve()
        if file.is_relative_to(FOLDER.resolve()) and file.is_file():
            return file.read_bytes()
    except (OSError, ValueError):
        pass  # no file can have such a name: too long, or with a NUL in it
    raise FileNotFoundError(path)


def _all_styles() -> str:
    sheets: list[Path] = []
    for name in SHEET_ORDER:
        place = FOLDER / "css" / name
        sheets += sorted(place.glob("*.css")) if place.is_dir() else [place]
    # The order of layers is fixed by the first mention, whatever file is read first.
    text = "@layer tokens, base, layout, components, features;\n"
    text += "\n".join(sheet.read_text() for sheet in sheets if sheet.is_file())
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s*\n\s*", "\n", text)
    return re.sub(r"url\(\"?/static/([^\")]+)\"?\)", _with_version, text)


def _with_version(match: re.Match[str]) -> str:
    path = match.group(1)
    return f'url("/static/{_version(path)}/{path}")'
