"""A real web server on loopback whose pages a test writes, and which remembers what it was asked."""

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers from the site's pages; unknown paths are not found."""

    protocol_version = "HTTP/1.1"
    site: "Site"

    def do_GET(self) -> None:
        self.site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        try:
            self.site.pages.get(self.path, not_found)(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def do_POST(self) -> None:
        self.site.posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"content_length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


class Site:
    """Pages by path; `over` is set when the test ends."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.posted: list[dict[str, Any]] = []
        self.over = Event()
        self.url = ""

    def paths(self) -> list[str]:
        """What was asked for, without the rules for robots."""
        return [path for path, _ in self.asked if path != "/robots.txt"]


class Server(ThreadingHTTPServer):
    """Threads of it do not outlive a test, and a client that hangs up is no news."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        pass


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    server = Server(("127.0.0.1", 0), type("SiteHandler", (Handler,), {"site": site}))
    site.url = f"http://localhost:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def not_found(handler: Handler) -> None:
    handler.answer(404)


def page(body: str | bytes, status: int = 200, **headers: str) -> Answer:
    """A page, and "not modified" to who has it already by its ETag or date."""
    data = body.encode() if isinstance(body, str) else body

    def answer(handler: Handler) -> None:
        tag, day = headers.get("etag"), headers.get("last_modified")
        if (tag and handler.headers["If-None-Match"] == tag) or (day and handler.headers["If-Modified-Since"] == day):
            handler.answer(304)
        else:
            handler.answer(status, data, **headers)

    return answer


def packed(body: bytes, **headers: str) -> Answer:
    return page(gzip.compress(body), content_encoding="gzip", **headers)


def redirect(to: str, status: int = 302) -> Answer:
    return lambda handler: handler.answer(status, location=to)


def in_turn(*answers: Answer) -> Answer:
    """Each answer once, the last for ever."""
    left = list(answers)

    def answer(handler: Handler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer
