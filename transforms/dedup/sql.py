"""The SQL files beside this module, run with bound parameters."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb
import pyarrow as pa
from duckdb import DuckDBPyConnection
from numpy.typing import NDArray

FEW_UNITS = 50_000
"""Up to so many units, giving back takes a tenth of dedup's time and saves a fiftieth of its memory."""


@cache
def sql(name: str) -> str:
    """The text of one SQL file of this folder."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def run(con: DuckDBPyConnection, script: str, **parameters: Any) -> None:
    """Run every statement of a script; each is given those of the parameters that it names."""
    for statement in con.extract_statements(script):
        named = {name: parameters[name] for name in statement.named_parameters}
        con.execute(statement, named)


def columns(con: DuckDBPyConnection, query: str, **parameters: Any) -> dict[str, NDArray[Any]]:
    """The columns of a query's result, none of which holds a null."""
    table = con.sql(query, params=parameters).to_arrow_table()
    return {name: table[name].to_numpy() for name in table.column_names}


def store(
    con: DuckDBPyConnection,
    name: str,
    rows: Sequence[tuple[Any, ...]],
    columns: Mapping[str, pa.DataType],
    *,
    temporary: bool = True,
) -> None:
    """Create or replace a table with these rows."""
    arrays = {column: pa.array([row[at] for row in rows], kind) for at, (column, kind) in enumerate(columns.items())}
    store_table(con, name, pa.table(arrays), temporary=temporary)


def store_arrays(con: DuckDBPyConnection, name: str, columns: Mapping[str, NDArray[Any]]) -> None:
    """Create or replace a temporary table with these columns; what is not a number is null."""
    store_table(con, name, pa.table({column: pa.array(values, from_pandas=True) for column, values in columns.items()}))


def store_table(con: DuckDBPyConnection, name: str, table: pa.Table, *, temporary: bool = True) -> None:
    """Create or replace a table with the rows of an Arrow table."""
    kind = "TEMP TABLE" if temporary else "TABLE"
    con.register("rows_to_store", table)
    con.execute(f"CREATE OR REPLACE {kind} {name} AS SELECT * FROM rows_to_store")
    con.unregister("rows_to_store")


def give_back_memory(units: int) -> None:
    """Give the system back what DuckDB has freed in this process and keeps: it does so whenever a database closes.

    What few units leave is not worth the time.
    """
    if units > FEW_UNITS:
        duckdb.connect(config={"threads": 1}).close()


def threads_of(con: DuckDBPyConnection) -> int:
    """How many threads a connection may use."""
    return int(con.execute("SELECT current_setting('threads')").fetchall()[0][0])
