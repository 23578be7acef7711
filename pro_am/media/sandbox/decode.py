"""The script of the child: standard input is a picture, the current folder takes its renditions.

Run by its path, alone: it imports nothing of the product, and Pillow only once its own limits hold.
Its one argument is an `Order` as JSON, its answer the upright size as JSON. It exits with
`TOO_LARGE`, or as Python does after an error, which means that the picture is broken.
"""

from __future__ import annotations

import importlib
import io
import json
import resource
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from PIL import Image

TOO_LARGE = 3  # exit status

PAPER = (251, 246, 238)  # the pages' colour, under what is transparent
ENCODERS: dict[str, dict[str, Any]] = {
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
    # Speed 8 of 10: the three widths take 0.9 s of one slow core; 6 takes twice as long and saves a
    # tenth of the bytes.
    "avif": {"format": "AVIF", "quality": 58, "speed": 8, "max_threads": 1},
    # The copy that later renditions are made from: nothing of the picture is lost to the eye.
    "clean": {"format": "JPEG", "quality": 95, "subsampling": 0},
}
ORIENTATION = 0x0112  # EXIF tag
QUARTER_TURNED = range(5, 9)  # its values that swap width and height


class Order(TypedDict):
    format: str  # Pillow's name of the only decoder that may be tried
    most_pixels: int
    longest_side: int
    renditions: list[tuple[int, str]]  # width and extension; at most twice as high as wide
    memory_bytes: int
    cpu_seconds: int
    file_bytes: int


def main() -> None:
    order: Order = json.loads(sys.argv[1])
    _limit_this_process(order)
    try:
        width, height = _render(sys.stdin.buffer.read(), order)
    except MemoryError:
        sys.exit(TOO_LARGE)
    json.dump({"width": width, "height": height}, sys.stdout)


def _limit_this_process(order: Order) -> None:
    for what, most in (
        (resource.RLIMIT_AS, order["memory_bytes"]),
        (resource.RLIMIT_CPU, order["cpu_seconds"]),
        (resource.RLIMIT_FSIZE, order["file_bytes"]),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _render(content: bytes, order: Order) -> tuple[int, int]:
    """Write every rendition; return the upright size of the original."""
    widest = max(width for width, _ in order["renditions"])
    image = _open(content, order)
    width, height = image.size
    image.draft(None, (widest, widest))  # a large JPEG is decoded at a fraction of its size
    image.load()
    if image.getexif().get(ORIENTATION) in QUARTER_TURNED:
        width, height = height, width
    image = _on_paper(_in_srgb(_upright_within(image, widest)))
    for limit, extension in order["renditions"]:
        rendition = image.copy()
        _shrink(rendition, limit)
        # Not straight to the disk: Pillow's JPEG encoder does not notice when that is full.
        encoded = io.BytesIO()
        rendition.save(encoded, **ENCODERS[extension])
        Path(f"{limit}.{extension}").write_bytes(encoded.getbuffer())
    return width, height


def _open(content: bytes, order: Order) -> Image.Image:
    """Read the header only, and go no further when it promises too much."""
    from PIL import AvifImagePlugin, Image

    AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # each thread would take its share of the memory
    Image.MAX_IMAGE_PIXELS = None  # our own limits are below
    if order["format"] == "HEIF":
        importlib.import_module("pillow_heif").register_heif_opener()
    image = Image.open(io.BytesIO(content), formats=[order["format"]])
    width, height = image.size
    if width * height > order["most_pixels"] or max(width, height) > order["longest_side"]:
        sys.exit(TOO_LARGE)
    return image


def _upright_within(image: Image.Image, limit: int) -> Image.Image:
    """Of an animation, the first frame. Turned before it is shrunk: the limit is on its width."""
    from PIL import ImageOps

    if image.mode.startswith("I;16"):
        # Pillow would cut 16 bits off at 255 rather than scale them.
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    elif image.mode in ("P", "PA", "1"):
        image = image.convert("RGBA")
    image = ImageOps.exif_transpose(image)
    _shrink(image, limit)
    return image


def _shrink(image: Image.Image, limit: int) -> None:
    from PIL import Image

    image.thumbnail((limit, 2 * limit), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _in_srgb(image: Image.Image) -> Image.Image:
    """Colours as the picture's profile means them; with a bad profile, as its numbers say."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK", "L"):
        return image
    try:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, meant, srgb, outputMode="RGB") or image
    except (OSError, ImageCms.PyCMSError):
        return image


def _on_paper(image: Image.Image) -> Image.Image:
    """On a new sheet, so that no comment, profile, place or date of the original comes along."""
    from PIL import Image

    paper = Image.new("RGB", image.size, PAPER)
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        paper.paste(image, mask=image.getchannel("A"))
    else:
        paper.paste(image.convert("RGB"))
    return paper


if __name__ == "__main__":
    main()
