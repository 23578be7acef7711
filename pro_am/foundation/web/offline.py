"""Pages that an installed browser keeps for when there is no network: of their member alone.

Such a page says so by a header, with a key that stands for its member. The service worker
(static/js/worker.js) keeps a copy in the browser and shows it, saying since when, until another
member's page or a visitor's comes by; nothing else is ever kept.
"""

from flask import Flask, g
from flask_login import current_user
from werkzeug.wrappers import Response

from pro_am.foundation import ids

HEADER = "Offline-Copy"
KEY_LENGTH = 16


def keep_offline() -> None:
    """For a view that shows a member their own: the page may be kept in their browser."""
    g.kept_offline = True


def attach(app: Flask) -> None:
    app.after_request(_mark)
    app.context_processor(lambda: {"is_kept_offline": g.get("kept_offline", False)})


def _mark(response: Response) -> Response:
    is_page = response.status_code == 200 and response.mimetype == "text/html"
    if is_page and g.get("kept_offline", False) and current_user.is_authenticated:
        response.headers[HEADER] = ids.fingerprint(current_user.get_id())[:KEY_LENGTH]
    return response
