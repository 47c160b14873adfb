"""A page over a made-up town's news, and a real browser to open it in."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from benchmarks.explorer_events import build
from warehouse.explorer import write_page

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--force-color-profile=srgb"),
)
PATIENCE = 30_000


@pytest.fixture(scope="session")
def town() -> Iterator[duckdb.DuckDBPyConnection]:
    """An open database with 600 made-up events."""
    with duckdb.connect() as con:
        build(con, 600)
        yield con


@pytest.fixture(scope="session")
def town_page(town: duckdb.DuckDBPyConnection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("explorer") / "timeline.html"
    write_page(town, path)
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser a module: while it runs its event loop is the thread's, and other tests need theirs."""
    from playwright.sync_api import sync_playwright

    chromium = Path("/usr/bin/chromium")
    if not chromium.exists():
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=str(chromium), args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens a page and waits until its evidence is read; fails at the end on any error, request or refusal in it."""
    opened: list[Any] = []
    faults: list[str] = []

    def opening(path: Path, fragment: str = "", width: int = 1400, height: int = 900, **options: Any) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", locale="en-GB", **options
        )
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on(
            "request", lambda request: faults.append(f"request: {request.url}") if _outside(request, path) else None
        )
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("html[data-ready=evidence]", state="attached")
        wait_until_settled(page)
        return page

    yield opening
    for context in opened:
        context.close()
    assert faults == []


def _outside(request: Any, path: Path) -> bool:
    address = request.url.split("#")[0]
    folder = path.parent.as_uri()
    return not (address == path.as_uri() or address.startswith((f"{folder}/events/", "blob:")))


def wait_until_settled(page: Any) -> None:
    """Waits until what was asked of the page is drawn and written to its address."""
    page.wait_for_selector("html[data-busy=no]", state="attached")


@pytest.fixture
def settle() -> Callable[[Any], None]:
    return wait_until_settled
