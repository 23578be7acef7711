"""Where the pictures of a dispute are found, by whoever may see them."""

from typing import Any

from flask import url_for

from pro_am.bookings.models import Dispute
from pro_am.media.models import Picture
from pro_am.media.queries import PictureAddresses, picture_urls


def evidence_urls(
    dispute: Dispute | None, endpoint: str, **whose: Any
) -> dict[str, PictureAddresses]:
    """By the public id of a picture, under an address that checks who is looking."""
    if dispute is None:
        return {}
    return {
        each.picture.public_id: _urls(each.picture, endpoint, whose)
        for statement in dispute.statements
        for each in statement.shown
    }


def _urls(picture: Picture, endpoint: str, whose: dict[str, Any]) -> PictureAddresses:
    def address(width: int, extension: str) -> str:
        return url_for(
            endpoint, public_id=picture.public_id, width=width, extension=extension, **whose
        )

    return picture_urls(picture, address)
