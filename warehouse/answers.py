"""Answers in a Markdown page: each ```sql block is followed by what it gives, as a table.

`python -m warehouse.answers LAKE PAGE` writes the answers of a lake into a page; a test compares them.
"""

import re
import sys
from pathlib import Path

import duckdb

from warehouse.formats import render
from warehouse.lake import Lake
from warehouse.query import ask, open_warehouse

BLOCK = re.compile(r"(```sql\n(.*?)```\n)((?:\n|\|[^\n]*\n|No rows\.\n)*)", re.DOTALL)


def answered(page: str, con: duckdb.DuckDBPyConnection) -> str:
    """The page with the answers that a connection gives.

    Raises:
        UserError: a query is wrong.
    """

    def answer(found: re.Match[str]) -> str:
        rows = ask(con, found[2])
        table = render(rows, "markdown").decode() if len(rows) else "No rows.\n"
        return f"{found[1]}\n{table}\n"

    return BLOCK.sub(answer, page).rstrip("\n") + "\n"


def questions(page: str) -> list[str]:
    """The queries of a page."""
    return [found[2] for found in BLOCK.finditer(page)]


if __name__ == "__main__":
    target = Path(sys.argv[2])
    with open_warehouse(Lake(sys.argv[1])) as opened:
        target.write_text(answered(target.read_text(encoding="utf-8"), opened), encoding="utf-8")
