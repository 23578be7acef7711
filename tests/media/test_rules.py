import pytest

from pro_am.media import rules
from pro_am.media.rules import Format


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        (b"\xff\xd8\xff\xe0", Format.JPEG),
        (b"\x89PNG\r\n\x1a\n", Format.PNG),
        (b"GIF87a", Format.GIF),
        (b"GIF89a", Format.GIF),
        (b"RIFF\x10\0\0\0WEBPVP8 ", Format.WEBP),
        (b"\0\0\0\x18ftypavif\0\0\0\0mif1miaf", Format.AVIF),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", Format.AVIF),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Format.HEIC),
        (b"\0\0\0\x14ftypmif1\0\0\0\0heic", Format.HEIC),
    ],
)
def test_a_picture_is_known_by_its_content(beginning, expected):
    assert rules.format_of(beginning + bytes(20)) is expected


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"II*\0\x08\0\0\0",  # TIFF
        b"BM" + bytes(60),
        b"RIFF\x10\0\0\0WAVEfmt ",
        b"\0\0\0\x18ftypisom\0\0\0\0mp42avc1",
        b"\xff\xff\xff\xffftyp",
        b"print('hello')",
    ],
)
def test_nothing_else_is_a_picture(content):
    with pytest.raises(rules.NotAPicture):
        rules.format_of(content)


def test_twelve_megabytes_are_enough():
    rules.check_weight(12 * 1024 * 1024)
    with pytest.raises(rules.PictureTooHeavy):
        rules.check_weight(12 * 1024 * 1024 + 1)


def test_each_rendition_has_a_file_of_its_own():
    files = {rules.file_of("ab12", each) for each in rules.RENDITIONS}

    assert len(files) == len(rules.RENDITIONS) == 4
    assert {str(file.parent) for file in files} == {"ab"}
