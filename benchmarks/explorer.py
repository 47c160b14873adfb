"""Size and speed of the explorer's page in a real browser, over made-up timelines.

    python -m benchmarks.explorer [EVENTS ...]

Prints, for each size: bytes of the page, CPU seconds to write it, milliseconds from the start of navigation to the
first complete screen and to the evidence being read, the median time from frame to frame while the timeline is dragged,
and the time a zoom step takes (95th percentile) and a search takes (median), from the input to the painted frame.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.explorer_events import build
from warehouse.explorer import write_page

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)

FRAMES = """() => {
  window.frames_ = [];
  let last = performance.now();
  const tick = (now) => { window.frames_.push(now - last); last = now; window.ticking_ = requestAnimationFrame(tick); };
  window.ticking_ = requestAnimationFrame(tick);
}"""

WHEEL = """async () => {
  const canvas = document.querySelector("#canvas");
  const box = canvas.getBoundingClientRect();
  const times = [];
  for (let step = 0; step < 120; step++) {
    const start = performance.now();
    const at = { clientX: box.x + 300 + step, clientY: box.y + 100, bubbles: true, cancelable: true };
    canvas.dispatchEvent(new WheelEvent("wheel", { ...at, deltaY: step % 60 < 30 ? -120 : 120 }));
    await new Promise((done) => requestAnimationFrame(done));
    times.push(performance.now() - start);
  }
  return times;
}"""

SEARCH = """async () => {
  const box = document.querySelector("#search");
  const times = [];
  for (const text of ["library", "crowded chamber", "body:trust", "person:okafor disputed", "type:vote in:2019", ""]) {
    box.value = text;
    const start = performance.now();
    box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    times.push(performance.now() - start);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return times;
}"""


def main() -> None:
    from playwright.sync_api import sync_playwright

    sizes = [int(argument) for argument in sys.argv[1:]] or [5_000, 50_000]
    print("events      bytes  write s  ready ms  evidence ms  pan median ms  zoom p95 ms  search median ms")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        for events in sizes:
            path = Path(folder) / f"{events}.html"
            with duckdb.connect() as con:
                build(con, events)
                start = time.process_time()
                write_page(con, path)
                written = time.process_time() - start
            told = measured(browser, path)
            print(f"{events:6,} {path.stat().st_size:10,} {written:8.2f}", *(f"{value:12.1f}" for value in told))
        browser.close()


def measured(browser: Any, path: Path) -> list[float]:
    """Ready, evidence, pan, zoom and search of one page, in milliseconds."""
    page = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    ready: list[list[float]] = []
    for _ in range(3):
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready=evidence]", state="attached")
        names = ("daybook-ready", "daybook-evidence")
        ready.append([page.evaluate(f"performance.getEntriesByName('{name}')[0].startTime") for name in names])
    page.wait_for_selector("html[data-busy=no]", state="attached")
    box = page.locator("#canvas").bounding_box()
    page.evaluate("document.querySelector('#canvas').focus()")
    for _ in range(3):
        page.keyboard.press("+")
    page.mouse.move(box["x"] + 800, box["y"] + 200)
    page.mouse.down()
    page.evaluate(FRAMES)
    for step in range(150):
        page.mouse.move(box["x"] + 800 - 4 * step, box["y"] + 200)
    pan = page.evaluate("() => { cancelAnimationFrame(window.ticking_); return window.frames_; }")
    page.mouse.up()
    page.keyboard.press("0")
    zoom = sorted(page.evaluate(WHEEL))
    search = page.evaluate(SEARCH)
    page.close()
    first, evidence = (statistics.median(column) for column in zip(*ready, strict=True))
    return [first, evidence, statistics.median(pan), zoom[int(0.95 * len(zoom))], statistics.median(search)]


if __name__ == "__main__":
    main()
