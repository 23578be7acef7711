import pytest
from hypothesis import given
from hypothesis import strategies as st

from pro_am.foundation.web.redirects import own_path


@pytest.mark.parametrize(
    "target", ["/", "/fr/search?q=pain&page=2", "/en/book/x#top", "/a:b", "/a//b"]
)
def test_our_own_paths_are_followed(target):
    assert own_path(target) == target


@pytest.mark.parametrize(
    "target",
    [
        None,
        "",
        "fr/search",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "/fr/\r\nSet-Cookie: a=b",
        "http://evil.example",
        "https:/evil.example",
        "javascript:alert(1)",
        " //evil.example",
        "data:text/html,<script>",
    ],
)
def test_everywhere_else_is_not(target):
    assert own_path(target) is None


@given(st.text(st.sampled_from("/\\:.?#@[]%\t\n\r ae\x00\u2028"), max_size=12))
def test_a_browser_stays_here_whatever_was_asked(target):
    """As the WHATWG URL standard reads it: controls dropped, and a backslash is a slash."""
    found = own_path(target)

    if found is not None:
        read = "".join(c for c in found if c not in "\t\n\r").replace("\\", "/")
        assert read.startswith("/")
        assert not read.startswith("//")
