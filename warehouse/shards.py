"""The shards of a lake: what a batch of articles gave at a stage. All that a worker needs of the warehouse."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse import schema
from warehouse.errors import UserError
from warehouse.store import MANIFEST, as_json, open_store, shown

if TYPE_CHECKING:
    import pyarrow.dataset as ds


class Shards:
    """The shards of a lake in a local folder or under an `s3://` address."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.store = open_store(root)

    @property
    def name(self) -> str:
        """The address as people may see it, without a key that stands in it."""
        return shown(self.root)

    def write_shard(self, stage: str, shard_id: str, tables: Mapping[str, pa.Table]) -> None:
        """Write the tables of one batch and stage; visible as a whole or not at all.

        Raises:
            UserError: a table breaks its declaration, or the disk refuses.
        """
        kept = {
            name: schema.conform(name, data, shard=True) if name in schema.tables() else data
            for name, data in sorted(tables.items())
        }
        with refusals(f"shard {stage}/{shard_id}"), self.store.folder(f"shards/{stage}/{shard_id}") as folder:
            self.store.files.create_dir(self.store.path(folder))
            for name, data in kept.items():
                pq.write_table(
                    data, self.store.path(f"{folder}/{name}.parquet"), compression="zstd", filesystem=self.store.files
                )
            rows = {name: len(data) for name, data in kept.items()}
            self.store.write(f"{folder}/{MANIFEST}", as_json({"schema_version": schema.VERSION, "rows": rows}))

    def has_shard(self, stage: str, shard_id: str) -> bool:
        """Whether a batch went through a stage."""
        return self.store.exists(f"shards/{stage}/{shard_id}/{MANIFEST}")

    def shard_ids(self, stage: str) -> list[str]:
        """Sorted ids of the batches that went through a stage."""
        return self.store.names(f"shards/{stage}")

    def shard_files(self, stage: str, table: str) -> list[str]:
        """Paths of a table's files in all shards of a stage, sorted by shard."""
        found = [f"shards/{stage}/{shard}/{table}.parquet" for shard in self.shard_ids(stage)]
        return [self.store.path(name) for name in found if self.store.exists(name)]

    def shard_table(self, stage: str, table: str) -> "ds.Dataset":
        """A table over all shards of a stage, to scan or to register with DuckDB."""
        import pyarrow.dataset as ds

        files = self.shard_files(stage, table)
        if table in schema.tables():
            return ds.dataset(
                files, schema=schema.arrow_schema(table, shard=True), filesystem=self.store.files, format="parquet"
            )
        return ds.dataset(files, filesystem=self.store.files, format="parquet")

    def shard_column(self, stage: str, table: str, column: str) -> list[Any]:
        """The values of one column of a table over all shards of a stage."""
        files = self.shard_files(stage, table)
        return [value for path in files for value in self.read(path, [column])[column].to_pylist()]

    def read(self, path: str, columns: list[str] | None = None) -> pa.Table:
        """The rows of one file, without `pyarrow.dataset`, whose import costs a worker more than the reading."""
        with self.store.files.open_input_file(path) as file:
            return pq.ParquetFile(file).read(columns=columns)


@contextmanager
def refusals(what: str, *also: type[Exception]) -> Iterator[None]:
    """Tell in one line what a full or forbidden disk refused; `also` are errors that a library says so with."""
    try:
        yield
    except (OSError, pa.ArrowException, *also) as error:
        reason = " ".join(str(error).split())[-300:]
        raise UserError(f"{what} could not be written: {reason}; the last published snapshot stays") from error
