"""Which id an event has, and what became of the ids that the snapshot before knew."""

from duckdb import DuckDBPyConnection

from transforms.dedup.sql import run, sql


def name_clusters(con: DuckDBPyConnection, previous: str | None) -> None:
    """Create `clusters` from the temporary table of labels; `previous` names the schema of the snapshot before."""
    read_known_events(con, previous)
    run(con, sql("identity.sql"))


def read_known_events(con: DuckDBPyConnection, previous: str | None) -> None:
    """Create `known_events` and `known_history` from the snapshot before, empty where there is none."""
    sources = {
        "known_events": ("mentions", ("mention_id", "event_id")),
        "known_history": ("event_history", ("event_id", "snapshot_id", "became", "why")),
    }
    for name, (table, columns) in sources.items():
        listed = ", ".join(columns)
        source = f"SELECT {listed} FROM {_quoted(previous)}.{table}" if previous is not None else _nothing(columns)
        con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {source}")


def _nothing(columns: tuple[str, ...]) -> str:
    return f"SELECT {', '.join(f'NULL::VARCHAR AS {column}' for column in columns)} LIMIT 0"


def _quoted(schema: str) -> str:
    return ".".join('"' + part.replace('"', '""') + '"' for part in schema.split("."))
