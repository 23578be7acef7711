"""What every template and style sheet keeps to."""

import re

import pytest

from pro_am.foundation.web import assets
from tests.foundation.web.drawing import PRO_AM

STATIC = PRO_AM / "static"
KILOBYTE = 1024


def templates() -> dict[str, str]:
    """The pages; letters are not pages: mail programs know nothing but inline styles."""
    folder = PRO_AM / "templates"
    return {
        str(file.relative_to(folder)): file.read_text()
        for file in folder.rglob("*.html")
        if file.name not in ("letter.html", "letter_parts.html") and "emails" not in file.parts
    }


def test_no_page_holds_inline_styles_or_scripts() -> None:
    # Linked data is no script: no browser runs it, and no policy holds it back.
    inline = re.compile(
        r"<style|\sstyle=|\son\w+=\"|<script(?! type=\"application/ld\+json\")(?![^>]*\bsrc=)"
    )

    assert {
        name: inline.findall(text) for name, text in templates().items() if inline.search(text)
    } == {}


def test_every_icon_in_use_is_in_the_sprite_and_no_other() -> None:
    sprite = (STATIC / "img" / "icons.svg").read_text()
    sources = "\n".join([*templates().values(), *(f.read_text() for f in PRO_AM.rglob("*.py"))])

    drawn_icons = set(re.findall(r"<symbol id=\"([a-z-]+)\"", sprite))
    named = set(
        re.findall(
            r"\bicon\(\"([a-z-]+)\"|icon_name=\"([a-z-]+)\"|\"icon\": \"([a-z-]+)\"", sources
        )
    )
    used = {name for names in named for name in names if name}

    assert used - drawn_icons == set()
    assert {icon for icon in drawn_icons if not re.search(rf"[\"#]{icon}\"", sources)} == set()


def test_styles_and_scripts_stay_light() -> None:
    styles = assets._gzipped(assets.ALL_STYLES)  # as they are sent
    scripts = {file.name: file.stat().st_size for file in (STATIC / "js").glob("*.js")}

    assert len(styles) <= 12 * KILOBYTE
    assert {name for name, size in scripts.items() if size > 6 * KILOBYTE} == set()


# Text needs 4.5 (WCAG 1.4.3); the edge of a control and the focus need 3 (1.4.11).
TEXT, CONTROL = 4.5, 3.0
CONTRASTS = [
    *[
        ("ink", ground, TEXT)
        for ground in ("paper", "card", "sunk", "pine-bg", "sun-bg", "terra-bg")
    ],
    *[("soft", ground, TEXT) for ground in ("paper", "card", "sunk", "pine-bg", "land")],
    *[("pine", ground, TEXT) for ground in ("paper", "card", "sunk", "pine-bg", "land")],
    *[("pine-strong", ground, TEXT) for ground in ("paper", "card")],
    *[("danger", ground, TEXT) for ground in ("paper", "card", "terra-bg")],
    ("on-pine", "pine", TEXT),
    ("on-pine", "pine-strong", TEXT),
    ("sun", "sun-bg", TEXT),
    ("terra", "terra-bg", TEXT),
    *[("line", ground, CONTROL) for ground in ("paper", "card")],
    *[("focus", ground, CONTROL) for ground in ("paper", "card", "sunk")],
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_can_be_read_on_its_ground(scheme: str) -> None:
    colours = tokens(scheme)

    too_close = [
        (colour, ground)
        for colour, ground, least in CONTRASTS
        if contrast(colours[colour], colours[ground]) < least
    ]
    assert too_close == []


def test_dark_changes_every_colour_that_light_names() -> None:
    light = re.findall(r"--([a-z-]+): #", tokens_of("light"))
    dark = re.findall(r"--([a-z-]+): #", tokens_of("dark"))

    assert set(light) - set(dark) == {"saffron"}  # a decoration, good on both


def tokens(scheme: str) -> dict[str, str]:
    light, dark = tokens_of("light"), tokens_of("dark")
    return dict(
        re.findall(r"--([a-z-]+): (#[0-9a-f]+);", light + (dark if scheme == "dark" else ""))
    )


def tokens_of(scheme: str) -> str:
    light, _, dark = (
        (STATIC / "css" / "tokens.css").read_text().partition("prefers-color-scheme: dark")
    )
    return dark if scheme == "dark" else light


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2, definition)."""
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
