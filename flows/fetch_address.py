"""Addresses on the web: one form for each page, and which hosts may be asked at all."""

import ipaddress
import socket
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from courlan import normalize_url

NAT64 = ipaddress.ip_network("64:ff9b::/96")


class FetchError(Exception):
    """A page that could not be fetched: `error` is the kind of fault, `detail` says what happened."""

    def __init__(self, error: str, detail: str) -> None:
        super().__init__(f"{error}: {detail}")
        self.error = error
        self.detail = detail


def canonical(address: str) -> str:
    """The one form of an address: lower-case host, no fragment, no tracking parameters, parameters in order.

    Raises:
        FetchError: no address of the web.
    """
    found = parts(address)
    # Joined to its own host, a path loses its dots.
    plain = urljoin(f"{found.scheme}://{found.netloc}/", urlunsplit(("", "", found.path or "/", found.query, "")))
    try:
        return str(normalize_url(plain, strict=False, trailing_slash=True))
    except ValueError as error:
        raise FetchError("bad address", f"{address[:200]!r}: {error}") from None


def parts(address: str) -> SplitResult:
    """The parts of an http or https address without a user name.

    Raises:
        FetchError: any other address.
    """
    try:
        found = urlsplit(address.strip())
        usable = found.scheme in {"http", "https"} and found.hostname and (found.port is None or found.port > 0)
    except ValueError:
        usable = False
    if not usable or found.username is not None or len(address) > 4_000:
        raise FetchError("bad address", f"no http or https address: {address[:200]!r}")
    return found


def resolve(host: str, port: int, *, allow_private: bool) -> str:
    """The IP address of a host that is to be asked; the connection is made to this very address.

    All addresses of the name must be public ones: a name with one private address is refused altogether, so that
    nothing inside the network is reached through a name, a redirect, or an answer of DNS that changes.

    Raises:
        FetchError: the name is unknown, or private when that is not allowed.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError("unreachable", f"no such host: {host[:100]}: {error}") from None
    found = [str(answer[4][0]).split("%")[0] for answer in answers]
    if not allow_private and (private := [address for address in found if not public(address)]):
        raise FetchError(
            "refused",
            f"{host[:100]} is {private[0]}, inside the network and not named by setting private_hosts",
        )
    return min(found, key=lambda address: ":" in address)  # IPv4 first: it works where IPv6 is only half there


def public(address: str) -> bool:
    """Whether an IP address is one of the public internet, also when it is wrapped in another."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return public(str(inner))
    return ip.is_global and not ip.is_multicast
