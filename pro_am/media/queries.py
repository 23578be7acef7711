"""Where a picture's files are: their addresses for pages, their places on this machine."""

from pathlib import Path
from typing import NamedTuple, TypedDict

from flask import current_app, url_for

from pro_am.media.models import Picture
from pro_am.media.rules import FALLBACK_WIDTH, RENDITIONS, WIDTHS, Rendition, file_of


class PictureAddresses(TypedDict):
    avif: dict[int, str]  # by width, narrowest first
    jpeg: str
    width: int  # with height: for the shape kept free on the page
    height: int
    alt: str


class PictureFacts(NamedTuple):
    """The columns of a picture that `picture_urls` needs."""

    public_id: str
    width: int
    height: int
    alt: str


def picture_urls(picture: Picture | PictureFacts) -> PictureAddresses:
    """What `<picture>` needs; costs no query."""
    return {
        "avif": {width: _url(picture, width, "avif") for width in WIDTHS},
        "jpeg": _url(picture, FALLBACK_WIDTH, "jpg"),
        "width": picture.width,
        "height": picture.height,
        "alt": picture.alt,
    }


def uploads() -> Path:
    return Path(current_app.instance_path) / "uploads"


def files_of(public_id: str) -> dict[Rendition, Path]:
    return {each: uploads() / file_of(public_id, each) for each in RENDITIONS}


def _url(picture: Picture | PictureFacts, width: int, extension: str) -> str:
    return url_for("media.show", public_id=picture.public_id, width=width, extension=extension)
