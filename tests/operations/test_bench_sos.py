"""What an SOS costs is measured as it is sent. No figure is judged here."""

from pro_am.operations.bench import sos, tables


def test_every_friend_of_every_client_is_written_to():
    found = list(sos.figures(2, seed=1, tell=lambda _what: None))

    assert [figure.unit for figure in found] == ["s"] * 2
    assert 0 < found[0].found <= found[1].found
    assert "SOS to 20 supporters, queued" in tables.sos(found)
