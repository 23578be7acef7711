import pytest

from pro_am.admin.rules import Size, last_line, masked, size_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("lea@example.org", "l…@example.org"),
        ("{'lea@example.org': (550, b'no')}", "{'l…@example.org': (550, b'no')}"),
        ("<a.b+c@d.example> and x@y.z", "<a…@d.example> and x…@y.z"),
        ("no address here @ all", "no address here @ all"),
        ("", ""),
    ],
)
def test_addresses_are_masked(text, shown):
    assert masked(text) == shown


@pytest.mark.parametrize(
    ("error", "shown"),
    [(None, ""), ("", ""), ("one\ntwo\n", "two"), ("x" * 900, "x" * 300)],
)
def test_the_last_line_of_an_error_is_shown(error, shown):
    assert last_line(error) == shown


@pytest.mark.parametrize(
    ("count", "size"),
    [
        (0, Size(0, "kB")),
        (1500, Size(1.5, "kB")),
        (2_000_000, Size(2, "MB")),
        (10**9, Size(1, "GB")),
        (5 * 10**12, Size(5, "TB")),
    ],
)
def test_bytes_are_counted_as_people_do(count, size):
    assert size_of(count) == size
