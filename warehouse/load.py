"""From a snapshot's Parquet to one DuckDB file, built aside and swapped in by a rename."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from transforms.ids import content_id
from warehouse import schema
from warehouse.store import TEMPORARY, sync

if TYPE_CHECKING:
    from warehouse.lake import Lake

NAMED = "daybook"
"""What the file is called on the connection that builds it."""

STORAGE = "v1.2.0"
"""The oldest storage version that holds all we write, so that older clients read the file."""

INDEXED_ROWS = 10_000
"""Tables beyond this size carry no key index, which takes longer to fill than the rows: one for five million rows costs
a minute and a gigabyte. Their keys are held by the checks instead, which compare sets."""

WAITING_ROWS = 10_000
"""Rows from which those of the tables filled so far are put into the file for good."""

SMALL_BLOCK, LARGE_BLOCK = 16_384, 262_144
FEW_ROWS = 200_000
"""Rows of all tables together below which blocks are small."""
BYTES_A_THREAD, BYTES_AT_LEAST, BYTES_A_ROW = 125_000_000, 250_000_000, 100
"""Memory beyond which a DuckDB spills. Its authors ask for 125 MB a thread in their guide to workloads; lists of what
is told of each event cannot spill, and grow with the rows."""

VIEWS = ("timeline", "evidence", "disputed", "undated", "upcoming", "motions", "macros")

NEWEST_FIRST = "ORDER BY best_day DESC NULLS LAST, event_id"

Verify = Callable[[duckdb.DuckDBPyConnection], None]


def build_database(lake: "Lake", snapshot: str, target: Path, verify: Verify, memory: str | None = None) -> None:
    """Write a snapshot with its views and macros as a DuckDB file, and put it in the place of the old one.

    `verify` is called with the filled tables before that, and raises what forbids it. The file is forced to the disk
    once, when it is whole. Readers that have the old file open keep it. `memory` is as in `bound_memory`.

    Raises:
        duckdb.ConstraintException: the snapshot breaks a rule of its tables.
        duckdb.IOException, OSError: the disk refuses.
    """
    with set_aside(target) as (beside, spill):
        config: dict[str, Any] = {
            "autoinstall_known_extensions": False,
            "temp_directory": str(spill),
            "fsync_mode": "NONE",
        }
        with duckdb.connect(config=config) as con:
            bound_memory(con, memory)
            con.execute(attach_sql(beside, sum(lake.manifest(snapshot)["rows"].values())))
            con.execute(f"USE {NAMED}")
            con.execute("SET enable_progress_bar = false")
            fill(con, lake, snapshot)
            bound_memory(con, memory)
            create_views(con, keep=True)
            con.execute(f"CREATE VIEW about AS {about(snapshot)}")
            verify(con)
            con.execute("USE memory")
            con.execute(f"DETACH {NAMED}")
        sync(beside)
        os.replace(beside, target)
        sync(target.parent)


def bound_memory(con: duckdb.DuckDBPyConnection, limit: str | None = None) -> None:
    """Has a DuckDB spill beyond so much memory, such as "2GB"; by default as little as its threads and rows allow."""
    if limit is None:
        [(threads, rows)] = con.execute(
            "SELECT current_setting('threads'), coalesce(sum(estimated_size), 0) FROM duckdb_tables()"
        ).fetchall()
        limit = f"{max(BYTES_AT_LEAST, BYTES_A_THREAD * threads, BYTES_A_ROW * int(rows)) // 1_000_000}MB"
    con.execute(f"SET memory_limit = {schema.literal(limit)}")


def attach_sql(path: Path, rows: int) -> str:
    """An ATTACH of a new file, in small blocks when it will hold little: each column takes a block at least."""
    size = SMALL_BLOCK if rows < FEW_ROWS else LARGE_BLOCK
    options = f"STORAGE_VERSION {schema.literal(STORAGE)}, BLOCK_SIZE {size}"
    return f"ATTACH {schema.literal(str(path))} AS {NAMED} ({options})"


@contextmanager
def set_aside(target: Path) -> Iterator[tuple[Path, Path]]:
    """Paths beside a file for its successor and for what spills from memory; nothing stays of them."""
    for left in target.parent.glob(f"{TEMPORARY}*-{target.name}*"):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    beside = target.with_name(f"{TEMPORARY}{os.getpid()}-{target.name}")
    spill = beside.with_name(f"{beside.name}.spill")
    try:
        yield beside, spill
    finally:
        beside.unlink(missing_ok=True)
        beside.with_name(f"{beside.name}.wal").unlink(missing_ok=True)
        shutil.rmtree(spill, ignore_errors=True)


def opened(snapshot: str, target: Path, config: dict[str, Any] | None = None) -> duckdb.DuckDBPyConnection | None:
    """A reading connection to a DuckDB file; null where it lacks this snapshot, or tables and views as declared now."""
    if not target.exists():
        return None
    with suppress(duckdb.Error):
        con = duckdb.connect(str(target), read_only=True, config=config or {})
        with suppress(duckdb.Error):
            if con.execute("FROM about").fetchall() == con.execute(about(snapshot)).fetchall():
                return con
        con.close()
    return None


def about(snapshot: str) -> str:
    """A SELECT of what a DuckDB file was built from: the snapshot and a hash of all declarations."""
    declared = [schema.create_sql(name) + "".join(schema.comment_sql(name)) for name in schema.tables()]
    version = content_id("declarations", *declared, *(view_sql(name) for name in ("timeline_rows", *VIEWS)))
    return f"SELECT {schema.literal(snapshot)} AS snapshot_id, {schema.literal(version)} AS declarations"


def keyed(rows: Mapping[str, int]) -> frozenset[str]:
    """The tables that carry their keys as indexes, of a snapshot with so many rows in each."""
    return frozenset(name for name in schema.tables() if rows.get(name, 0) <= INDEXED_ROWS)


def fill(con: duckdb.DuckDBPyConnection, lake: "Lake", snapshot: str) -> None:
    """Create and fill every table of a snapshot.

    Tables and comments are declared in one transaction. A checkpoint after each large table, or several small ones,
    keeps the file from being written twice, which a single one at the end does.
    """
    rows = lake.manifest(snapshot)["rows"]
    indexed = keyed(rows)
    con.execute("BEGIN")
    for name in schema.tables():
        con.execute(schema.create_sql(name, indexed=indexed))
        for statement in schema.comment_sql(name):
            con.execute(statement)
    con.execute("COMMIT")
    waiting = 0
    for name in schema.tables():
        fill_table(con, name, lake.files(snapshot, name))
        waiting += rows.get(name, 0)
        if waiting >= WAITING_ROWS:
            con.execute("CHECKPOINT")
            waiting = 0
    con.execute("CHECKPOINT")


def fill_table(con: duckdb.DuckDBPyConnection, name: str, paths: Sequence[str]) -> None:
    """Fill a table from its files; one that is open first gets the further columns that they hold."""
    if not paths:
        return
    declared = schema.table(name)
    incoming = f"FROM read_parquet([{', '.join(map(schema.literal, paths))}], hive_partitioning = false)"
    if declared.open:
        for column, kind in con.execute(f"SELECT column_name, column_type FROM (DESCRIBE {incoming})").fetchall():
            if column not in declared.names:
                con.execute(f"ALTER TABLE {schema.quote(name)} ADD COLUMN {schema.quote(column)} {kind}")
    con.execute(f"INSERT INTO {schema.quote(name)} BY NAME {incoming}")


def create_views(con: duckdb.DuckDBPyConnection, *, keep: bool = False) -> None:
    """Create the views and macros for people over the tables of a connection.

    With `keep` the rows of the timeline are folded once and kept, so that a question about a year reads that year.
    """
    con.execute(view_sql("timeline_rows"))
    if keep:
        con.execute(f"CREATE TABLE kept AS FROM timeline_rows {NEWEST_FIRST}")
        con.execute("CHECKPOINT")
        con.execute("DROP VIEW timeline_rows")
        con.execute("ALTER TABLE kept RENAME TO timeline_rows")
        con.execute("COMMENT ON TABLE timeline_rows IS 'The rows of view timeline, made when the file was built.'")
    for name in VIEWS:
        con.execute(view_sql(name))


def view_sql(name: str) -> str:
    """The SQL of a view, or of the macros."""
    return files("warehouse").joinpath("views", f"{name}.sql").read_text(encoding="utf-8")


def mount(con: duckdb.DuckDBPyConnection, lake: "Lake", snapshot: str, *, side: str | None = None) -> None:
    """Show a snapshot's Parquet files, wherever they lie, as the tables and views of a connection.

    With `side` they are in a schema of that name, so that several snapshots can be seen at once.
    """
    if side is not None:
        con.execute(f"CREATE SCHEMA {schema.quote(side)}")
    for name in schema.tables():
        con.register(name if side is None else f"{side} {name}", lake.dataset(snapshot, name))
        if side is not None:
            source = schema.quote(f"{side} {name}")
            con.execute(f"CREATE VIEW {schema.quote(side)}.{schema.quote(name)} AS FROM {source}")
    con.execute(f"SET search_path = {schema.literal(side or 'main')}")
    create_views(con)
    con.execute("SET search_path = 'main'")
