"""Shards and snapshots: whole or not there, the same for the same tables, linked where nothing changed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from made_up import META, document, run_tables

from transforms.records import Reject
from warehouse.errors import UserError
from warehouse.lake import Lake
from warehouse.rows import document_table, reject_table
from warehouse.snapshot import RunMeta

LATER: RunMeta = {**META, "created_at": META["created_at"].replace(hour=13)}


def files(lake: Lake) -> dict[str, tuple[int, int]]:
    found = sorted(path for path in Path(lake.root).rglob("*") if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.stat().st_ino) for path in found}


def test_a_shard_comes_back_as_written(tmp_path: Path) -> None:
    lake = Lake(str(tmp_path))
    data = document_table([document("north"), document("south")])
    assert not lake.has_shard("land", "b1")
    lake.write_shard("land", "b1", {"documents": data})
    lake.write_shard("land", "b0", {"documents": data.slice(0, 1)})
    assert lake.shard_ids("land") == ["b0", "b1"]
    assert [Path(path).parent.name for path in lake.shard_files("land", "documents")] == ["b0", "b1"]
    assert lake.shard_table("land", "documents").count_rows() == 3
    assert lake.shard_files("land", "mentions") == []
    assert lake.shard_table("land", "mentions").count_rows() == 0


def test_a_shard_that_breaks_the_declaration_is_refused_whole(tmp_path: Path) -> None:
    lake = Lake(str(tmp_path))
    data = document_table([document("north")]).drop_columns(["text"])
    with pytest.raises(UserError, match="column text is missing"):
        lake.write_shard("land", "b1", {"documents": data})
    assert lake.shard_ids("land") == []


def test_the_same_tables_in_another_order_touch_no_file(lake: Lake) -> None:
    before = files(lake)
    again = {name: data.take(pa.array(range(len(data)))[::-1]) for name, data in run_tables().items()}
    lake.publish(lake.stage_snapshot(again, meta={**META, "code_version": "0.2.0"}))
    assert files(lake) == before


def test_what_did_not_change_is_linked(lake: Lake) -> None:
    tables = run_tables()
    tables["rejects"] = tables["rejects"].set_column(4, "detail", pa.array(["nothing in it"]))
    old = lake.current()
    new = lake.stage_snapshot(tables, meta=LATER)
    assert new != old
    assert lake.current() == old
    shared = {os.stat(path).st_ino for path in lake.files(str(old), "events") + lake.files(str(old), "mentions")}
    assert {os.stat(path).st_ino for path in lake.files(new, "events") + lake.files(new, "mentions")} == shared
    assert lake.manifest(new)["parent_id"] == old
    lake.publish(new)
    assert lake.current() == new
    assert lake.dataset(new, "snapshots").to_table()["snapshot_id"].to_pylist() == [old, new]


def test_events_are_partitioned_by_year_and_sorted(lake: Lake) -> None:
    current = str(lake.current())
    folders = {Path(path).parent.name for path in lake.files(current, "events")}
    assert folders == {"year=2024"}
    assert {Path(path).parent.name for path in lake.files(current, "mentions")} == {"landed=2024-05"}
    days = lake.dataset(current, "events").to_table()["best_day"].drop_null()
    assert days.equals(days.take(pc.sort_indices(days)))


def test_a_reject_keeps_the_snapshot_it_came_in_with(lake: Lake) -> None:
    first = str(lake.current())
    tables = run_tables()
    other = Reject(uri="other.txt", stage="land", error="empty", detail="the file is empty")
    tables["rejects"] = pa.concat_tables([tables["rejects"], reject_table([other])])
    second = lake.stage_snapshot(tables, meta=META)
    found = {row["uri"]: row["snapshot_id"] for row in lake.dataset(second, "rejects").to_table().to_pylist()}
    assert found == {"blank.txt": first, "other.txt": second}


def test_checksums_and_rows_of_the_manifest_are_those_of_the_files(lake: Lake) -> None:
    from hashlib import sha256

    manifest = lake.manifest(str(lake.current()))
    for file in manifest["files"]:
        path = Path(lake.root) / "snapshots" / manifest["snapshot_id"] / file["path"]
        assert sha256(path.read_bytes()).hexdigest() == file["sha256"]
        assert path.stat().st_size == file["bytes"]
        assert pa.parquet.read_metadata(path).num_rows == file["rows"]
    assert manifest["rows"]["mentions"] == 4
    assert json.loads((Path(lake.root) / "current.json").read_text())["snapshot_id"] == manifest["snapshot_id"]


def test_open_readers_keep_the_old_database(lake: Lake) -> None:
    path = str(Path(lake.root) / "daybook.duckdb")
    with duckdb.connect(path, read_only=True) as old:
        assert old.execute("SELECT count(*) FROM rejects").fetchall() == [(1,)]
        tables = run_tables()
        tables["rejects"] = tables["rejects"].slice(0, 0)
        lake.publish(lake.stage_snapshot(tables, meta=META))
        assert old.execute("SELECT count(*) FROM rejects").fetchall() == [(1,)]
    with duckdb.connect(path, read_only=True) as new:
        assert new.execute("SELECT count(*) FROM rejects").fetchall() == [(0,)]


def test_vacuum_keeps_the_newest_and_the_published(lake: Lake) -> None:
    first = str(lake.current())
    tables = run_tables()
    tables["rejects"] = tables["rejects"].slice(0, 0)
    second = lake.stage_snapshot(tables, meta=META)
    tables["pairs"] = tables["pairs"].slice(0, 0)
    third = lake.stage_snapshot(tables, meta=LATER)
    assert lake.vacuum(1) == [second]
    assert {manifest["snapshot_id"] for manifest in lake.snapshots()} == {first, third}
    with pytest.raises(UserError, match="at least 1"):
        lake.vacuum(0)


def test_vacuum_removes_what_a_killed_writer_left_in_a_snapshot(lake: Lake) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    snapshot = lake.store.path(f"snapshots/{lake.current()}")
    half_written, whole = Path(snapshot, f".tmp-{gone.pid}-checks.json"), Path(snapshot, "checks.json")
    half_written.write_bytes(whole.read_bytes()[:10])
    assert lake.vacuum(5) == []
    assert not half_written.exists()
    assert whole.exists()


def test_an_unknown_snapshot_is_one_line(lake: Lake) -> None:
    with pytest.raises(UserError, match="no snapshot 00ff") as told:
        lake.publish("00ff")
    assert "\n" not in str(told.value)


def test_a_published_snapshot_that_a_new_check_fails_stays_published(
    lake: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = str(lake.current())
    (Path(lake.root) / "daybook.duckdb").unlink()
    monkeypatch.setattr("warehouse.lake.failures", lambda results: results[:1])
    with pytest.raises(UserError, match="was published before, but fails 1 of today's"):
        lake.publish(published)
    assert lake.current() == published
    assert lake.set_aside() == []
