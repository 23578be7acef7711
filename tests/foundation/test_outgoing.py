"""What is fetched for members stays outside: the internet at large, and never our own networks."""

import gzip
import socket
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pro_am.foundation import outgoing
from pro_am.foundation.outgoing import AnsweredBadly, TooLarge, Unreachable, Version, fetch
from pro_am.foundation.outgoing.reach import is_public, target_of
from tests.support.web_server import reply, serving


@pytest.fixture
def server():
    with serving() as running:
        yield running


def here(url, **more):
    """As if this machine were on the internet."""
    more = {"accept": "text/calendar", "most_bytes": 1000, **more}
    return fetch(url, **{"is_allowed": lambda address, port: True, **more})


@pytest.mark.parametrize(
    "address",
    ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"],
)
def test_public_addresses_are_reached(address):
    assert is_public(address, 443)
    assert is_public(address, 80)
    assert not is_public(address, 8080)
    assert not is_public(address, 22)


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254"),  # noqa: S104
        *("172.16.0.1", "192.168.1.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "240.0.0.1"),
        *("255.255.255.255", "192.0.2.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1"),
        *("fec0::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"),
        *("2002:7f00:1::", "2002:a00:1::", "64:ff9b::a00:1", "64:ff9b::7f00:1", "100::1"),
        "2001:0:7f00:1::",
    ],
)
def test_no_address_of_ours_or_a_neighbours_is_reached(address):
    assert not is_public(address, 443)


@settings(max_examples=100)
@given(st.ip_addresses(v=4, network="10.0.0.0/8") | st.ip_addresses(v=4, network="127.0.0.0/8"))
def test_dressed_as_ipv6_they_are_no_more_public(address):
    for prefix in ("::ffff:", "64:ff9b::"):
        assert not is_public(f"{prefix}{address}", 443)
    assert not is_public(f"2002:{int(address) >> 16:x}:{int(address) & 0xFFFF:x}::1", 443)


