"""Fetching from real servers that behave, and that do not."""

import gzip
from collections.abc import Iterator
from dataclasses import replace

import pytest
from loopback import Handler, Site, in_turn, packed, page, redirect, serving

from flows.fetch import Fetcher, FetchPolicy, Validators
from flows.fetch_address import FetchError, canonical, public

POLICY = FetchPolicy(
    contact="https://daybook.example/bot",
    private_hosts=frozenset({"localhost"}),
    pause=0.0,
    read_timeout=30.0,
    attempts=3,
    max_bytes=1_000_000,
)


class Rules:
    """The rules of hosts, remembered for a test."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def robots(self, origin: str, newest: float) -> str | None:
        return self.known.get(origin)

    def note_robots(self, origin: str, rules: str) -> None:
        self.known[origin] = rules


class Clock:
    """Time that passes only in sleep, or a step at each look."""

    def __init__(self, step: float = 0.0) -> None:
        self.now, self.step = 1_000_000.0, step
        self.slept: list[float] = []

    def __call__(self) -> float:
        self.now += self.step
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> Iterator[Fetcher]:
    with Fetcher(POLICY, Rules(), clock=clock, sleep=clock.sleep) as found:
        yield found


def fault(fetcher: Fetcher, address: str) -> str:
    with pytest.raises(FetchError) as raised:
        fetcher.get(address)
    assert "\n" not in str(raised.value)
    return raised.value.error


def test_a_page_and_an_honest_user_agent(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = page("text", content_type="text/html", etag='"1"', x_other="no")
    found = fetcher.get(f"{site.url}/a")
    assert found is not None
    assert (found.body, found.status, found.address) == (b"text", 200, f"{site.url}/a")
    assert {"content-type": "text/html", "etag": '"1"'}.items() <= found.headers.items()
    assert "x-other" not in found.headers
    agents = {headers["user-agent"] for _, headers in site.asked}
    assert len(agents) == 1
    assert agents.pop().startswith("Daybook/")
    assert all(headers["host"] == site.url.removeprefix("http://") for _, headers in site.asked)


def test_not_modified(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = page("text", etag='"1"')
    site.pages["/b"] = page("text", last_modified="Tue, 09 Mar 2021 10:00:00 GMT")
    for path in ("/a", "/b"):
        found = fetcher.get(f"{site.url}{path}")
        assert found is not None
        assert fetcher.get(f"{site.url}{path}", found.validators) is None
        assert fetcher.get(f"{site.url}{path}", Validators(etag='"0"')) is not None


def test_packed_pages(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = packed(b"text " * 10_000)
    found = fetcher.get(f"{site.url}/a")
    assert found is not None
    assert found.body == b"text " * 10_000


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    while not handler.site.over.is_set():
        handler.wfile.write(b"x" * 65_536)


def stalled(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "10")
    handler.end_headers()
    handler.wfile.write(b"12345")
    handler.site.over.wait(60)


def trailing_rubbish(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.wfile.write(gzip.compress(b"text"))
    while not handler.site.over.is_set():
        handler.wfile.write(b"x" * 65_536)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (page("x" * 1_000_001), "oversized"),
        (packed(b"\0" * 50_000_000), "oversized"),
        (endless, "oversized"),
        (trailing_rubbish, "oversized"),
        (page(gzip.compress(b"text")[:-9], content_encoding="gzip"), "unreadable"),
        (page(b"no gzip", content_encoding="gzip"), "unreadable"),
        (page(b"text", content_encoding="br"), "unreadable"),
        (page(b"text", content_length="10", connection="close"), "unreachable"),
        (lambda handler: handler.wfile.write(b"rubbish\r\n\r\n"), "unreachable"),
        (page("gone", 410), "not found"),
        (page("no", 403), "not found"),
        (page("no", 418), "not found"),
        (page("no", 204), "unreachable"),
        (page("no", 500), "unreachable"),
        (redirect("/a"), "redirects"),
        (redirect("ftp://localhost/a"), "bad address"),
        (redirect("http://127.0.0.1:1/a"), "refused"),
        (redirect("http://169.254.169.254/latest/meta-data"), "refused"),
        (redirect("http://[::ffff:10.0.0.1]/"), "refused"),
    ],
)
def test_servers_that_misbehave(site: Site, fetcher: Fetcher, answer: object, error: str) -> None:
    site.pages["/a"] = answer  # type: ignore[assignment]
    assert fault(fetcher, f"{site.url}/a") == error


def test_more_than_the_promised_length_is_not_read(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = page(b"text and more", content_length="4", connection="close")
    found = fetcher.get(f"{site.url}/a")
    assert found is not None
    assert found.body == b"text"


def test_a_server_that_stalls_is_given_up(site: Site, clock: Clock) -> None:
    site.pages["/robots.txt"], site.pages["/a"] = page(""), stalled
    policy = replace(POLICY, read_timeout=0.2, attempts=2)
    with Fetcher(policy, Rules(), clock=clock, sleep=clock.sleep) as fetcher:
        assert fault(fetcher, f"{site.url}/a") == "unreachable"
    assert site.paths() == ["/a", "/a"]


def test_a_server_that_drips_is_given_up(site: Site) -> None:
    site.pages["/robots.txt"], site.pages["/a"] = page(""), endless
    clock = Clock(step=20.0)
    policy = replace(POLICY, max_bytes=1 << 40, total_timeout=100.0)
    with Fetcher(policy, Rules(), clock=clock, sleep=clock.sleep) as fetcher:
        assert fault(fetcher, f"{site.url}/a") == "too slow"


def test_redirects_are_followed_to_the_page(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/a": redirect("/b?x=1", 301), "/b?x=1": redirect(f"{site.url}/c", 308), "/c": page("text")}
    found = fetcher.get(f"{site.url}/a")
    assert found is not None
    assert (found.address, found.body) == (f"{site.url}/c", b"text")


@pytest.mark.parametrize(
    ("answers", "slept"),
    [
        ([page("", 429, retry_after="7"), page("text")], [7.0]),
        ([page("", 503), page("", 503), page("text")], [2.0, 4.0]),
        ([page("", 503, retry_after="100000"), page("text")], [60.0]),
        ([page("", 503, retry_after="Mon, 12 Jan 1970 13:47:00 GMT"), page("text")], [20.0]),
        ([page("", 503, retry_after="soon"), page("text")], [2.0]),
        ([page("", 503, retry_after="-5"), page("text")], [2.0]),
    ],
)
def test_a_server_that_asks_to_wait_is_waited_for(
    site: Site, fetcher: Fetcher, clock: Clock, answers: list[object], slept: list[float]
) -> None:
    site.pages["/a"] = in_turn(*answers)  # type: ignore[arg-type]
    found = fetcher.get(f"{site.url}/a")
    assert found is not None
    assert found.body == b"text"
    assert clock.slept == slept


def test_one_host_is_asked_after_a_pause(site: Site, clock: Clock) -> None:
    site.pages |= {"/a": page("text"), "/b": page("text")}
    with Fetcher(replace(POLICY, pause=3.0), Rules(), clock=clock, sleep=clock.sleep) as fetcher:
        fetcher.get(f"{site.url}/a")
        fetcher.get(f"{site.url}/b")
    assert clock.slept == [3.0, 3.0]


@pytest.mark.parametrize(
    ("rules", "error"),
    [
        (page("User-agent: *\nDisallow: /a"), "robots"),
        (page("User-agent: Daybook\nDisallow: /\n\nUser-agent: *\nAllow: /"), "robots"),
        (page("User-agent: other\nDisallow: /"), None),
        (page("User-agent: *\nDisallow: /a\nAllow: /a$"), None),
        (page("no", 404), None),
        (page("no", 403), None),
        (page("no", 500), "unreachable"),
        (page("User-agent: *\nDisallow: /" + " " * 600_000), "oversized"),
        (redirect("/rules"), "robots"),
        (redirect("http://127.0.0.1:1/robots.txt"), "refused"),
        (page(bytes(range(256))), None),
    ],
)
def test_rules_for_robots(site: Site, fetcher: Fetcher, rules: object, error: str | None) -> None:
    site.pages |= {"/robots.txt": rules, "/a": page("text"), "/rules": page("User-agent: *\nDisallow: /a")}  # type: ignore[dict-item]
    if error is None:
        assert fetcher.get(f"{site.url}/a") is not None
    else:
        assert fault(fetcher, f"{site.url}/a") == error
        assert "/a" not in site.paths()


def test_rules_are_asked_for_once_and_their_delay_is_kept(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    site.pages |= {"/robots.txt": page("User-agent: *\nCrawl-delay: 9"), "/a": page("text")}
    for _ in range(3):
        fetcher.get(f"{site.url}/a")
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/a", "/a"]
    assert clock.slept == [9.0, 9.0]


@pytest.mark.parametrize(
    "address",
    [
        *("http://127.0.0.1/", "http://[::1]/", "http://0x7f000001/", "http://2130706433/"),
        *("http://127.1/", "http://0.0.0.0/", "http://10.1.2.3/", "http://192.168.0.1:8080/", "http://169.254.169.254/"),
        *("http://[fe80::1]/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/"),
    ],
)  # fmt: skip
def test_addresses_inside_the_network_are_never_asked(fetcher: Fetcher, address: str) -> None:
    assert fault(fetcher, address) == "refused"
    assert fetcher.requests == 0


@pytest.mark.parametrize(
    "address",
    ["", "x", "file:///etc/passwd", "ftp://q.example/", "http://", "http://a:b@q.example/", "http://q:0/", "//q"],
)
def test_what_is_no_address_is_refused(fetcher: Fetcher, address: str) -> None:
    assert fault(fetcher, address) == "bad address"


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("HTTPS://Q.Example:443/a?utm_source=x&b=2&a=1#part", "https://q.example/a?a=1&b=2"),
        ("http://q.example", "http://q.example/"),
        ("http://q.example/a/../b/./c", "http://q.example/b/c"),
        ("https://q.example/Ä b", "https://q.example/%C3%84%20b"),
        (" https://q.example/a ", "https://q.example/a"),
    ],
)
def test_one_form_of_an_address(address: str, same: str) -> None:
    assert canonical(address) == same
    assert canonical(same) == same


@pytest.mark.parametrize(
    ("ip", "is_public"),
    [("8.8.8.8", True), ("2606:4700::1111", True), ("100.64.0.1", False), ("2002:7f00:1::", False), ("ff02::1", False)],
)
def test_public_addresses(ip: str, is_public: bool) -> None:
    assert public(ip) is is_public
