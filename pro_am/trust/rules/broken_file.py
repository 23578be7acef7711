"""A file from outside that cannot be used, with the line and the cause."""


class BrokenFile(Exception):  # noqa: N818 - named by what is wrong, as refusals are
    """`line` counts from 1."""

    def __init__(self, line: int, cause: str) -> None:
        super().__init__(f"line {line}: {cause}")
        self.line = line
        self.cause = cause


def text_of(content: bytes) -> str:
    """The content of a file as text; a mark of its encoding at the beginning is left out."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise BrokenFile(line, "this is not text in UTF-8") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise BrokenFile(line, "this is not text: it holds a zero byte")
    if not text.strip():
        raise BrokenFile(1, "the file is empty")
    return text
