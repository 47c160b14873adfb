"""Processes that write and read a lake while others are killed or look on."""

import os
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from made_up import META, document, run_tables

from transforms.ids import content_id
from warehouse.lake import Lake
from warehouse.rows import document_table
from warehouse.snapshot import RunMeta


def later(n: int) -> RunMeta:
    """What the n-th run says of itself."""
    return {**META, "created_at": META["created_at"] + timedelta(minutes=n)}


def grown(n: int) -> dict[str, pa.Table]:
    """The made-up run with n more articles; every snapshot of it is another."""
    tables = run_tables()
    tables["documents"] = pa.concat_tables([tables["documents"], more_documents(n)])
    return tables


def more_documents(n: int) -> pa.Table:
    ids = [content_id("more", number) for number in range(n)]
    return document_table([document("north", document_id=key, uri=f"more/{key}") for key in ids])


def publish_run(root: str, n: int, say: Callable[[str], None] = lambda told: None) -> str:
    """The n-th run: its articles go into a shard, then all of it into a snapshot that is published."""
    lake = Lake(root)
    for number in range(n + 1):
        if not lake.has_shard("land", f"b{number:03}"):
            lake.write_shard("land", f"b{number:03}", {"documents": more_documents(number)})
            say(f"shard b{number:03}")
    snapshot = lake.stage_snapshot(grown(n), meta=later(n))
    lake.publish(snapshot)
    say(f"published {snapshot}")
    return snapshot


def keep_publishing(root: str, first: int, log: str, begun: Event) -> None:
    """Publish run after run, noting each step when it is done, until killed."""
    begun.set()
    with open(log, "a", encoding="utf-8") as told:
        for n in range(first, first + 1000):
            publish_run(root, n, lambda line: (told.write(f"{line}\n"), told.flush()))


def publish_and_die(root: str, n: int, moment: int) -> None:
    """Publish the n-th run, and be killed at the step of that number: at an opening, renaming, linking or deleting."""
    seen = 0

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        if event in ("os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree") or (
            event == "open" and root in str(arguments[0])
        ):
            seen += 1
            if seen == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    publish_run(root, n)


def is_whole(root: str) -> str:
    """Check that what the lake publishes is whole, to the last row; returns the snapshot's id."""
    lake = Lake(root)
    snapshot = lake.current()
    assert snapshot is not None
    manifest = lake.manifest(snapshot)
    for name, rows in manifest["rows"].items():
        assert lake.dataset(snapshot, name).to_table().num_rows == rows, name
    with duckdb.connect(f"{root}/daybook.duckdb", read_only=True) as con:
        [(built,)] = con.execute("SELECT snapshot_id FROM about").fetchall()
        for name, rows in lake.manifest(built)["rows"].items():
            assert con.execute(f"SELECT count(*) FROM {name}").fetchall() == [(rows,)], name
    return snapshot


def read_until(root: str, with_what: str, stop: str, told: str) -> None:
    """Read the published snapshot over and over until a file appears; write down how often, or what went wrong."""
    seen: set[str] = set()
    times = 0
    try:
        while not Path(stop).exists() or not times:
            seen.add(READERS[with_what](root))
            times += 1
        Path(told).write_text(f"read {times} {len(seen)}")
    except Exception as error:
        Path(told).write_text(f"failed {type(error).__name__}: {error}")


def read_duckdb(root: str) -> str:
    """One connection sees one snapshot: its id, its articles, and the same number over several queries."""
    with duckdb.connect(f"{root}/daybook.duckdb", read_only=True) as con:
        [(snapshot,)] = con.execute("SELECT snapshot_id FROM about").fetchall()
        [(told,)] = con.execute(
            "SELECT (rows->>'documents')::INTEGER FROM snapshots JOIN about USING (snapshot_id)"
        ).fetchall()
        for _ in range(3):
            [(rows,)] = con.execute("SELECT count(*) FROM documents").fetchall()
            assert rows == told, f"{rows} articles of {told}"
    return str(snapshot)


def read_pyarrow(root: str) -> str:
    """The files that the manifest of the published snapshot names."""
    lake = Lake(root)
    snapshot = str(lake.current())
    told = lake.manifest(snapshot)["rows"]["documents"]
    rows = lake.dataset(snapshot, "documents").to_table().num_rows
    assert rows == told, f"{rows} articles of {told}"
    return snapshot


def read_polars(root: str) -> str:
    """A folder of the published snapshot, by a glob."""
    import polars

    lake = Lake(root)
    snapshot = str(lake.current())
    told = lake.manifest(snapshot)["rows"]["documents"]
    rows = polars.scan_parquet(f"{root}/snapshots/{snapshot}/documents/*.parquet").select(polars.len()).collect().item()
    assert rows == told, f"{rows} articles of {told}"
    return snapshot


READERS = {"duckdb": read_duckdb, "pyarrow": read_pyarrow, "polars": read_polars}


def ended(process: BaseProcess) -> int | None:
    """Wait for a process; its exit code."""
    process.join(timeout=300)
    return process.exitcode
