"""Pictures as browsers fetch them: straight from the disk, no query, kept for ever."""

from flask import Blueprint, Response, abort, send_file

from pro_am.foundation.web.assets import FOR_EVER
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media import queries
from pro_am.media.rules import Rendition

CONTENT_TYPES = {"avif": "image/avif", "jpg": "image/jpeg"}

blueprint = Blueprint("media", __name__, url_prefix="/media")


@blueprint.get("/<string(length=24):public_id>-<int:width>.<any(avif,jpg):extension>")
@allow(Policy.PUBLIC)
def show(public_id: str, width: int, extension: str) -> Response:
    """Whoever knows the 96 random bits of its name may see a picture; private ones are longer."""
    if not public_id.isalnum():
        abort(404)
    return send_rendition(public_id, width, extension, caching=FOR_EVER)


def send_rendition(public_id: str, width: int, extension: str, *, caching: str) -> Response:
    """A picture's file as browsers may have it; whether they may is the caller's question."""
    file = queries.files_of(public_id).get(Rendition(width, extension))
    if file is None or not file.is_file():
        abort(404)
    response = send_file(file, mimetype=CONTENT_TYPES[extension])
    response.headers["Cache-Control"] = caching
    # Opened on its own it is still only a picture: it runs nothing and belongs to no origin.
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
