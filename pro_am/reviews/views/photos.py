"""The photos of reviews, for whoever may see the review."""

from flask import Response, abort

from pro_am.accounts.current import member_or_none
from pro_am.foundation import clock
from pro_am.foundation.web.policy import Policy, allow
from pro_am.media.views import send_rendition
from pro_am.reviews.queries.photos import visible_photo
from pro_am.reviews.views.own import blueprint

# A review that is hidden takes its photos along: they are not kept for long.
CACHING = "private, max-age=3600"


@blueprint.get("/reviews/photos/<public_id>-<int:width>.<any(avif,jpg):extension>")
@allow(Policy.PUBLIC)
def photo(public_id: str, width: int, extension: str) -> Response:
    found = visible_photo(public_id, member_or_none(), clock.now()) or abort(404)
    return send_rendition(found.public_id, width, extension, caching=CACHING)
