"""From the shards of all batches to the tables that corpus-level steps work on."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from flows.settings import Settings
from flows.stages import Job, annotated_id
from warehouse import schema
from warehouse.lake import Lake
from warehouse.load import bound_memory

CANONICAL = """
CREATE TEMP TABLE canonical AS
WITH newest AS (
    -- at one place the version landed last counts
    SELECT document_id, uri, version_id,
           min(landed_at) OVER (PARTITION BY document_id, uri, version_id) AS landed_at
    FROM occurrences
    QUALIFY row_number() OVER (PARTITION BY document_id, uri ORDER BY occurrences.landed_at DESC, version_id) = 1
), first AS (
    -- of several places the first by name, whatever order they were found in
    SELECT * FROM newest QUALIFY row_number() OVER (PARTITION BY document_id ORDER BY uri) = 1
)
SELECT document_id, uri, version_id, landed_at, min(shard) AS shard
FROM first JOIN versions USING (document_id, version_id) GROUP BY ALL;

-- where what was found in each document lies
CREATE TEMP TABLE annotated AS
SELECT c.document_id, a.folder AS shard FROM canonical c JOIN annotations a USING (shard);

CREATE TEMP TABLE refused AS
SELECT r.uri, r.stage, r.error, r.detail FROM refusals r JOIN inputs i USING (input_id)
-- what became of an input before it was changed is history
QUALIFY i.landed_at = max(i.landed_at) OVER (PARTITION BY i.uri)
UNION
SELECT o.uri, 'land' AS stage, 'repeat' AS error,
       'same outlet and text as ' || c.uri AS detail
FROM occurrences o JOIN canonical c USING (document_id) WHERE o.uri <> c.uri;
"""

DOCUMENTS = """
SELECT i.* EXCLUDE (shard) REPLACE (c.uri AS uri, c.landed_at AS landed_at)
FROM incoming i JOIN canonical c USING (document_id, shard)
"""

FOUND = (("land", "inputs"), ("land", "occurrences"), ("land", "refusals"), ("documents", "versions"))

INCOMING = """
CREATE TEMP VIEW incoming AS
FROM nothing UNION ALL BY NAME
SELECT * EXCLUDE (filename), parse_path(filename)[-2] AS shard
FROM read_parquet([{paths}], filename = true, union_by_name = true, hive_partitioning = false)
"""

SKETCHES = pa.schema([("document_id", pa.string()), ("sketch", pa.binary())])

PARTS = "SELECT * EXCLUDE (shard) FROM incoming SEMI JOIN mentions USING (mention_id, shard)"

ANNOTATED = {
    "timexes": "SELECT * EXCLUDE (shard) FROM incoming SEMI JOIN annotated USING (document_id, shard)",
    "mentions": "SELECT * EXCLUDE (event_id) FROM incoming SEMI JOIN annotated USING (document_id, shard)",
    "mention_roles": PARTS,
    "mention_counts": PARTS,
    "entities": """
        SELECT entity_id, min(name) AS name, min(kind) AS kind,
               list_sort(list_distinct(flatten(list(aliases)))) AS aliases
        FROM incoming GROUP BY entity_id""",
    "sketches": "SELECT document_id, sketch FROM incoming SEMI JOIN annotated USING (document_id, shard)",
    "rejects": """
        SELECT uri, stage, error, min(detail) AS detail FROM (
            SELECT uri, stage, error, detail FROM incoming
            UNION ALL FROM refused)
        GROUP BY ALL""",
}


@contextmanager
def workspace(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB connection of bounded memory, which spills in the lake's folder, or where temporary files go."""
    beside = None if "://" in settings.lake else Path(settings.lake).absolute()
    with TemporaryDirectory(prefix=".work-", dir=beside) as spill:
        config: dict[str, str | bool | int | float | list[str]] = {
            "temp_directory": spill,
            "autoinstall_known_extensions": "false",
            "preserve_insertion_order": "false",
            # What tables and joins leave is given back to the system at once, a third of the memory of a dedup.
            "allocator_flush_threshold": "1MB",
            "allocator_bulk_deallocation_flush_threshold": "1MB",
        }
        with duckdb.connect(config=config) as con:
            bound_memory(con, settings.memory)
            yield con


def assemble(con: duckdb.DuckDBPyConnection, job: Job, memory: str | None = None) -> None:
    """Makes the tables `documents`, `timexes`, `mentions`, `mention_roles`, `mention_counts`, `entities` and `rejects`.

    A document that was landed more than once is one row, and its other places are rows of `rejects`. `memory` is what
    the connection may take from then on, when given.
    """
    lake = Lake(job.lake)
    documents = lake.shard_ids("documents")
    folders = [annotated_id(job, shard) for shard in documents]
    con.register("annotations", pa.table({"shard": documents, "folder": folders}))
    for stage, name in FOUND:
        con.register(name, lake.shard_table(stage, name))
    con.execute(CANONICAL)
    load(con, lake, "documents", "documents", documents, DOCUMENTS)
    for name, sql in ANNOTATED.items():
        load(con, lake, "annotate", name, folders, sql)
    con.execute("ALTER TABLE mentions DROP shard")
    for name in ("annotations", *(name for _, name in FOUND)):
        con.unregister(name)
    bound_memory(con, memory)


def load(con: duckdb.DuckDBPyConnection, lake: Lake, stage: str, table: str, shards: Sequence[str], sql: str) -> None:
    """Runs a statement over relation `incoming`: a table of some shards, each row with the name of its `shard`."""
    own = table not in schema.tables()
    declared = (SKETCHES if own else schema.arrow_schema(table, shard=True)).append(pa.field("shard", pa.string()))
    paths = {shard: lake.store.path(f"shards/{stage}/{shard}/{table}.parquet") for shard in shards}
    if lake.store.local is None:
        con.register("incoming", pa.RecordBatchReader.from_batches(declared, batches(lake, table, paths, declared)))
    else:
        # DuckDB reads files of this machine itself in half the time; columns that old shards lack are null
        con.register("nothing", declared.empty_table())
        con.execute(INCOMING.format(paths=", ".join(map(schema.literal, paths.values()))))
    con.execute(f"CREATE TABLE {table} AS {sql}")
    con.execute("DROP VIEW incoming")


def batches(lake: Lake, table: str, paths: Mapping[str, str], declared: pa.Schema) -> Iterator[pa.RecordBatch]:
    """The rows of some shards of a table, one shard at a time."""
    for shard, path in paths.items():
        rows = lake.read(path)
        rows = schema.conform(table, rows, shard=True) if table in schema.tables() else rows
        names = pa.repeat(pa.scalar(shard), len(rows))
        yield from rows.append_column(declared.field("shard"), names).cast(declared).to_batches()
