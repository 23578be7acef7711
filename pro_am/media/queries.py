"""Where a picture's files are: their addresses for pages, their places on this machine."""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypedDict

from flask import current_app, url_for
from sqlalchemy import or_, select

from pro_am.accounts.models import Member
from pro_am.foundation.database import db
from pro_am.foundation.web.addresses import public_url
from pro_am.media.models import Picture, Portrait
from pro_am.media.rules import (
    CLEAN_COPY,
    FALLBACK,
    FALLBACK_WIDTH,
    RENDITIONS,
    WIDTHS,
    PictureState,
    Rendition,
    file_of,
)

Address = Callable[[int, str], str]  # of a width and an extension


class PictureAddresses(TypedDict):
    avif: dict[int, str]  # by width, narrowest first; none before the picture is ready
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
    state: PictureState


def picture_urls(
    picture: Picture | PictureFacts, address: Address | None = None
) -> PictureAddresses:
    """What `<picture>` needs; costs no query.

    A picture that is not for everybody has addresses of its own, which check who is looking.
    """
    widths = WIDTHS if picture.state is PictureState.READY else ()
    address = address or partial(_url, picture)
    return {
        "avif": {width: address(width, "avif") for width in widths},
        "jpeg": address(FALLBACK_WIDTH, "jpg"),
        "width": picture.width,
        "height": picture.height,
        "alt": picture.alt,
    }


def portrait_of(member: Member) -> Portrait | None:
    return db.session.get(Portrait, member.id)


def faces_of(
    member_ids: Collection[int], *, met: Collection[int] = ()
) -> dict[int, PictureAddresses]:
    """The faces that may be shown, by member: public ones, and those of whom one has met.

    One has met whom one has said yes to, or who has said yes; oneself, too.
    """
    found = db.session.scalars(
        select(Portrait).where(
            Portrait.member_id.in_(set(member_ids)),
            or_(Portrait.is_public, Portrait.member_id.in_(set(met))),
        )
    )
    return {portrait.member_id: picture_urls(portrait.picture) for portrait in found}


def uploads() -> Path:
    return Path(current_app.instance_path) / "uploads"


def files_of(public_id: str) -> dict[Rendition, Path]:
    return {each: uploads() / file_of(public_id, each) for each in RENDITIONS}


def clean_copy_of(public_id: str) -> Path:
    """What later renditions are made from, while a picture waits for them."""
    return uploads() / file_of(public_id, CLEAN_COPY)


def files_due(picture: Picture) -> list[Path]:
    """The files that must be there in the picture's present state."""
    files = files_of(picture.public_id)
    if picture.state is PictureState.READY:
        return list(files.values())
    return [files[FALLBACK], clean_copy_of(picture.public_id)]


def picture_with(public_id: str) -> Picture | None:
    return db.session.scalar(select(Picture).where(Picture.public_id == public_id))


def _url(picture: Picture | PictureFacts, width: int, extension: str) -> str:
    return url_for("media.show", public_id=picture.public_id, width=width, extension=extension)


def pictures_of(member: Member) -> list[dict[str, object]]:
    """What a member has given, and where each can be fetched."""
    rows = db.session.execute(
        select(Picture.public_id, Picture.alt, Picture.created_at)
        .where(Picture.owner_id == member.id)
        .order_by(Picture.id)
    )
    return [
        {
            "address": public_url(
                "media.show", public_id=public_id, width=FALLBACK_WIDTH, extension="jpg"
            ),
            "alt": alt,
            "created_at": created_at,
        }
        for public_id, alt, created_at in rows
    ]
