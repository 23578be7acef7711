"""Pictures of activities, for the two people of a programme alone."""

from flask import Response, abort, url_for
from flask.typing import ResponseReturnValue

from pro_am.foundation.web.policy import Policy, allow
from pro_am.media.queries import PictureAddresses, picture_urls
from pro_am.media.views import send_rendition
from pro_am.programmes.models import Item, Programme
from pro_am.programmes.queries import plans
from pro_am.programmes.views.own import blueprint
from pro_am.programmes.views.whose import own_programme


@blueprint.get("/<public_id>/items/<item>/picture-<int:width>.<any(avif,jpg):extension>")
@allow(Policy.PARTICIPANT)
def picture(public_id: str, item: str, width: int, extension: str) -> ResponseReturnValue:
    programme, _side = own_programme(public_id)
    found = plans.item_of(programme, item)
    if found is None or found.picture is None:
        abort(404)
    answer: Response = send_rendition(
        found.picture.public_id, width, extension, caching="private, max-age=3600"
    )
    return answer


@blueprint.app_template_global()
def photo_of(programme: Programme, item: Item) -> PictureAddresses | None:
    """Where its two people find the picture of an activity."""
    if item.picture is None:
        return None

    def address(width: int, extension: str) -> str:
        return url_for(
            "programmes.picture",
            public_id=programme.public_id,
            item=item.public_id,
            width=width,
            extension=extension,
        )

    return picture_urls(item.picture, address)
