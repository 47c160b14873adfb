"""The site: stable addresses, sources for machines, a feed and a calendar."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import feedparser
import pyarrow.parquet as pq
import pytest
from hostile_rows import HOSTILE, hostile_rows

from benchmarks.explorer_events import fill, rows_of
from warehouse.explorer import write_site

BASE = "https://news.example/town"


def site(folder: Path, rows: dict[str, list[dict[str, Any]]]) -> Path:
    with duckdb.connect() as con:
        fill(con, rows)
        write_site(con, folder, base_url=BASE)
    return folder


def linked_data(path: Path) -> dict[str, Any]:
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL
    )
    assert found
    read: dict[str, Any] = json.loads(found.group(1))
    return read


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[dict[str, Any]]]]:
    rows = rows_of(40)
    return site(tmp_path_factory.mktemp("site"), rows), rows


def test_each_event_has_a_page_with_its_sources(made: tuple[Path, dict[str, list[dict[str, Any]]]]) -> None:
    folder, rows = made
    assert {path.stem for path in (folder / "events").glob("*.html")} == {row["event_id"] for row in rows["events"]}
    uris = {row["document_id"]: row["uri"] for row in rows["documents"]}
    for event in rows["events"]:
        data = linked_data(folder / "events" / f"{event['event_id']}.html")
        told = {uris[m["document_id"]] for m in rows["mentions"] if m["event_id"] == event["event_id"]}
        assert data["@type"] == "Event"
        assert data["name"] == event["title"]
        assert data["url"] == f"{BASE}/events/{event['event_id']}.html"
        assert {article["url"] for article in data["subjectOf"]} == told
        certain = event["earliest"] is not None and event["earliest"] == event["latest"]
        assert data.get("startDate") == (str(event["earliest"]) if certain else None)


def test_feed_calendar_and_data_are_read_by_their_libraries(made: tuple[Path, dict[str, list[dict[str, Any]]]]) -> None:
    from icalendar import Calendar

    folder, rows = made
    feed = feedparser.parse((folder / "feed.atom").read_bytes())
    assert not feed.bozo
    assert len(feed.entries) == 40
    for entry in feed.entries:
        assert (folder / "events" / entry.link.rpartition("/")[2]).exists()
    calendar = Calendar.from_ical((folder / "upcoming.ics").read_bytes())
    for event in calendar.walk("VEVENT"):
        assert (folder / "events" / str(event["URL"]).rpartition("/")[2]).exists()
    assert pq.read_table(folder / "data" / "timeline.parquet").num_rows == 40
    assert pq.read_table(folder / "data" / "evidence.parquet").num_rows == len(rows["mentions"])
    assert len((folder / "data" / "timeline.jsonl").read_text(encoding="utf-8").splitlines()) == 40


def test_a_permalink_survives_merges(tmp_path: Path) -> None:
    rows = rows_of(5)
    alive = rows["events"][0]["event_id"]
    a, b, c, d, e = (letter * 16 for letter in "abcde")
    chain = [(a, b, "s1"), (b, alive, "s2"), (c, None, "s2"), (d, e, "s1"), (e, d, "s2")]
    rows["event_history"] = [
        {"event_id": old, "became": new, "snapshot_id": snapshot, "why": "merged" if new else "withdrawn"}
        for old, new, snapshot in chain
    ]
    folder = site(tmp_path / "site", rows)
    for old in (a, b):
        assert f'content="0; url={alive}.html"' in (folder / "events" / f"{old}.html").read_text(encoding="utf-8")
    for gone in (c, d):
        text = (folder / "events" / f"{gone}.html").read_text(encoding="utf-8")
        assert "Withdrawn" in text
        assert "refresh" not in text


def test_an_old_id_opens_the_event_it_became(
    open_page: Callable[..., Any], settle: Callable[[Any], None], tmp_path: Path
) -> None:
    rows = rows_of(5)
    event = rows["events"][0]
    rows["event_history"] = [
        {"event_id": "aaaaaaaaaaaaaaaa", "became": event["event_id"], "snapshot_id": "s1", "why": "merged"}
    ]
    folder = site(tmp_path / "site", rows)
    page = open_page(folder / "index.html", "#event=aaaaaaaaaaaaaaaa")
    assert page.inner_text("#event-view h2") == event["title"]
    page.click("#event-view a:has-text('own page')")
    page.wait_for_url(f"**/events/{event['event_id']}.html")
    assert page.inner_text("h1") == event["title"]


def test_a_second_site_replaces_the_first(tmp_path: Path) -> None:
    site(tmp_path / "site", rows_of(9, seed=1))
    again = rows_of(4, seed=2)
    folder = site(tmp_path / "site", again)
    assert {path.stem for path in (folder / "events").glob("*.html")} == {row["event_id"] for row in again["events"]}
    assert not list(folder.rglob(".*"))


def test_same_tables_give_the_same_site(made: tuple[Path, dict[str, list[dict[str, Any]]]], tmp_path: Path) -> None:
    folder, _ = made
    again = site(tmp_path / "again", rows_of(40))
    files = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [path for path in files if (folder / path).read_bytes() != (again / path).read_bytes()] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_an_events_page(
    browser: Any, made: tuple[Path, dict[str, list[dict[str, Any]]]], scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    folder, rows = made
    page = browser.new_page(color_scheme=scheme)
    page.goto((folder / "events" / f"{rows['event_links'][0]['event_id']}.html").as_uri())
    found = Axe().run(page)
    page.close()
    assert [(v["id"], [n["html"][:200] for n in v["nodes"]]) for v in found.response["violations"]] == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_on_an_events_page(name: str, browser: Any, tmp_path: Path) -> None:
    rows = hostile_rows(HOSTILE[name], "javascript:document.title='owned'")
    folder = site(tmp_path / "site", rows)
    page = browser.new_page()
    path = folder / "events" / f"{rows['events'][0]['event_id']}.html"
    page.goto(path.as_uri())
    assert page.text_content("h1") == HOSTILE[name].replace("\x00", "")
    assert page.title() != "owned"
    assert page.locator("a[href^='javascript'], img, script:not([type='application/ld+json'])").count() == 0
    assert linked_data(path)["name"] == HOSTILE[name]
    page.close()
