import io
from tempfile import TemporaryFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from pro_am.foundation.refusal import Refusal
from pro_am.media import rules, sandbox
from pro_am.media.rules import RENDITIONS, Rendition
from pro_am.media.sandbox import Size

RED, BLUE = (200, 30, 30), (30, 30, 200)
JPEG_ONLY = [Rendition(800, "jpg")]


def picture(width=320, height=200, mode="RGB"):
    """Blue, its upper left quarter red."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    return image.convert(mode)


def saved(image, kind="PNG", **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def render(content, folder, renditions):
    with TemporaryFile() as file:
        file.write(content)
        return sandbox.render(file, folder, renditions)


def rendered(content, folder, renditions=JPEG_ONLY):
    size = render(content, folder, renditions)
    return size, opened(folder / f"{renditions[0].width}.{renditions[0].extension}")


def opened(file):
    """The picture itself, whose file is closed again."""
    with Image.open(file) as image:
        image.load()
    return image


def is_about(colour, expected):
    return all(abs(a - b) < 12 for a, b in zip(colour, expected, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_every_usual_format_becomes_every_rendition(kind, tmp_path):
    size = render(saved(picture(1600, 1000), kind), tmp_path, RENDITIONS)

    assert size == Size(1600, 1000)
    made = {file.name: opened(file) for file in tmp_path.iterdir()}
    assert {name: (image.format, image.size) for name, image in made.items()} == {
        "400.avif": ("AVIF", (400, 250)),
        "800.avif": ("AVIF", (800, 500)),
        "1200.avif": ("AVIF", (1200, 750)),
        "800.jpg": ("JPEG", (800, 500)),
    }
    assert all(is_about(image.getpixel((9, 9)), RED) for image in made.values())
    assert all(is_about(image.getpixel((image.width - 9, 9)), BLUE) for image in made.values())


def test_a_small_picture_is_not_blown_up(tmp_path):
    assert rendered(saved(picture(64, 40)), tmp_path)[1].size == (64, 40)


def test_a_long_picture_is_at_most_twice_as_high_as_wide(tmp_path):
    assert rendered(saved(picture(1000, 4000)), tmp_path)[1].size == (400, 1600)


TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,  # how the camera stored what has to be turned back
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.mark.parametrize("orientation", TURNS)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_taken_sideways_stands_upright(orientation, kind, tmp_path):
    exif = Image.Exif()
    exif[0x0112] = orientation
    content = saved(picture().transpose(TURNS[orientation]), kind, exif=exif)

    size, upright = rendered(content, tmp_path)

    assert (size, upright.size) == (Size(320, 200), (320, 200))
    assert is_about(upright.getpixel((20, 20)), RED)
    assert is_about(upright.getpixel((300, 20)), BLUE)
    assert is_about(upright.getpixel((20, 180)), BLUE)


def test_nothing_of_the_original_but_its_look_is_kept(tmp_path):
    exif = Image.Exif()
    exif[0x010F] = "secret camera"
    exif.get_ifd(0x8825)[1] = "N"  # GPS latitude reference
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = saved(
        picture(),
        "JPEG",
        exif=exif,
        comment=b"<script>alert(1)</script>",
        xmp=b"<x:xmpmeta>secret place</x:xmpmeta>",
        icc_profile=profile,
    )

    render(content + b"<script>behind</script>", tmp_path, RENDITIONS)

    for file in tmp_path.iterdir():
        kept = file.read_bytes()
        assert not any(word in kept for word in (b"script", b"secret", b"xmp", b"Exif", b"ICC"))
        assert not opened(file).getexif()


def test_colours_are_those_the_profile_means(tmp_path):
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"----").replace(b"bXYZ", b"rXYZ").replace(b"----", b"bXYZ")

    _, shown = rendered(saved(picture(), icc_profile=swapped), tmp_path)

    red, _, blue = shown.getpixel((20, 20))
    assert blue > 150 > red  # what was called red means blue


def test_a_broken_profile_does_not_matter(tmp_path):
    _, shown = rendered(saved(picture(), "JPEG", icc_profile=b"no profile"), tmp_path)

    assert is_about(shown.getpixel((20, 20)), RED)


def test_what_is_transparent_lies_on_paper(tmp_path):
    image = picture(mode="RGBA")
    image.putalpha(Image.new("L", image.size, 0))

    assert is_about(rendered(saved(image), tmp_path)[1].getpixel((20, 20)), (251, 246, 238))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK"])
def test_every_kind_of_colour_is_read(mode, tmp_path):
    content = saved(picture(mode=mode), "JPEG" if mode == "CMYK" else "PNG")

    assert rendered(content, tmp_path)[1].mode == "RGB"


def test_sixteen_bits_of_grey_keep_their_middle(tmp_path):
    assert is_about(
        rendered(saved(Image.new("I;16", (64, 64), 128 * 257)), tmp_path)[1].getpixel((9, 9)),
        (128, 128, 128),
    )


def test_of_an_animation_the_first_frame_is_kept(tmp_path):
    frames = [Image.new("RGB", (100, 100), BLUE) for _ in range(5)]
    content = saved(Image.new("RGB", (100, 100), RED), "GIF", save_all=True, append_images=frames)

    assert is_about(rendered(content, tmp_path)[1].getpixel((50, 50)), RED)


@pytest.mark.parametrize("size", [(8000, 5001), (12_001, 1), (1, 12_001)])
def test_too_many_points_are_refused_before_they_are_decoded(size, tmp_path):
    with pytest.raises(rules.PictureTooLarge):
        render(saved(Image.new("1", size)), tmp_path, RENDITIONS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", [(1, 1), (12_000, 1), (1, 12_000)])
def test_strange_shapes_are_welcome(size, tmp_path):
    assert render(saved(Image.new("1", size)), tmp_path, RENDITIONS) == Size(*size)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_half_a_picture_is_refused(kind, tmp_path):
    content = saved(Image.effect_noise((200, 200), 80).convert("RGB"), kind)

    with pytest.raises(rules.PictureBroken):
        render(content[: len(content) // 2], tmp_path, JPEG_ONLY)


def test_text_that_swells_is_refused(tmp_path):
    swelling = PngImagePlugin.PngInfo()
    swelling.add_text("comment", "x" * 8_000_000, zip=True)

    with pytest.raises(rules.PictureBroken):
        render(saved(picture(), pnginfo=swelling), tmp_path, JPEG_ONLY)


def test_a_picture_that_needs_too_much_memory_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(sandbox, "MEMORY_BYTES", 160 * 1024 * 1024)
    content = saved(Image.new("RGBA", (6000, 6000)))

    with pytest.raises(rules.PictureTooLarge):
        render(content, tmp_path, JPEG_ONLY)


def test_a_picture_that_takes_too_long_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(sandbox, "WALL_SECONDS", 0.02)

    with pytest.raises(rules.PictureTooLarge):
        render(saved(picture()), tmp_path, JPEG_ONLY)


def test_the_child_may_not_write_more_than_its_share(monkeypatch, tmp_path):
    monkeypatch.setattr(sandbox, "FILE_BYTES", 1000)

    with pytest.raises(rules.PictureBroken):
        render(saved(Image.effect_noise((200, 200), 80)), tmp_path, JPEG_ONLY)


def test_a_crowd_is_asked_to_come_back(monkeypatch, tmp_path):
    monkeypatch.setattr(sandbox, "WALL_SECONDS", 0)
    for _ in range(sandbox.AT_ONCE):
        sandbox._places.acquire()
    try:
        with pytest.raises(rules.TooManyAtOnce):
            render(saved(picture()), tmp_path, JPEG_ONLY)
    finally:
        sandbox._places.release(sandbox.AT_ONCE)


@pytest.mark.skipif(sandbox.reads_heic(), reason="pillow-heif is installed: HEIC is read")
def test_an_iphones_heic_is_explained(tmp_path):
    with pytest.raises(rules.HeicNotSupported):
        render(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", tmp_path, JPEG_ONLY)


@pytest.fixture(scope="session")
def scratch(tmp_path_factory):
    return tmp_path_factory.mktemp("scratch")


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_damage_is_survived_or_refused(scratch, data):
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP", "GIF", "AVIF"]))
    content = bytearray(saved(picture(), kind))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(12, len(content) - 1))] ^= data.draw(st.integers(1, 255))

    try:
        size = render(bytes(content), scratch, JPEG_ONLY)
    except Refusal:
        return
    assert size.width * size.height <= rules.MOST_PIXELS
