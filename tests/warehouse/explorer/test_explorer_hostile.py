"""Articles that try to break the page are shown as text."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hostile_rows import HOSTILE, hostile_rows

from benchmarks.explorer_events import fill
from warehouse.explorer import write_page


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_text(
    name: str, open_page: Callable[..., Any], settle: Callable[[Any], None], tmp_path: Path
) -> None:
    text = HOSTILE[name]
    rows = hostile_rows(text, "javascript:document.title='owned'")
    path = tmp_path / "hostile.html"
    with duckdb.connect() as con:
        fill(con, rows)
        write_page(con, path)
    page = open_page(path, f"#event={rows['events'][0]['event_id']}")
    assert page.text_content("#event-view h2") == text
    assert text[:400] in page.text_content("#event-view blockquote >> nth=0") or len(text) > 900
    marks = page.eval_on_selector_all("#event-view mark.trigger", "all => all.map(e => e.textContent)")
    assert set(marks) <= {m["trigger"] for m in rows["mentions"]}
    assert marks
    assert page.locator("#event-view a[href^='javascript']").count() == 0
    assert page.locator("img, b:not(.claim b), script[src], iframe").count() == 0
    assert page.title().startswith("Timeline")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    settle(page)
    assert page.locator("#list li").count() == 3


@pytest.mark.parametrize(
    "query", ["(((((", "body:", '"', "\\", "-" * 500, "%00%ff", "<script>", "a" * 5000, "before:99999"]
)
def test_any_query_is_answered(
    query: str, open_page: Callable[..., Any], settle: Callable[[Any], None], town_page: Path
) -> None:
    page = open_page(town_page)
    page.fill("#search", query)
    settle(page)
    assert page.text_content("#count").endswith("in view")


def test_exported_cells_are_no_formulas(open_page: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    with duckdb.connect() as con:
        fill(con, hostile_rows(HOSTILE["formula"], "https://example.org/a"))
        write_page(con, path)
    page = open_page(path)
    page.click("#exports summary")
    with page.expect_download() as download:
        page.click("#export-sheet button:has-text('CSV')")
    assert "\"'=HYPERLINK(" in Path(download.value.path()).read_text(encoding="utf-8")
