"""Going on to a page that the address asked for, if it is one of ours."""

from urllib.parse import urlsplit

from flask import redirect, request
from werkzeug.wrappers import Response


def own_path(target: str | None) -> str | None:
    """The target when it is a path of this site, else None: `//evil` and `/\\evil` are not."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return None
    if any(ord(character) < 32 for character in target):
        return None
    parts = urlsplit(target)
    return target if not parts.scheme and not parts.netloc else None


def onward(default: str) -> Response:
    """303 to `?next=` when it is ours, else to the default."""
    return redirect(own_path(request.args.get("next")) or default, 303)
