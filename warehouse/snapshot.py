"""From the tables of a run to the files of a snapshot.

A snapshot's id is a hash of what its tables hold, so the same tables make the same snapshot. Its files are one a table
or a hive partition; those that the parent has too are linked, not written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from typing import Any, TypedDict

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from transforms.ids import content_id
from warehouse import metadata, schema
from warehouse.errors import UserError
from warehouse.store import Store, as_json


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

    def rows(self, name: str, parts: list[Part]) -> Iterator[tuple[Part, pa.Table]]:
        """The rows of some parts of a table, part by part and in their order, a batch at a time."""
        declared = schema.table(name)
        by_partition = {part.partition: part for part in parts}
        term, where = "NULL::VARCHAR", ""
        if declared.partition:
            term = declared.partition[1]
            where = f"WHERE part IN ({', '.join(schema.literal(str(key)) for key in by_partition)})"
        reader = self.con.sql(
            f"""WITH parted AS (SELECT *, {term} AS part FROM ({self.select(name)}) AS {schema.quote(name)})
            FROM parted {where} ORDER BY {", ".join(map(schema.quote, ("part", *declared.order)))}"""
        ).to_arrow_reader(declared.row_group)
        for part in parts:
            if not part.rows:
                yield part, reader.schema.empty_table().drop_columns(["part"])
        for batch in reader:
            data = pa.Table.from_batches([batch])
            for key in pc.unique(data["part"]).to_pylist():
                mine = data if key is None else data.filter(pc.equal(data["part"], key))
                yield by_partition[key], mine.drop_columns(["part"])

    def write(self, store: Store, folder: str, name: str, parts: list[Part]) -> None:
        """Write some parts of a table as Parquet: zstd, sorted, in row groups of the same size."""
        size = schema.table(name).row_group
        for part, run in groupby(self.rows(name, parts), key=lambda found: found[0]):
            store.files.create_dir(store.path(f"{folder}/{part.folder}"))
            writer: pq.ParquetWriter | None = None
            with store.files.open_output_stream(store.path(f"{folder}/{part.path}")) as stream:
                for group in regrouped((data for _, data in run), size):
                    data = schema.conform(name, group)
                    writer = writer or pq.ParquetWriter(stream, data.schema, compression="zstd")
                    writer.write_table(data, row_group_size=size)
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


def regrouped(batches: Iterable[pa.Table], size: int) -> Iterator[pa.Table]:
    """The same rows in tables of exactly a row group, and the rest; one empty table when there are none."""
    waiting: pa.Table | None = None
    for batch in batches:
        waiting = batch if waiting is None else pa.concat_tables([waiting, batch])
        while len(waiting) >= size:
            yield waiting.slice(0, size)
            waiting = waiting.slice(size)
            if not len(waiting):
                waiting = None
                break
    if waiting is not None:
        yield waiting


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


def companions(manifest: dict[str, Any]) -> dict[str, bytes]:
    """The files beside a snapshot's tables that describe them to other programs, by name."""
    import yaml

    return {
        "schema.json": as_json(metadata.json_schemas()),
        "datapackage.json": as_json(metadata.frictionless(manifest)),
        "croissant.json": as_json(metadata.croissant(manifest)),
        "sources.yml": yaml.safe_dump(metadata.dbt_sources(), sort_keys=False, allow_unicode=True).encode(),
    }
