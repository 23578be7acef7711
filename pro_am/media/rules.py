"""Pure: which pictures we take, what becomes of them, and how their files are called."""

import enum
from dataclasses import dataclass
from pathlib import PurePosixPath

from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

LARGEST_BYTES = 12 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 12_000
WIDTHS = (400, 800, 1200)
FALLBACK_WIDTH = 800  # the JPEG, for letters and browsers that cannot read AVIF


# How the ids of pictures begin that the public address of pictures does not know: only pages
# that have checked who is looking serve them.
PRIVATE = "private-"  # in a message
EVIDENCE = "evidence-"  # of what happened, for the two and for moderators
REVIEWED = "review-"  # with a review, for everybody once it is shown
PLANNED = "plan-"  # of an activity, for the coach and their clients


class PictureTooHeavy(Refusal):
    message = mark("This file is larger than 12 MB. Please choose a lighter one.")
    field = "picture"


class PictureTooLarge(Refusal):
    message = mark("This picture has more than 40 million pixels. Please make it smaller first.")
    field = "picture"


class NotAPicture(Refusal):
    message = mark("We take pictures as JPEG, PNG, WebP, GIF, AVIF or HEIC files.")
    field = "picture"


class PictureBroken(Refusal):
    message = mark("This file is damaged: we cannot open it. Please choose another.")
    field = "picture"


class HeicNotSupported(Refusal):
    message = mark(
        "This is a picture in Apple’s HEIC format, which we cannot read here. On an iPhone, choose"
        " Settings, Camera, Formats, Most compatible; or send us a screenshot of it."
    )
    field = "picture"


class OneAtATime(Refusal):
    message = mark("Another picture of yours is just arriving. Please try again in a moment.")
    field = "picture"


class TooManyAtOnce(Refusal):
    message = mark("Many pictures are arriving at this moment. Please try again in a minute.")
    field = "picture"


class PictureState(enum.StrEnum):
    """A picture is shown from the start, as a JPEG; its lighter renditions follow."""

    WAITING = "waiting"
    READY = "ready"


class Format(enum.StrEnum):
    """What a file is by its content, whatever its name says. The values are Pillow's names."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    GIF = "GIF"
    AVIF = "AVIF"
    HEIC = "HEIF"


HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


def format_of(content: bytes) -> Format:
    """Recognise a picture by its first bytes, or raise `NotAPicture`."""
    if content.startswith(b"\xff\xd8\xff"):
        return Format.JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Format.PNG
    if content.startswith((b"GIF87a", b"GIF89a")):
        return Format.GIF
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return Format.WEBP
    brands = _brands_of(content)
    if brands & {b"avif", b"avis"}:
        return Format.AVIF
    if brands & HEIC_BRANDS:
        return Format.HEIC
    raise NotAPicture


def _brands_of(content: bytes) -> set[bytes]:
    """The brands of an ISO base media file (ISO/IEC 14496-12, 4.3): its first box is `ftyp`."""
    if content[4:8] != b"ftyp":
        return set()
    end = min(int.from_bytes(content[:4]), 256)
    return {content[8:12], *(content[i : i + 4] for i in range(16, end, 4))}


def check_weight(size: int) -> None:
    if size > LARGEST_BYTES:
        raise PictureTooHeavy


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file we serve: at most `width` wide and twice as high, never larger than the original."""

    width: int
    extension: str  # avif, jpg or clean


# Made at once: what is shown meanwhile, and the clean copy from which the worker makes the rest.
# The copy is never served, and goes when the rest is made.
FALLBACK = Rendition(FALLBACK_WIDTH, "jpg")
CLEAN_COPY = Rendition(max(WIDTHS), "clean")
LATER = tuple(Rendition(width, "avif") for width in WIDTHS)
RENDITIONS = (*LATER, FALLBACK)


def file_of(public_id: str, rendition: Rendition) -> PurePosixPath:
    """Where a rendition lies under the uploads folder; two letters keep folders small."""
    name = f"{public_id}-{rendition.width}.{rendition.extension}"
    return PurePosixPath(public_id[:2]) / name