@pytest.mark.parametrize(
    "url",
    [
        *("", "calendar", "file:///etc/passwd", "ftp://example.org/a.ics", "gopher://example.org"),
        *("http://", "http:///a.ics", "http://ana:secret@example.org/", "https://example.org:0x/"),
        *("http://example.org/a b", "http://example.org/\r\nX: 1", "http://" + "a" * 3000),
        *("http://" + "a" * 80 + ".org/", "javascript:alert(1)", "//example.org/a.ics"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused_before_anything_is_asked(url):
    with pytest.raises(ValueError):  # noqa: PT011 - of several kinds
        target_of(url)
    with pytest.raises(Unreachable):
        here(url)


def test_addresses_of_the_web_are_understood():
    assert target_of("webcal://example.org/a.ics?key=é").path == "/a.ics?key=%C3%A9"
    assert target_of("webcal://example.org/a.ics").port == 443
    assert target_of("HTTP://Example.ORG").host == "example.org"
    assert target_of("https://café.example/").host == "xn--caf-dma.example"


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "0"])
def test_no_name_of_this_machine_is_asked_anything(server, app, host):
    with app.app_context(), pytest.raises(Unreachable):
        fetch(f"http://{host}:{server.server_port}/", accept="*/*", most_bytes=9)

    assert server.asked == []


def test_a_redirect_leads_nowhere_that_the_first_address_may_not(server):
    server.answer = lambda handler: reply(handler, status=302, Location="http://127.0.0.2/inside")
    asked = []

    def only_first(address, port):
        asked.append((address, port))
        return address == "127.0.0.1"

    with pytest.raises(Unreachable):
        here(server.url, is_allowed=only_first)

    assert asked == [("127.0.0.1", server.server_port), ("127.0.0.2", 80)]


def test_one_address_that_is_not_allowed_spoils_the_name(server, monkeypatch):
    places = [(2, 1, 6, "", (address, 80)) for address in ("127.0.0.1", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: places)

    with pytest.raises(Unreachable):
        here(server.url, is_allowed=lambda address, port: address == "127.0.0.1")

    assert server.asked == []


def test_a_name_that_changes_its_meaning_is_asked_once(server, monkeypatch):
    """DNS rebinding: the connection goes to the address that was checked."""
    answers = iter(["127.0.0.1", "10.0.0.1"])
    real = socket.getaddrinfo

    def changing(host, port, *more, **named):
        if host != "calendar.example":
            return real(host, port, *more, **named)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    server.answer = lambda handler: reply(handler, b"hello")

    fetched = here(f"http://calendar.example:{server.server_port}/")

    assert fetched.content == b"hello"
    assert server.asked[0][1]["Host"] == f"calendar.example:{server.server_port}"
    assert next(answers) == "10.0.0.1"  # never asked for


def test_three_redirects_are_followed_and_no_fourth(server):
    def answer(handler):
        step = int(handler.path.strip("/"))
        if step:
            reply(handler, status=302, Location=f"/{step - 1}")
        else:
            reply(handler, b"there")

    server.answer = answer

    assert here(f"{server.url}/3").content == b"there"
    with pytest.raises(Unreachable):
        here(f"{server.url}/4")


def test_what_has_not_changed_is_not_sent_again(server):
    version = Version('"one"', "Mon, 07 Jan 2030 12:00:00 GMT")
    server.answer = lambda handler: reply(
        handler, b"new", ETag=version.etag, Last_Modified=version.last_modified
    )
    first = here(server.url)
    server.answer = lambda handler: reply(handler, status=304)

    second = here(server.url, known=first.version)

    assert first == outgoing.Fetched(b"new", version)
    assert second.content is None
    assert server.asked[1][1]["If-None-Match"] == '"one"'
    assert server.asked[1][1]["If-Modified-Since"] == version.last_modified


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503])
def test_an_error_is_told_with_its_number(server, status):
    server.answer = lambda handler: reply(handler, b"no", status=status)

    with pytest.raises(AnsweredBadly) as told:
        here(server.url)

    assert told.value.facts == {"status": status}


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"x" * 1001, {}),
        (gzip.compress(b"x" * 1001, mtime=0), {"Content_Encoding": "gzip"}),
        (gzip.compress(b"\0" * 30_000_000, mtime=0), {"Content_Encoding": "gzip"}),
    ],
)
def test_nothing_is_read_beyond_the_limit_nor_unpacked(server, body, headers):
    server.answer = lambda handler: reply(handler, body, **headers)

    with pytest.raises(TooLarge):
        here(server.url)


def test_packed_answers_are_unpacked(server):
    server.answer = lambda handler: reply(
        handler, gzip.compress(b"x" * 1000, mtime=0), Content_Encoding="gzip"
    )

    assert here(server.url).content == b"x" * 1000


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"half of", {"Content_Length": "100"}),
        (gzip.compress(b"whole", mtime=0)[:-9], {"Content_Encoding": "gzip"}),
        (b"plain", {"Content_Encoding": "gzip"}),
        (b"plain", {"Content_Encoding": "br"}),
    ],
)
def test_what_breaks_off_is_not_taken_for_the_whole(server, body, headers):
    server.answer = lambda handler: reply(handler, body, **headers)

    with pytest.raises(Unreachable):
        here(server.url)


def test_a_server_that_answers_a_byte_at_a_time_is_hung_up_on(server, monkeypatch):
    monkeypatch.setattr(outgoing, "SECONDS", 0.3)

    def drip(handler):
        for byte in b"HTTP/1.0 200 OK\r\n" + b"X-Slow: 1\r\n" * 50:
            try:
                handler.wfile.write(bytes([byte]))
            except OSError:
                return
            time.sleep(0.02)

    server.answer = drip
    begun = time.monotonic()

    with pytest.raises(Unreachable):
        here(server.url)

    assert time.monotonic() - begun < 2


def test_only_tests_may_reach_this_machine():
    from pro_am import create_app

    def asks(**settings):
        app = create_app({"SECRET_KEY": "x" * 20, "ENV": "development", **settings})
        return app.config["REACHES_PRIVATE_ADDRESSES"]

    assert not asks(REACHES_PRIVATE_ADDRESSES=True)
    assert asks(REACHES_PRIVATE_ADDRESSES=True, TESTING=True)
