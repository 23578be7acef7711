"""Hostile samples of our own, made when they are needed; none is kept as a file."""

import io
import struct
import zlib
from collections.abc import Mapping

from PIL import Image, PngImagePlugin

NAUGHTY: Mapping[str, str] = {
    "emoji": "Pâtes 🍝👩🏽‍🍳 chez 👨‍👩‍👧‍👦",
    "right to left": "طبخ منزلي \u202etxet\u202c עם אהבה",
    "zero width": "ta\u200bble\u2060 d\u00adhôte\ufeff",
    "combining": "Z̷̛͖a̴l̸̢g̶o̵ ṅo̷d̶l̸e̵s̶",
    "script": "<script>alert('pro-am')</script>",
    "attribute": '" onfocus="alert(1)" autofocus="',
    "template": "{{ config.SECRET_KEY }} {% raw %} %(num)s ${7*7}",
    "sql": "'; DROP TABLE offers; --",
    "markdown": "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "nul": "before\0after",
    "lines": "one\r\ntwo\rthree\u2028four\u0085five",
    "wildcards": "%_\\%",
    "number": "9" * 400,
    "long": "m" * 10_000,
}


def pictures() -> dict[str, bytes]:
    """Uploads by a name that says what is wrong with each; the first one is good."""
    good = _saved(_noise(), "JPEG")
    png = _saved(_noise(), "PNG")
    return {
        "good.jpg": good,
        "good.png": png,
        "empty.jpg": b"",
        "half.jpg": good[: len(good) // 2],
        "half.png": png[: len(png) // 2],
        "flipped.png": _flipped(png),
        "program.png": b"#!/usr/bin/env python3\nprint('not a picture')\n",
        "document.jpg": b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n",
        "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "comment.jpg": _saved(_noise(), "JPEG", comment=b"<script>alert(1)</script>"),
        "88-million-points.png": _saved(Image.new("RGBA", (9400, 9400)), "PNG"),
        "four-thousand-million-points.png": _png_that_promises(65_000, 65_000),
        "long-and-thin.png": _png_that_promises(1, 60_000),
        "swelling-text.png": _swelling_text(),
        "sixty-large-frames.gif": _animation(60, (3000, 3000)),
        "13-megabytes.jpg": good + b"\0" * (13 * 1024 * 1024),
    }


def _noise() -> Image.Image:
    return Image.effect_noise((400, 300), 60).convert("RGB")


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def _flipped(content: bytes) -> bytes:
    """With every 97th byte after the header turned round."""
    damaged = bytearray(content)
    for place in range(60, len(damaged), 97):
        damaged[place] ^= 0xFF
    return bytes(damaged)


def _png_that_promises(width: int, height: int) -> bytes:
    """A header for so many points, with few bytes behind it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    data = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    )


def _swelling_text() -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("comment", "x" * 64_000_000, zip=True)
    return _saved(_noise(), "PNG", pnginfo=text)


def _animation(frames: int, size: tuple[int, int]) -> bytes:
    first, *others = (Image.new("L", size, shade * 4) for shade in range(frames))
    return _saved(first, "GIF", save_all=True, append_images=others)
