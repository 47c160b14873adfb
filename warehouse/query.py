"""Asking the warehouse: one reading statement at a time, on a connection that can reach nothing else."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.errors import UserError
from warehouse.lake import DATABASE, Lake
from warehouse.load import mount, opened

READING = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)


NOTHING = "lake {}: nothing is published yet; `daybook run PATH` makes a timeline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one question may cost: `memory` and `result` in MB, `seconds` of wall clock."""

    memory: int = 2000
    result: int = 500
    seconds: float = 60
    threads: int = 2


@contextmanager
def open_warehouse(
    lake: Lake, at: str | None = None, limits: Limits | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A locked, read-only connection to the published snapshot, or to the one that `at` names or that was current then.

    The Parquet files are read where the database is of another snapshot, or of an earlier Daybook's tables and views.

    Raises:
        UserError: nothing is published yet, or `at` names no snapshot.
    """
    limits = limits or Limits()
    current = published(lake)
    snapshot = current if at is None else snapshot_at(lake, at)
    config: dict[str, Any] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "memory_limit": f"{limits.memory}MB",
        "python_enable_replacements": False,
        "temp_directory": "",
        "threads": limits.threads,
    }
    with connected(lake, snapshot, config, in_file=snapshot == current) as con:
        con.execute("SET enable_progress_bar = false")
        con.execute("SET enable_external_access = false")
        con.execute("SET lock_configuration = true")
        yield con


def connected(lake: Lake, snapshot: str, config: dict[str, Any], *, in_file: bool) -> duckdb.DuckDBPyConnection:
    """A connection to the database file where it holds the snapshot, else to the snapshot's Parquet files."""
    file = None if lake.store.local is None else lake.store.local / DATABASE
    con = opened(snapshot, file, config) if in_file and file is not None else None
    if con is None:
        con = duckdb.connect(config=config)
        mount(con, lake, snapshot)
    return con


def published(lake: Lake) -> str:
    """The published snapshot's id.

    Raises:
        UserError: nothing is published yet, or the folder is no lake.
    """
    snapshot = lake.current()
    if snapshot is None:
        raise UserError(NOTHING.format(lake.name))
    return snapshot


def snapshot_at(lake: Lake, at: str) -> str:
    """The snapshot with this id, or the beginning of one; or the last that was made by the end of a day, YYYY-MM-DD.

    Raises:
        UserError: there is none, or more than one.
    """
    if at in lake.set_aside():
        return at
    published(lake)
    made = lake.snapshots()
    found = [row["snapshot_id"] for row in made if at and row["snapshot_id"].startswith(at)]
    if len(found) == 1:
        return str(found[0])
    if len(found) > 1:
        raise UserError(f"{len(found)} snapshots begin with {at!r}; give more of the id")
    try:
        day = date.fromisoformat(at).isoformat()
    except ValueError:
        raise UserError(f"no snapshot {at!r}; give an id of table snapshots or a day YYYY-MM-DD") from None
    before = [row["snapshot_id"] for row in made if str(row["created_at"])[:10] <= day]
    if not before:
        raise UserError(f"no snapshot was made by {day}; the first that is kept is of {made[0]['created_at']!s:.16}")
    return str(before[-1])


def ask(
    con: duckdb.DuckDBPyConnection,
    sql: str,
    parameters: Mapping[str, Any] | None = None,
    limits: Limits | None = None,
) -> pa.Table:
    """The rows that one reading statement gives; `parameters` are bound to `$name`.

    Raises:
        UserError: the statement is wrong, does not read, or costs more than the limits allow.
    """
    limits = limits or Limits()
    try:
        check_reads(con.extract_statements(sql))
        with interrupted_after(con, limits.seconds) as late:
            return fetch(con, sql, parameters, limits)
    except duckdb.InterruptException as error:
        told = f"the query took longer than {limits.seconds:g} seconds" if late.is_set() else "interrupted"
        raise UserError(f"{told}; narrow it or raise the limit") from error
    except duckdb.OutOfMemoryException as error:
        raise UserError(f"the query needs more than {limits.memory} MB; narrow it or raise the limit") from error
    except duckdb.PermissionException as error:
        raise UserError("files and the network are out of reach of a query; it reads the tables of the lake") from error
    except (duckdb.Error, pa.ArrowException) as error:
        raise UserError(one_line(error)) from error


def fetch(con: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, Any] | None, limits: Limits) -> pa.Table:
    """Rows in batches, as long as they fit the limit."""
    result = con.sql(sql, params=dict(parameters)) if parameters else con.sql(sql)
    if result is None:
        raise UserError("the query gives no rows")
    batches, size = [], 0
    with result.to_arrow_reader(65_536) as reader:
        for batch in reader:
            size += batch.nbytes
            if size > limits.result * 1_000_000:
                raise UserError(f"the result is larger than {limits.result} MB; add a LIMIT or a WHERE")
            batches.append(batch)
        return pa.Table.from_batches(batches, reader.schema)


def check_reads(statements: list[Any]) -> None:
    """One statement, and one that only reads.

    Raises:
        UserError: it is not.
    """
    if len(statements) != 1:
        raise UserError(f"one statement at a time, not {len(statements)}")
    kind = statements[0].type
    if kind not in READING:
        raise UserError(
            f"{kind.name} is refused: a query only reads; SELECT, FROM, DESCRIBE, SUMMARIZE and EXPLAIN work"
        )


@contextmanager
def interrupted_after(con: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[threading.Event]:
    """Interrupt what runs on a connection after a time; yields an event that tells whether that happened."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        con.interrupt()

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def one_line(error: Exception) -> str:
    """The message of a database error without its drawing of the place."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    place = [line for line in lines if line.startswith("LINE ")]
    told = [line for line in lines[:3] if not line.startswith(("LINE ", "^"))]
    return " ".join([*told, *(f"(at {line})" for line in place[:1])])


def parameter(text: str) -> tuple[str, Any]:
    """`name=value` from the command line; a value that reads as a whole number, number or day is one.

    Raises:
        UserError: there is no name or no `=`.
    """
    name, equals, value = text.partition("=")
    if not equals or not name.strip().isidentifier():
        raise UserError(f"parameter {text!r}: write name=value, and $name in the query")
    for read in (int, float, date.fromisoformat):
        try:
            return name.strip(), read(value)
        except ValueError:
            continue
    return name.strip(), value
