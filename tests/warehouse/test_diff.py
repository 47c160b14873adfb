"""The change feed between snapshots, and snapshots of other versions of the tables."""

import json
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from made_up import META, run_tables

from warehouse import schema
from warehouse.diff import changes
from warehouse.errors import UserError
from warehouse.formats import render
from warehouse.lake import Lake
from warehouse.query import ask, open_warehouse
from warehouse.snapshot import RunMeta

LATER: RunMeta = {**META, "created_at": META["created_at"].replace(day=20)}


def without_event(tables: dict[str, pa.Table], event_id: str, became: str | None, why: str) -> dict[str, pa.Table]:
    """The tables of a later run in which an event is gone, its mentions moved or dropped."""
    kept = dict(tables)
    for name in ("events", "event_roles", "event_claims", "event_links"):
        kept[name] = tables[name].filter(pc.not_equal(tables[name]["event_id"], event_id))
    ids = [became if value == event_id else value for value in tables["mentions"]["event_id"].to_pylist()]
    moved = tables["mentions"].set_column(tables["mentions"].column_names.index("event_id"), "event_id", pa.array(ids))
    kept["mentions"] = moved.filter(pc.is_valid(moved["event_id"]))
    for name in ("mention_roles", "mention_counts"):
        kept[name] = tables[name].filter(pc.is_in(tables[name]["mention_id"], kept["mentions"]["mention_id"]))
    kept["pairs"] = tables["pairs"].slice(0, 1)
    kept["event_history"] = pa.table({"event_id": [event_id], "became": pa.array([became], pa.string()), "why": [why]})
    return kept


def test_the_feed_names_what_was_added_changed_and_withdrawn(lake: Lake) -> None:
    first = str(lake.current())
    tables = without_event(run_tables(), "e3", None, "withdrawn")
    titles = ["A new title" if title.startswith("Hollin") else title for title in tables["events"]["title"].to_pylist()]
    place = tables["events"].column_names.index("title")
    tables["events"] = tables["events"].set_column(place, "title", pa.array(titles))
    second = lake.stage_snapshot(tables, meta=LATER)
    lake.publish(second)

    feed = {row["event_id"]: row for row in changes(lake, first, second).to_pylist()}
    assert {key: (row["change"], row["changed"]) for key, row in feed.items()} == {
        "e1": ("changed", ["title"]),
        "e3": ("withdrawn", []),
    }
    assert json.loads(feed["e1"]["before"])["title"] == "Hollin Council: motion against Ada Quill"
    assert json.loads(feed["e1"]["after"])["title"] == "A new title"
    assert feed["e3"]["after"] is None
    backwards = {row["event_id"]: row["change"] for row in changes(lake, second, first).to_pylist()}
    assert backwards == {"e1": "changed", "e3": "added"}
    assert changes(lake, first, first).num_rows == 0
    assert json.loads(render(changes(lake, first, second), "json"))[0]["change"] == "changed"


def test_the_feed_says_which_event_took_in_a_merged_one(lake: Lake) -> None:
    first = str(lake.current())
    tables = without_event(run_tables(), "e3", "e2", "merged")
    tables["events"] = tables["events"].set_column(
        tables["events"].column_names.index("documents"), "documents", pa.array([2, 1], pa.int32())
    )
    second = lake.stage_snapshot(tables, meta=LATER)
    lake.publish(second)
    feed = {row["event_id"]: row for row in changes(lake, first, second).to_pylist()}
    assert (feed["e3"]["change"], feed["e3"]["became"]) == ("merged", "e2")
    [history] = lake.dataset(second, "event_history").to_table().to_pylist()
    assert history == {"event_id": "e3", "snapshot_id": second, "became": "e2", "why": "merged"}


def test_history_outlives_the_run_that_made_it(lake: Lake) -> None:
    merged = without_event(run_tables(), "e3", "e2", "merged")
    merged["events"] = merged["events"].set_column(
        merged["events"].column_names.index("documents"), "documents", pa.array([2, 1], pa.int32())
    )
    second = lake.stage_snapshot(merged, meta=LATER)
    lake.publish(second)
    del merged["event_history"]
    assert lake.stage_snapshot(merged, meta=LATER) == second


def previous_version(lake: Lake, version: str) -> str:
    """The current snapshot as another version wrote it: without a nullable column, and without a table."""
    snapshot = str(lake.current())
    folder = Path(lake.root) / "snapshots" / snapshot
    manifest = json.loads((folder / "manifest.json").read_text())
    for path in (folder / "mentions").rglob("*.parquet"):
        pq.write_table(pq.read_table(path, partitioning=None).drop_columns(["attributed_to"]), path)
    manifest["files"] = [file for file in manifest["files"] if file["table"] != "date_reasons"]
    shutil.rmtree(folder / "date_reasons")
    manifest["schema_version"] = version
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (Path(lake.root) / "daybook.duckdb").unlink()
    return snapshot


def test_a_snapshot_of_an_earlier_version_is_read_with_nulls(lake: Lake) -> None:
    old = previous_version(lake, "0.9")
    with open_warehouse(lake) as con:
        sql = "SELECT count(*) AS n, count(attributed_to) AS said FROM evidence"
        assert ask(con, sql).to_pylist() == [{"n": 4, "said": 0}]
        assert ask(con, "SELECT count(*) AS n FROM date_reasons").to_pylist() == [{"n": 0}]
    new = lake.stage_snapshot(run_tables(), meta=LATER)
    assert new == old


def test_an_earlier_consumer_reads_a_newer_snapshot(lake: Lake) -> None:
    known = pa.schema([field for field in schema.arrow_schema("mentions") if field.name != "attributed_to"])
    dataset = pa.dataset.dataset(lake.files(str(lake.current()), "mentions"), schema=known)
    assert dataset.to_table().column_names == known.names
    assert dataset.count_rows() == 4


def test_a_snapshot_of_a_later_kind_is_refused_in_one_line(lake: Lake) -> None:
    previous_version(lake, "9.0")
    with pytest.raises(UserError, match=r"tables of version 9\.0, newer than"), open_warehouse(lake):
        pass
