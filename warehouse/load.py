"""From a snapshot's Parquet to one DuckDB file, built aside and swapped in by a rename."""

import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from transforms.ids import content_id
from warehouse import schema

if TYPE_CHECKING:
    from warehouse.lake import Lake

STORAGE = "v1.2.0"
"""The oldest storage version that holds all we write, so that older clients read the file."""

INDEXED_ROWS = 200_000
"""Tables beyond this size carry no key index: one for five million rows costs a minute and a gigabyte. Their keys are
held by the checks instead, which compare sets."""

VIEWS = ("timeline", "evidence", "disputed", "undated", "upcoming", "motions", "macros")


def build_database(lake: "Lake", snapshot: str, target: Path) -> None:
    """Write a snapshot with its views and macros as a DuckDB file, and put it in the place of the old one.

    Readers that have the old file open keep it.

    Raises:
        UserError: the snapshot breaks a rule of its tables.
        duckdb.IOException, OSError: the disk refuses.
    """
    beside = target.with_name(f".tmp-{os.getpid()}-{target.name}")
    beside.unlink(missing_ok=True)
    try:
        with duckdb.connect(config={"autoinstall_known_extensions": False}) as con:
            con.execute(f"ATTACH {schema.literal(str(beside))} AS daybook (STORAGE_VERSION {schema.literal(STORAGE)})")
            con.execute("USE daybook")
            con.execute("SET preserve_insertion_order = true")
            fill(con, lake, snapshot)
            create_views(con)
            con.execute(f"CREATE VIEW about AS {about(snapshot)}")
            con.execute("USE memory")
            con.execute("DETACH daybook")
        os.replace(beside, target)
    finally:
        for path in (beside, beside.with_name(f"{beside.name}.wal")):
            path.unlink(missing_ok=True)


def is_built(snapshot: str, target: Path) -> bool:
    """Whether a DuckDB file holds this snapshot, with the tables and views as they are declared now."""
    if not target.exists():
        return False
    try:
        with duckdb.connect(str(target), read_only=True) as con:
            return con.execute("FROM about").fetchall() == con.execute(about(snapshot)).fetchall()
    except duckdb.Error:
        return False


def about(snapshot: str) -> str:
    """A SELECT of what a DuckDB file was built from: the snapshot and a hash of all declarations."""
    declared = [schema.create_sql(name) + "".join(schema.comment_sql(name)) for name in schema.tables()]
    version = content_id("declarations", *declared, *(view_sql(name) for name in VIEWS))
    return f"SELECT {schema.literal(snapshot)} AS snapshot_id, {schema.literal(version)} AS declarations"


def fill(con: duckdb.DuckDBPyConnection, lake: "Lake", snapshot: str) -> None:
    """Create and fill every table of a snapshot."""
    rows = lake.manifest(snapshot)["rows"]
    indexed = frozenset(name for name in schema.tables() if rows.get(name, 0) <= INDEXED_ROWS)
    for name, declared in schema.tables().items():
        con.execute(schema.create_sql(name, indexed=indexed))
        for statement in schema.comment_sql(name):
            con.execute(statement)
        con.register("incoming", lake.dataset(snapshot, name))
        for column, kind in con.execute("SELECT column_name, column_type FROM (DESCRIBE incoming)").fetchall():
            if column not in declared.names:
                con.execute(f"ALTER TABLE {schema.quote(name)} ADD COLUMN {schema.quote(column)} {kind}")
        con.execute(f"INSERT INTO {schema.quote(name)} BY NAME SELECT * FROM incoming")
        con.unregister("incoming")


def create_views(con: duckdb.DuckDBPyConnection) -> None:
    """Create the views and macros for people over the tables of a connection."""
    for name in VIEWS:
        con.execute(view_sql(name))


def view_sql(name: str) -> str:
    """The SQL of a view, or of the macros."""
    return files("warehouse").joinpath("views", f"{name}.sql").read_text(encoding="utf-8")


def mount(con: duckdb.DuckDBPyConnection, lake: "Lake", snapshot: str) -> None:
    """Show a snapshot's Parquet files, wherever they lie, as the tables and views of a connection."""
    for name in schema.tables():
        con.register(name, lake.dataset(snapshot, name))
    create_views(con)
