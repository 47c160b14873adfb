"""Fetching pages politely and safely: the rules of robots, one host at a time, and nothing without a limit."""

import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import Protocol
from urllib.parse import urljoin

import httpx
from protego import Protego
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from flows.fetch_address import FetchError, parts, resolve

AGENT = "Daybook"
MAX_ROBOTS = 500_000
KEPT_HEADERS = ("content-type", "content-language", "date", "etag", "last-modified", "link", "server")


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchPolicy:
    """How far a fetch may go. Times in seconds, sizes in bytes after unpacking; `pause` is between asks of one host.

    Hosts inside the network are refused but for the `private_hosts`.
    """

    contact: str = ""
    private_hosts: frozenset[str] = frozenset()
    pause: float = 1.0
    longest_pause: float = 60.0
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    total_timeout: float = 60.0
    attempts: int = 3
    max_redirects: int = 5
    max_bytes: int = 10_000_000
    robots_seconds: float = 86_400.0

    @property
    def agent(self) -> str:
        """The user agent: who asks, and where to complain."""
        return f"{AGENT}/{version('daybook')}" + (f" (+{self.contact})" if self.contact else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server said of its last answer, to ask whether there is a newer one."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An answer: `address` is where it was found after redirects."""

    address: str
    status: int
    headers: dict[str, str]
    body: bytes = field(repr=False)

    @property
    def validators(self) -> Validators:
        """What to ask with next time."""
        return Validators(etag=self.headers.get("etag"), last_modified=self.headers.get("last-modified"))


class RobotsStore(Protocol):
    """Where the rules of hosts are remembered between runs."""

    def robots(self, origin: str, newest: float) -> str | None:
        """The rules of a host noted at `newest` or later, or null."""

    def note_robots(self, origin: str, rules: str) -> None:
        """Remember the rules of a host."""


class PassingError(Exception):
    """A fault that may pass: `after` is how many seconds the server asks to wait."""

    def __init__(self, detail: str, after: float | None = None) -> None:
        super().__init__(detail)
        self.after = after


class Fetcher:
    """Asks hosts for pages, one at a time; close it, or use it in a `with`."""

    def __init__(
        self,
        policy: FetchPolicy,
        robots: RobotsStore,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.policy = policy
        self.requests = 0
        self._robots = robots
        self._clock = clock
        self._sleep = sleep
        self._next: dict[str, float] = {}
        self._pauses: dict[str, float] = {}
        self._client = httpx.Client(
            # Without proxies of the environment, which would resolve names themselves, and without connections kept,
            # which are pooled by address and would be shared by hosts of one address.
            trust_env=False,
            limits=httpx.Limits(max_keepalive_connections=0),
            timeout=httpx.Timeout(policy.read_timeout, connect=policy.connect_timeout),
            headers={"User-Agent": policy.agent, "Accept-Encoding": "gzip"},
        )

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(self, address: str, known: Validators | None = None, max_bytes: int | None = None) -> Page | None:
        """The page at an address, or null when it has not changed since `known`.

        Raises:
            FetchError: refused by robots or by policy, unreachable, too large, too slow, or not found.
        """
        for _ in range(self.policy.max_redirects + 1):
            self._ask_robots(address)
            page = self._retried(address, known, max_bytes or self.policy.max_bytes)
            if page is None or not 300 <= page.status < 400:
                return page
            address = urljoin(address, page.headers.get("location", ""))
        raise FetchError("redirects", f"over {self.policy.max_redirects} redirects, the last to {address[:200]}")

    def _ask_robots(self, address: str) -> None:
        rules = Protego.parse(self._rules(address))
        if not rules.can_fetch(address, AGENT):
            raise FetchError("robots", f"robots.txt of {parts(address).hostname} does not allow it")
        delay = rules.crawl_delay(AGENT)
        if delay:
            self._pauses[parts(address).netloc] = min(float(delay), self.policy.longest_pause)

    def _rules(self, address: str) -> str:
        found = parts(address)
        origin = f"{found.scheme}://{found.netloc}"
        known = self._robots.robots(origin, self._clock() - self.policy.robots_seconds)
        if known is None:
            known = self._fetch_rules(f"{origin}/robots.txt")
            self._robots.note_robots(origin, known)
        return known

    def _fetch_rules(self, address: str) -> str:
        """RFC 9309: no rules at a host that has none, no fetching from a host whose rules cannot be had."""
        for _ in range(self.policy.max_redirects + 1):
            try:
                page = self._retried(address, None, MAX_ROBOTS)
            except FetchError as error:
                if error.error == "not found":
                    return ""
                raise FetchError(error.error, f"the rules for robots cannot be had: {error.detail}") from None
            if page is None or page.status == 200:
                return page.body.decode("utf-8", "replace") if page else ""
            address = urljoin(address, page.headers.get("location", ""))
        return ""

    def _retried(self, address: str, known: Validators | None, max_bytes: int) -> Page | None:
        retrying = Retrying(
            stop=stop_after_attempt(self.policy.attempts),
            retry=retry_if_exception_type(PassingError),
            wait=self._wait,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return retrying(self._once, address, known, max_bytes)
        except PassingError as error:
            raise FetchError("unreachable", f"{address[:200]}: {error}") from None

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        after = error.after if isinstance(error, PassingError) else None
        return min(after if after is not None else 2.0**state.attempt_number, self.policy.longest_pause)

    def _once(self, address: str, known: Validators | None, max_bytes: int) -> Page | None:
        found = parts(address)
        host, port = str(found.hostname), found.port or {"http": 80, "https": 443}[found.scheme]
        ip = resolve(host, port, allow_private=host in self.policy.private_hosts)
        self._pause(found.netloc)
        headers = {"Host": found.netloc}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        url = httpx.URL(address).copy_with(host=ip)
        self.requests += 1
        try:
            with self._client.stream("GET", url, headers=headers, extensions={"sni_hostname": host}) as response:
                return self._answer(address, response, max_bytes)
        except (httpx.TransportError, httpx.InvalidURL, httpx.DecodingError) as error:
            raise PassingError(f"{type(error).__name__}: {error}") from None

    def _pause(self, host: str) -> None:
        pause = max(self.policy.pause, self._pauses.get(host, 0.0))
        waiting = self._next.get(host, 0.0) - self._clock()
        if waiting > 0:
            self._sleep(waiting)
        self._next[host] = self._clock() + pause

    def _answer(self, address: str, response: httpx.Response, max_bytes: int) -> Page | None:
        status = response.status_code
        if status == 304:
            return None
        if status in {429, 500, 502, 503, 504}:
            raise PassingError(f"the server answered {status}", self._retry_after(response))
        if status in {301, 302, 303, 307, 308}:
            location = {"location": response.headers.get("location", "")}
            return Page(address=address, status=status, headers=location, body=b"")
        if 400 <= status < 500:
            raise FetchError("not found", f"{address[:200]}: the server answered {status}")
        if status != 200:
            raise FetchError("unreachable", f"{address[:200]}: the server answered {status}")
        headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
        body = b"".join(self._body(response, max_bytes))
        return Page(address=address, status=status, headers=headers, body=body)

    def _body(self, response: httpx.Response, max_bytes: int) -> Iterator[bytes]:
        """The unpacked body piece by piece; never more than a piece over the limit is in memory."""
        packed = response.headers.get("content-encoding", "identity").strip().lower()
        if packed not in {"identity", "", "gzip", "x-gzip"}:
            raise FetchError("unreadable", f"the server packs pages as {packed[:40]!r}, which was not asked for")
        unpacker = zlib.decompressobj(wbits=31) if "gzip" in packed else None
        ends, left, packed_left = self._clock() + self.policy.total_timeout, max_bytes, max_bytes
        for raw in response.iter_raw():
            packed_left -= len(raw)
            for piece in _unpacked(raw, unpacker):
                left -= len(piece)
                if min(left, packed_left) < 0:
                    raise FetchError("oversized", f"over {max_bytes / 1e6:g} MB; not read further")
                yield piece
            if self._clock() > ends:
                raise FetchError("too slow", f"not done after {self.policy.total_timeout:g} seconds")
        if unpacker is not None and not unpacker.eof:
            raise FetchError("unreadable", "the packed page ends in the middle")

    def _retry_after(self, response: httpx.Response) -> float | None:
        value = response.headers.get("retry-after", "")
        if value.isdigit():
            return float(value[:9])
        try:
            return max(parsedate_to_datetime(value).timestamp() - self._clock(), 0.0)
        except (ValueError, TypeError):
            return None


def _unpacked(raw: bytes, unpacker: "zlib._Decompress | None") -> Iterator[bytes]:
    """What a piece of an answer holds, at most 1 MB at a time."""
    if unpacker is None:
        yield raw
        return
    while raw:
        try:
            piece = unpacker.decompress(raw, 1 << 20)
        except zlib.error as error:
            raise FetchError("unreadable", f"the packed page is broken: {error}") from None
        yield piece
        raw = unpacker.unconsumed_tail
