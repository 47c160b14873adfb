"""From the tables of a run to the files of a snapshot.

A snapshot's id is a hash of what its tables hold, so the same tables make the same snapshot. Its files are one a table
or a hive partition; those that the parent has too are linked, not written.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, TypedDict

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from transforms.ids import content_id
from warehouse import schema
from warehouse.errors import UserError
from warehouse.store import Store

ROW_GROUP = 131_072


class RunMeta(TypedDict, total=False):
    """What a run says of itself: `created_at` in UTC, `code_version`, `settings` and `metrics` as JSON values."""

    created_at: datetime
    code_version: str
    settings: dict[str, Any]
    metrics: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """One file to be: the rows of a table, or of one of its partitions, and a digest of what they hold."""

    table: str
    partition: str | None
    rows: int
    digest: str

    @property
    def folder(self) -> str:
        """Where the file lies in the snapshot."""
        key = schema.table(self.table).partition
        return self.table if key is None else f"{self.table}/{key[0]}={self.partition}"

    @property
    def path(self) -> str:
        """The file's path in the snapshot."""
        return f"{self.folder}/{self.digest}.parquet"


class Staging:
    """A run's tables on a connection, on their way into a snapshot.

    `sources` names the relations that stand in for a table, by the table's name.
    """

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con
        self.sources: dict[str, str] = {}

    def columns(self, name: str) -> list[str]:
        """The columns that a run's table has; none when it has no such table."""
        source = schema.quote(self.sources.get(name, name))
        try:
            found = self.con.execute(f"SELECT column_name FROM (DESCRIBE {source})").fetchall()
        except duckdb.CatalogException:
            return []
        return [row[0] for row in found]

    def select(self, name: str) -> str:
        """A SELECT of a table in the declared columns and types; absent tables are empty, absent columns null."""
        declared = schema.table(name)
        have = self.columns(name)
        terms = [
            f"{schema.quote(c.name) if c.name in have else 'NULL'}::{c.type} AS {schema.quote(c.name)}"
            for c in declared.columns
        ]
        extra = sorted(set(have) - set(declared.names))
        if extra and not declared.open:
            raise UserError(f"table {name}: unknown column {', '.join(extra)}")
        terms += map(schema.quote, extra)
        source = f"FROM {schema.quote(self.sources.get(name, name))}" if have else "WHERE false"
        return f"SELECT {', '.join(terms)} {source}"

    def parts(self, name: str) -> list[Part]:
        """The files that a table will have, sorted; the digest is two 64-bit hashes over the rows in any order.

        The snapshot in which a row came in is no part of what the row holds, else no two runs could be alike.
        """
        declared = schema.table(name)
        late = ("snapshot_id",) if name != "snapshots" else ()
        names = [c for c in dict.fromkeys([*declared.names, *sorted(self.columns(name))]) if c not in late]
        row = ", ".join(map(schema.quote, names))
        found = self.con.execute(
            f"""SELECT {declared.partition[1] if declared.partition else "NULL"} AS part, count(*),
                bit_xor(hash({row})), sum(hash('sum', {row})) % 18446744073709551616
            FROM ({self.select(name)}) AS {schema.quote(name)} GROUP BY part ORDER BY part"""
        ).fetchall()
        parts = [Part(name, part, rows, f"{int(xor):016x}{int(total):016x}") for part, rows, xor, total in found]
        return parts or [Part(name, None if declared.partition is None else "none", 0, "0" * 32)]

    def batches(self, part: Part) -> Iterator[pa.Table]:
        """The rows of a part in their order, a row group at a time; one empty table when there are none."""
        declared = schema.table(part.table)
        where, values = "", []
        if declared.partition:
            where, values = f"WHERE {declared.partition[1]} = ?", [part.partition]
        reader = self.con.sql(
            f"""SELECT * FROM ({self.select(part.table)}) AS {schema.quote(part.table)} {where}
            ORDER BY {", ".join(map(schema.quote, declared.order))}""",
            params=values,
        ).to_arrow_reader(ROW_GROUP)
        if not part.rows:
            yield schema.conform(part.table, reader.schema.empty_table())
        for batch in reader:
            yield schema.conform(part.table, pa.Table.from_batches([batch]))

    def write(self, store: Store, folder: str, part: Part) -> None:
        """Write a part as Parquet: zstd, sorted, in row groups."""
        store.files.create_dir(store.path(f"{folder}/{part.folder}"))
        writer: pq.ParquetWriter | None = None
        with store.files.open_output_stream(store.path(f"{folder}/{part.path}")) as stream:
            for data in self.batches(part):
                writer = writer or pq.ParquetWriter(stream, data.schema, compression="zstd")
                writer.write_table(data, row_group_size=ROW_GROUP)
            if writer:
                writer.close()

    def date_back(self, old: dict[str, pa.Table], new_id: str) -> None:
        """Give rows of `event_history` and `rejects` the snapshot they came in with: an old one's, or this one.

        History is kept for ever; of the rejects, those that the run still has.
        """
        for name, same, kept in (("event_history", ("event_id", "became", "why"), True), ("rejects", (), False)):
            columns = same or tuple(c for c in schema.table(name).names if c != "snapshot_id")
            row = ", ".join(map(schema.quote, columns))
            self.con.register("old_rows", old[name])
            union = f"UNION SELECT {row} FROM old_rows" if kept else ""
            self.con.execute(
                f"""CREATE OR REPLACE TEMP TABLE staged_{name} AS
                WITH was AS (SELECT {row}, min(snapshot_id) AS snapshot_id FROM old_rows GROUP BY ALL),
                is_now AS (SELECT {row} FROM ({self.select(name)}) {union} GROUP BY ALL)
                SELECT is_now.*, coalesce(was.snapshot_id, ?) AS snapshot_id FROM is_now
                LEFT JOIN was ON {" AND ".join(f"is_now.{c} IS NOT DISTINCT FROM was.{c}" for c in columns)}""",
                [new_id],
            )
            self.con.unregister("old_rows")
            self.sources[name] = f"staged_{name}"

    def list_snapshots(self, old: pa.Table, row: dict[str, Any]) -> None:
        """Make table `snapshots`: the old rows and one for this run."""
        data = pa.Table.from_pylist([*old.to_pylist(), row], schema=schema.arrow_schema("snapshots"))
        self.con.register("staged_rows", data)
        self.con.execute("CREATE OR REPLACE TEMP TABLE staged_snapshots AS SELECT * FROM staged_rows")
        self.con.unregister("staged_rows")
        self.sources["snapshots"] = "staged_snapshots"


def snapshot_id(parts: list[Part]) -> str:
    """The id of a snapshot with these parts."""
    return content_id("snapshot", schema.VERSION, *sorted(f"{part.folder} {part.rows} {part.digest}" for part in parts))


def describe(store: Store, folder: str, part: Part) -> dict[str, Any]:
    """A part's row in the manifest, with size and SHA-256 of its file."""
    digest, size = sha256(), 0
    with store.files.open_input_stream(store.path(f"{folder}/{part.path}")) as stream:
        while chunk := stream.read(1 << 22):
            digest.update(chunk)
            size += len(chunk)
    return {
        "path": part.path,
        "table": part.table,
        "partition": part.partition,
        "rows": part.rows,
        "digest": part.digest,
        "bytes": size,
        "sha256": digest.hexdigest(),
    }


def as_json(value: Any) -> bytes:
    """JSON for people and for comparing: sorted keys, two spaces, a line's end."""
    return (json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False, default=str) + "\n").encode()
