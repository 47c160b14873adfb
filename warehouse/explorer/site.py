"""The timeline as a folder for a static host: the page, a page an event, data, a feed and a calendar."""

import io
from collections import defaultdict
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.errors import UserError
from warehouse.explorer.event_page import event_page, moved_page
from warehouse.explorer.explorer import page, write_whole
from warehouse.exports import export
from warehouse.exports.events import happenings

_ALTERNATES = (
    '<link rel="alternate" type="application/atom+xml" title="New events" href="feed.atom">\n'
    '<link rel="alternate" type="text/calendar" title="What is to come" href="upcoming.ics">\n'
)
_FEED = "SELECT * FROM timeline_rows ORDER BY first_reported DESC NULLS LAST, event_id LIMIT 100"
_CLAIMS = """
WITH told AS (
  SELECT *, CASE WHEN attribute <> 'date' THEN value WHEN split_part(value, '/', 1) = split_part(value, '/', 2)
    THEN split_part(value, '/', 1) ELSE replace(value, '/', ' to ') END
    || ' (' || documents || CASE documents WHEN 1 THEN ' article)' ELSE ' articles)' END AS line
  FROM event_claims
  WHERE attribute NOT IN ('date', 'outcome') OR (event_id, attribute) IN (SELECT (event_id, attribute) FROM disputed)
)
SELECT event_id, attribute, string_agg(line, ', ' ORDER BY chosen DESC, documents DESC, value)
FROM told GROUP BY event_id, attribute ORDER BY event_id, attribute
"""
_LINKS = """
SELECT l.event_id, relation, other_id, title FROM event_links l JOIN events e ON e.event_id = l.other_id
ORDER BY l.event_id, relation, other_id
"""


def write_site(con: duckdb.DuckDBPyConnection, folder: Path | str, *, base_url: str) -> None:
    """Writes the site of an open database, with its views, into `folder`; `base_url` is where the folder will stand.

    Every file is replaced whole, the events' pages before the page that links to them. An id that was merged keeps its
    address and leads on to the event it became. Pages of ids that nothing knows any more go last.

    Raises:
        UserError: `base_url` is no address.
        OSError: the folder cannot be written.
    """
    if not base_url.startswith(("http://", "https://")):
        raise UserError(f"site: {base_url!r} is no address; write https://HOST/FOLDER/")
    root, base = Path(folder), base_url if base_url.endswith("/") else f"{base_url}/"
    pages = {**_event_pages(con, base), **_moved_pages(con, base)}
    for event_id, text in pages.items():
        write_whole(root / "events" / f"{event_id}.html", text.encode("utf-8", "replace"))
    timeline = _rows(con, "SELECT * FROM timeline")
    evidence = _rows(con, "SELECT * FROM evidence")
    upcoming = _rows(con, "SELECT * FROM upcoming")
    newest = _rows(con, _FEED)
    write_whole(root / "data" / "timeline.jsonl", export(timeline, "jsonl"))
    write_whole(root / "data" / "timeline.parquet", parquet(timeline))
    write_whole(root / "data" / "evidence.parquet", parquet(evidence))
    write_whole(root / "upcoming.ics", linked_calendar(export(upcoming, "ics"), base))
    write_whole(root / "feed.atom", linked_feed(export(newest, "atom"), base))
    write_whole(root / "index.html", page(con, pages="events/", head=_ALTERNATES).encode("utf-8", "replace"))
    for stale in (root / "events").glob("*.html"):
        if stale.stem not in pages:
            stale.unlink()


def parquet(rows: pa.Table) -> bytes:
    """A table as one Parquet file."""
    out = io.BytesIO()
    pq.write_table(rows, out, compression="zstd")
    return out.getvalue()


def linked_feed(atom: bytes, base: str) -> bytes:
    """The feed with the address of each event's page, and its own."""
    from defusedxml.lxml import fromstring
    from lxml import etree

    feed = fromstring(atom)
    space = "{http://www.w3.org/2005/Atom}"
    etree.SubElement(feed, f"{space}link", rel="self", href=f"{base}feed.atom")
    for entry in feed.iter(f"{space}entry"):
        event_id = entry.findtext(f"{space}id", "").rpartition(":")[2]
        etree.SubElement(entry, f"{space}link", rel="alternate", href=f"{base}events/{event_id}.html")
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="UTF-8"))


def linked_calendar(ics: bytes, base: str) -> bytes:
    """The calendar with the address of each event's page."""
    from icalendar import Calendar

    calendar = Calendar.from_ical(ics)
    for event in calendar.walk("VEVENT"):
        event.add("url", f"{base}events/{str(event['uid']).partition('@')[0]}.html")
    return bytes(calendar.to_ical())


def _rows(con: duckdb.DuckDBPyConnection, sql: str) -> pa.Table:
    return con.sql(sql).to_arrow_table()


def _event_pages(con: duckdb.DuckDBPyConnection, base: str) -> dict[str, str]:
    evidence: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(con, "SELECT * FROM evidence").to_pylist():
        evidence[row["event_id"]].append(row)
    claims: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for event_id, attribute, values in con.execute(_CLAIMS).fetchall():
        claims[event_id].append((attribute, values))
    links: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for event_id, relation, other_id, title in con.execute(_LINKS).fetchall():
        links[event_id].append((relation, other_id, title))
    told = happenings(_rows(con, "SELECT * FROM timeline_rows ORDER BY event_id"))
    return {
        each.event_id: event_page(each, evidence[each.event_id], claims[each.event_id], links[each.event_id], base)
        for each in told
    }


def _moved_pages(con: duckdb.DuckDBPyConnection, base: str) -> dict[str, str]:
    live = {event_id for (event_id,) in con.execute("SELECT event_id FROM events").fetchall()}
    became = dict(
        con.execute("SELECT event_id, became FROM event_history ORDER BY event_id, snapshot_id, became").fetchall()
    )
    return {old: moved_page(old, _successor(old, became, live), base) for old in sorted(became.keys() - live)}


def _successor(event_id: str, became: dict[str, str | None], live: set[str]) -> str | None:
    """The living event that an id has become, through any number of merges; null when it was withdrawn."""
    seen: set[str] = set()
    following: str | None = event_id
    while following is not None and following not in live:
        if following in seen:
            return None
        seen.add(following)
        following = became.get(following)
    return following
