"""Rows of a query as Python's objects, a few thousand at a time: those of all at once take ten times as much memory."""

from collections.abc import Iterator
from typing import Any

from duckdb import DuckDBPyConnection

AT_ONCE = 2_000


def each_row(con: DuckDBPyConnection, query: str, **parameters: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a query; the connection may be asked nothing else until the last one has been taken."""
    con.execute(query, parameters)
    while rows := con.fetchmany(AT_ONCE):
        yield from rows
