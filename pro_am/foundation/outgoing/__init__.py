"""Fetching what stands at an address that a member gave, without reaching into our own networks.

Each hop is resolved once, every address of it is checked, and the connection is made to the checked
address itself: a name that means something else a moment later changes nothing. Whatever is
refused here reads like a server that does not answer, so that nobody learns what there is.
"""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin

from flask import current_app

from pro_am.foundation.outgoing.reach import Target, is_public, target_of
from pro_am.foundation.refusal import Refusal
from pro_am.foundation.words import mark

SECONDS = 10  # for all of it
MOST_REDIRECTS = 3
CHUNK_BYTES = 64 * 1024

Allowed = Callable[[str, int], bool]

_REDIRECTS = {
    HTTPStatus.MOVED_PERMANENTLY,
    HTTPStatus.FOUND,
    HTTPStatus.SEE_OTHER,
    HTTPStatus.TEMPORARY_REDIRECT,
    HTTPStatus.PERMANENT_REDIRECT,
}
_GZIP = 16 + zlib.MAX_WBITS


class Unreachable(Refusal):
    message = mark("We get no answer from this address.")


class AnsweredBadly(Refusal):
    message = mark("This address answers with an error (%(status)s).")


class TooLarge(Refusal):
    message = mark("What is at this address is too large.")


@dataclass(frozen=True)
class Version:
    """What a server told of the copy we have, to be asked again with."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True)
class Fetched:
    content: bytes | None  # None: as it was
    version: Version


def fetch(
    url: str,
    *,
    accept: str,
    most_bytes: int,
    known: Version | None = None,
    is_allowed: Allowed | None = None,
) -> Fetched:
    """What is at an address now; raise Unreachable, AnsweredBadly or TooLarge."""
    allowed = is_allowed or _allowed_here()
    deadline = time.monotonic() + SECONDS
    headers = _headers(accept, known or Version())
    try:
        for _hop in range(MOST_REDIRECTS + 1):
            target = target_of(url)
            with (
                _connected(target, allowed, deadline) as connection,
                _asked(connection, target, headers) as answer,
            ):
                if answer.status in _REDIRECTS:
                    url = _next(url, answer)
                    continue
                fetched = _taken(answer, most_bytes)
                _left(deadline)  # what was hung up on looks like a short answer
                return fetched
    except (OSError, http.client.HTTPException, ValueError, zlib.error):
        # TLS, timeouts, names that are none, answers that are none: they did not reach us.
        raise Unreachable from None
    raise Unreachable


def _allowed_here() -> Allowed:
    if current_app.config["REACHES_PRIVATE_ADDRESSES"]:
        return lambda _address, _port: True
    return is_public


def _headers(accept: str, known: Version) -> dict[str, str]:
    headers = {
        "Accept": accept,
        "Accept-Encoding": "gzip, identity",
        "Connection": "close",
        "User-Agent": "Pro-Am",
    }
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


@contextmanager
def _connected(
    target: Target, allowed: Allowed, deadline: float
) -> Iterator[http.client.HTTPConnection]:
    address = _checked_address(target, allowed, deadline)
    with socket.create_connection((address, target.port), _left(deadline)) as plain:
        line = _wrapped(plain, target) if target.is_secure else plain
        # A server may answer a byte at a time for ever; this ends whatever still waits for it.
        end = threading.Timer(_left(deadline), _hang_up, [line])
        end.daemon = True
        end.start()
        try:
            if isinstance(line, ssl.SSLSocket):
                line.do_handshake()
            connection = http.client.HTTPConnection(target.host, target.port)
            connection.auto_open = 0  # a second connection would resolve the name again
            connection.sock = line
            yield connection
        finally:
            end.cancel()
            line.close()


def _checked_address(target: Target, allowed: Allowed, deadline: float) -> str:
    found = _resolved(target, _left(deadline))
    if not found or not all(allowed(address, target.port) for address in found):
        raise Unreachable
    return found[0]


def _resolved(target: Target, seconds: float) -> list[str]:
    """The addresses of a name. The resolver knows no time limit, so it is asked from aside."""
    found: list[str] = []

    def ask() -> None:
        with suppress(OSError, UnicodeError):
            found.extend(
                str(place[0])
                for *_, place in socket.getaddrinfo(
                    target.host, target.port, type=socket.SOCK_STREAM
                )
            )

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    return [] if asking.is_alive() else found


def _wrapped(plain: socket.socket, target: Target) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(
        plain, server_hostname=target.host, do_handshake_on_connect=False
    )


def _hang_up(line: socket.socket) -> None:
    with suppress(OSError):
        socket.socket.shutdown(line, socket.SHUT_RDWR)


def _asked(
    connection: http.client.HTTPConnection, target: Target, headers: dict[str, str]
) -> http.client.HTTPResponse:
    connection.request("GET", target.path, headers={"Host": _host(target), **headers})
    return connection.getresponse()


def _host(target: Target) -> str:
    name = f"[{target.host}]" if ":" in target.host else target.host
    is_usual = target.port == (443 if target.is_secure else 80)
    return name if is_usual else f"{name}:{target.port}"


def _next(url: str, answer: http.client.HTTPResponse) -> str:
    """Where a redirect leads; a secret that travelled sealed does not go on open."""
    following = urljoin(url, answer.headers.get("Location", ""))
    if target_of(url).is_secure and not target_of(following).is_secure:
        raise Unreachable
    return following


def _taken(answer: http.client.HTTPResponse, most_bytes: int) -> Fetched:
    version = Version(
        answer.headers.get("ETag", "")[:200], answer.headers.get("Last-Modified", "")[:100]
    )
    if answer.status == HTTPStatus.NOT_MODIFIED:
        return Fetched(None, version)
    if answer.status != HTTPStatus.OK:
        raise AnsweredBadly(status=answer.status)
    content = bytearray()
    for piece in _pieces(answer, most_bytes):
        content += piece
        if len(content) > most_bytes:
            raise TooLarge
    return Fetched(bytes(content), version)


def _pieces(answer: http.client.HTTPResponse, most_bytes: int) -> Iterator[bytes]:
    """The body as it comes, unpacked; OSError when it breaks off."""
    unpacker = None
    if (packed := answer.headers.get("Content-Encoding", "identity").lower()) != "identity":
        if packed not in ("gzip", "x-gzip"):
            raise Unreachable
        unpacker = zlib.decompressobj(_GZIP)
    while piece := answer.read(CHUNK_BYTES):
        # One byte beyond what is allowed tells that it is too large; a bomb is not unpacked.
        yield unpacker.decompress(piece, most_bytes + 1) if unpacker else piece
    if answer.length or (unpacker and not unpacker.eof):
        raise OSError("The answer breaks off.")


def _left(deadline: float) -> float:
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise Unreachable
    return seconds
