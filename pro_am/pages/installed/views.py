"""The manifest, the service worker, and the page that is shown without a network."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Response, current_app, jsonify, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pro_am.foundation.web.assets import FOLDER, static
from pro_am.foundation.web.languages import LANGUAGES, current_language
from pro_am.foundation.web.policy import Policy, allow

blueprint = Blueprint("installed", __name__)
plain = Blueprint("worker", __name__)

PAPER, PINE = "#fbf6ee", "#1e5b46"
ICONS = (
    ("img/icon-192.png", "192x192", "any"),
    ("img/icon-512.png", "512x512", "any"),
    ("img/icon-maskable-512.png", "512x512", "maskable"),
)
# What the offline page is drawn with.
FILES = (
    "css/app.css",
    "js/app.js",
    "js/offline.js",
    "fonts/figtree.woff2",
    "fonts/fraunces.woff2",
    "img/icons.svg",
    "img/icon.svg",
)


@blueprint.get("/app.webmanifest")
@allow(Policy.PUBLIC)
def manifest() -> ResponseReturnValue:
    name = current_app.config["COMMUNITY_NAME"]
    response = jsonify(
        {
            "id": "/",
            "name": name,
            "short_name": name,
            "description": _("Gifted amateurs near you, vouched for by people who know them."),
            "lang": current_language(),
            "dir": "ltr",
            "start_url": url_for("my_week.show"),
            "scope": "/",
            "display": "standalone",
            "background_color": PAPER,
            "theme_color": PINE,
            "icons": [
                {"src": static(path), "sizes": sizes, "type": "image/png", "purpose": purpose}
                for path, sizes, purpose in ICONS
            ],
            "shortcuts": [
                {"name": _("My week"), "url": url_for("my_week.show")},
                {"name": _("My coaching"), "url": url_for("coaching.index")},
                {"name": _("SOS"), "url": url_for("sos.call")},
            ],
        }
    )
    response.mimetype = "application/manifest+json"
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


@blueprint.get("/offline")
@allow(Policy.PUBLIC)
def offline() -> ResponseReturnValue:
    """Nothing of anybody: the browser keeps it, and lists what it has kept."""
    return render_template("pages/offline.html")


@plain.get("/worker.js")
@allow(Policy.PUBLIC)
def script() -> ResponseReturnValue:
    """From the root, so that it may answer for every page."""
    pages = [url_for("installed.offline", language=language) for language in LANGUAGES]
    files = [*pages, *(static(path) for path in FILES)]
    named = {
        "FILES": files,
        "FALLBACK": current_app.config["LANGUAGE"],
        "VERSION": _version(*files, current_app.config["COMMUNITY_NAME"], *_sources()),
    }
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in named.items())
    return Response(
        head + _worker(),
        content_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": "no-cache", "Service-Worker-Allowed": "/"},
    )


@lru_cache(maxsize=1)
def _worker() -> str:
    return (FOLDER / "js" / "worker.js").read_text()


@lru_cache(maxsize=1)
def _sources() -> list[str]:
    """What the offline page is made of, besides its files."""
    templates = Path(current_app.root_path) / "templates"
    return [(templates / name).read_text() for name in ("pages/offline.html", "layout/base.html")]


def _version(*parts: str) -> str:
    """Another one whenever something in the shell is."""
    return hashlib.sha256("\n".join((*parts, _worker())).encode()).hexdigest()[:12]
