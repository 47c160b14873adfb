"""Articles that try to break the page are shown as text."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from benchmarks.explorer_events import fill, rows_of
from warehouse.explorer import write_page

HOSTILE = {
    "script": "<script>document.title='owned'</script></script><!--<script>",
    "markup": '"><img src=x onerror="document.title=\'owned\'"><b>&lt;&amp;',
    "null": "before\x00after \x1b[31m\ufeff\u2028\u2029",
    "overrides": "\u202eright to left\u202c \u2066isolated\u2069 \u202e",
    "astral": "😀😀 on 𝔘nicode \U0001f468\u200d\U0001f469\u200d\U0001f467 day",
    "long": "x" * 10_000,
    "template": "$script $$ ${events} $policy \\1 \\u0000",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "surrogates": "A" * 200 + "é́́́́" * 100,
}


def hostile_rows(text: str, uri: str) -> dict[str, list[dict[str, Any]]]:
    """One event that is called `text`, told by a sentence that holds it, beside two harmless ones."""
    rows = rows_of(3)
    event = rows["events"][0]
    event["title"] = text
    document_id = next(m["document_id"] for m in rows["mentions"] if m["event_id"] == event["event_id"])
    for document in rows["documents"]:
        if document["document_id"] == document_id:
            document |= {"text": f"{text} {document['text']}", "title": text, "source": text, "uri": uri}
    for mention in rows["mentions"]:
        if mention["document_id"] == document_id:
            shift = len(text) + 1
            mention |= {"start": mention["start"] + shift, "end": mention["end"] + shift}
            mention |= {"sentence_start": 0, "sentence_end": mention["sentence_end"] + shift, "attributed_to": text}
    for timex in rows["timexes"]:
        if timex["document_id"] == document_id:
            timex |= {"start": timex["start"] + len(text) + 1, "end": timex["end"] + len(text) + 1}
    for entity in rows["entities"][:5]:
        entity["name"] = text
    for role in rows["event_roles"][:2]:
        role["name"] = text
    return rows


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
