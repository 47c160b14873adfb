"""Rows as people and programs read them: a table for the terminal, Markdown, JSON, CSV, Parquet."""

import io
from collections.abc import Callable
from textwrap import wrap

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.cells import cell, json_line, plain
from warehouse.errors import UserError
from warehouse.exports.csv import csv_bytes
from warehouse.exports.jsonl import jsonl_bytes

SHOWN = 1_000
"""Rows of a table on a terminal; nobody reads more, and drawing them would take longer than the query."""
LEGIBLE = 16
"""Characters that a folded text needs on a line to be read."""


def render(rows: pa.Table, form: str, *, width: int = 200) -> bytes:
    """Rows as table, csv, json, jsonl, markdown or parquet; `width` is the terminal's, in characters.

    Raises:
        UserError: there is no such form.
    """
    if form == "table":
        return table_text(rows, width).encode()
    forms: dict[str, Callable[[pa.Table], bytes]] = {
        "csv": csv_bytes,
        "json": json_bytes,
        "jsonl": jsonl_bytes,
        "markdown": markdown_bytes,
        "parquet": parquet_bytes,
    }
    if form not in forms:
        raise UserError(f"no format {form!r}; there are table, {', '.join(forms)}")
    return forms[form](rows)


def table_text(rows: pa.Table, width: int) -> str:
    """A table for the terminal, or, where that would break words into pieces, a block of lines a row.

    What could steer the terminal is shown as a sign. Of a long result the first rows are shown, and how many there are.
    """
    names = [plain(name) for name in rows.column_names]
    shown = rows.slice(0, SHOWN)
    cells = [[plain(cell(value)) for value in column.to_pylist()] for column in shown.columns]
    numbers = [pa.types.is_integer(field.type) or pa.types.is_floating(field.type) for field in rows.schema]
    least = sum(_least(name, column) for name, column in zip(names, cells, strict=True)) + 3 * (len(names) - 1)
    lines = _table(names, cells, numbers, width) if least <= width else _blocks(names, cells, width)
    told = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
    if len(rows) > SHOWN:
        told = f"the first {SHOWN} of {told}; another format gives all, `limit` fewer"
    return "\n".join([*lines, told]) + "\n"


def _least(name: str, column: list[str]) -> int:
    """The width at which a column still reads: a text may be folded into lines of some words, nothing else may."""
    return max(len(name), min(LEGIBLE, max(map(len, column), default=0)))


def _table(names: list[str], cells: list[list[str]], numbers: list[bool], width: int) -> list[str]:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name, column, number in zip(names, cells, numbers, strict=True):
        drawn.add_column(
            Text(name), justify="right" if number else "left", overflow="fold", min_width=_least(name, column)
        )
    for row in zip(*cells, strict=True):
        drawn.add_row(*map(Text, row))
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, force_terminal=False, highlight=False, emoji=False)
    console.print(drawn)
    return [line.rstrip() for line in out.getvalue().splitlines()]


def _blocks(names: list[str], cells: list[list[str]], width: int) -> list[str]:
    """A line a value, with its column's name before it; an empty one is left out."""
    margin = max(map(len, names)) + 2
    lines = []
    for number, row in enumerate(zip(*cells, strict=True), 1):
        lines.append(f"-- {number} --")
        for name, value in zip(names, row, strict=True):
            first, *more = wrap(value, max(width - margin, LEGIBLE)) or [""]
            if value:
                lines += [f"{name:{margin}}{first}", *(" " * margin + line for line in more)]
    return lines


def markdown_bytes(rows: pa.Table) -> bytes:
    """A Markdown table."""

    def line(cells: list[str]) -> str:
        return "| " + " | ".join(plain(text).replace("\\", "\\\\").replace("|", "\\|") for text in cells) + " |"

    body = zip(*(column.to_pylist() for column in rows.columns), strict=True)
    lines = [line(rows.column_names), "|" + "---|" * rows.num_columns]
    return "\n".join([*lines, *(line([cell(value) for value in row]) for row in body), ""]).encode()


def json_bytes(rows: pa.Table) -> bytes:
    """A JSON array of objects, one a line; days are ISO 8601."""
    lines = [json_line(row) for row in rows.to_pylist()]
    return ("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n").encode()


def parquet_bytes(rows: pa.Table) -> bytes:
    """A Parquet file, zstd."""
    out = io.BytesIO()
    pq.write_table(rows, out, compression="zstd")
    return out.getvalue()
