"""Where an address that a member gave may lead: to public machines, on the ports of the web."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

LONGEST = 2_000  # characters of an address
PORTS = {"http": 80, "https": 443}

_AS_IT_IS = "!$%&'()*+,/:;=?@[]~"
# Protocol assignments and the old 6to4 relays, which Python's own list takes for the internet.
_SPECIAL = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))
_V4_INSIDE_OF_V6 = IPv6Network("64:ff9b::/96")  # NAT64, RFC 6052


@dataclass(frozen=True, slots=True)
class Target:
    scheme: str
    host: str  # as DNS knows it
    port: int
    path: str  # with the query

    @property
    def is_secure(self) -> bool:
        return self.scheme == "https"


def target_of(url: str) -> Target:
    """Where an address leads; ValueError for what is none of the web, or brings a password along.

    `webcal://` is how calendars are offered to programs; it means https.
    """
    if len(url) > LONGEST or any(ord(each) <= 32 or ord(each) == 127 for each in url):
        raise ValueError(url)
    parts = urlsplit(url)
    scheme = {"webcal": "https", "webcals": "https"}.get(parts.scheme, parts.scheme)
    if scheme not in PORTS or not parts.hostname or parts.username is not None:
        raise ValueError(url)
    # UnicodeError, which is a ValueError, for a name that is none.
    host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode()
    path = quote(parts.path or "/", safe=_AS_IT_IS)
    query = f"?{quote(parts.query, safe=_AS_IT_IS)}" if parts.query else ""
    return Target(scheme, host, parts.port or PORTS[scheme], path + query)


def is_public(address: str, port: int) -> bool:
    """Whether this is an address of the internet at large, and a port of the web.

    Not ours, not a neighbour's: private, loopback, link-local, shared (CGNAT), multicast, reserved,
    unspecified; nor one of these dressed as IPv6 (mapped, 6to4, Teredo, NAT64).
    """
    if port not in PORTS.values():
        return False
    return all(_is_global(each) for each in _meant(address))


def _is_global(ip: IPv4Address | IPv6Address) -> bool:
    is_local = isinstance(ip, IPv6Address) and ip.is_site_local
    is_special = any(ip in network for network in _SPECIAL)
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or is_local or is_special)


def _meant(address: str) -> list[IPv4Address | IPv6Address]:
    """The address and those inside of it."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv4Address):
        return [ip]
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    if ip in _V4_INSIDE_OF_V6:
        return [IPv4Address(int(ip) & 0xFFFF_FFFF)]
    inside: list[IPv4Address | IPv6Address] = [ip]
    if ip.sixtofour:
        inside.append(ip.sixtofour)
    if ip.teredo:
        inside.extend(ip.teredo)
    return inside
