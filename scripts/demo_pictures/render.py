"""Renders the demo's pictures: SVG by Debian's Chromium, then AVIF and JPEG by Pillow.

    python scripts/demo_pictures/render.py [SCENE ...] [FOLDER_OF_AVATAR_SVGS]

Without arguments all scenes are drawn. Run by hand after a change of `scenes/` (or of
`avatars.mjs`, which writes that folder); the
results are kept in the repository, so that nobody needs a browser to see the demo.
"""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from scenes import SCENES

PICTURES = Path(__file__).parents[2] / "pro_am/operations/demo/pictures"
SCENE = (1200, 900)
WIDTHS = (400, 800, 1200)
JPEG_WIDTH = 800
AVATAR = (176, 176)


def main() -> None:
    with a_page() as page:
        for wanted in sys.argv[1:] or SCENES:
            if wanted in SCENES:
                save_scene(wanted, drawn(page, SCENES[wanted](), SCENE))
            else:
                save_faces(page, Path(wanted))


@contextmanager
def a_page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser.new_page()
        browser.close()


def drawn(page: Page, svg: str, size: tuple[int, int]) -> Image.Image:
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(f"<style>body{{margin:0}}svg{{display:block;width:100vw}}</style>{svg}")
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def save_faces(page: Page, folder: Path) -> None:
    for face in sorted(folder.glob("*.svg")):
        image = drawn(page, face.read_text(), AVATAR)
        image.save(PICTURES / "avatars" / f"{face.stem}.avif", quality=60, speed=4)
        image.save(PICTURES / "avatars" / f"{face.stem}.jpg", quality=60, optimize=True)


def save_scene(stem: str, image: Image.Image) -> None:
    folder = PICTURES / "scenes"
    for width in WIDTHS:
        smaller = image.resize((width, width * 3 // 4), Image.Resampling.LANCZOS)
        smaller.save(folder / f"{stem}-{width}.avif", quality=44, speed=5)
        if width == JPEG_WIDTH:
            smaller.save(
                folder / f"{stem}-{width}.jpg", quality=64, optimize=True, progressive=True
            )


if __name__ == "__main__":
    main()
