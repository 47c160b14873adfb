"""Work on the rows of an array in pieces, by threads: sparse products leave the interpreter to others meanwhile."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from duckdb import DuckDBPyConnection
from numpy.typing import NDArray

Array = NDArray[Any]


def in_threads(work: Callable[[Array], Array], rows: Array, at_once: int, threads: int) -> Iterator[Array]:
    """What `work` makes of every `at_once` rows, in their order; there are at most `threads` results at a time."""
    pieces = [rows[at : at + at_once] for at in range(0, len(rows), at_once)]
    with ThreadPoolExecutor(threads) as pool:
        for at in range(0, len(pieces), threads):
            yield from pool.map(work, pieces[at : at + threads])


def threads_of(con: DuckDBPyConnection) -> int:
    """How many threads a connection may use."""
    return int(con.execute("SELECT current_setting('threads')").fetchall()[0][0])
